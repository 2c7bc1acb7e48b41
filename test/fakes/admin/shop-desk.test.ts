import { expect, it } from 'vitest';
import { ShopWorld } from '../shopify/shop-world';
import { shopState } from '../../trade-wins/shop';
import { openShopDesk } from '../../demo/shop-desk';

it('lets customers order, and tells of the order, its edit and its refund', async () => {
  let world = new ShopWorld(shopState({ orders: [], payouts: [], balanceTransactions: [], balance: 0n }));
  const told: string[] = [];
  const desk = openShopDesk({
    world: () => world,
    setState: (state) => {
      world = new ShopWorld(state);
    },
    deliver: (topic) => {
      told.push(topic);
      return Promise.resolve(new Response());
    },
  });
  const status = () => world.list('orders').map((order) => order['displayFinancialStatus']);

  await desk.happen('order');
  expect(status()).toEqual(['PAID']);
  const [placed] = desk.orders();
  await desk.happen('edit', placed?.id);
  expect(status()).toEqual(['PAID']);
  await desk.happen('refund', placed?.id);
  await desk.happen('refund', placed?.id);
  expect(status()).toEqual(['PARTIALLY_REFUNDED']);
  expect(desk.orders()).toMatchObject([{ name: '#1200', edited: true, refunded: true }]);
  expect(told).toEqual(['orders/create', 'orders/edited', 'refunds/create']);
});
