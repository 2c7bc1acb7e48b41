import { daysWait } from '../database/day-documents';
import { pendingOrders } from '../database/orders';
import { discoverOrders } from '../sync/orders/discover-orders';
import { carryOutRun } from './carry-out-run';
import { requestRun } from './request-run';
import type { Task } from './task';
import { todayIn } from '../sync/today-in';

/** Asks Shopify which orders are new or changed since the last time, and has them brought to Odoo. */
export const discoverOrdersTask: Task<'discover-orders'> = (payload, task) =>
  carryOutRun(async (context) => {
    const { found, asked } = await discoverOrders(context);
    const [waiting] = await pendingOrders(task.database, context.shop.id, 1);
    const today = todayIn(context);
    if (waiting || (await daysWait(task.database, context.shop.id, today)))
      await requestRun(task, context.shop.id, 'sync-orders', { startedBy: 'clock' });
    return { kind: 'done', values: { found, changed: asked } };
  })(payload, task);
