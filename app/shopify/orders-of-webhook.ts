import { z } from 'zod';

/** An order's number as REST payloads write it (a number or text), or as a gid. */
const orderNumber = z
  .union([z.number().int().positive(), z.string()])
  .transform((given) => /(\d+)$/.exec(String(given))?.[1]);

const shapes = z.object({
  // orders/*
  id: z.unknown().optional(),
  admin_graphql_api_id: z.string().optional(),
  name: z.string().optional(),
  // refunds/create, order_transactions/create
  order_id: orderNumber.nullish(),
  // orders/edited
  order_edit: z.object({ order_id: orderNumber }).optional(),
  // returns/*
  order: z.object({ id: z.unknown().optional(), admin_graphql_api_id: z.string().optional() }).optional(),
});

/** The gid first: as a JSON number a long id has lost its last digits. */
function numberOf(given: { readonly id?: unknown; readonly admin_graphql_api_id?: string | undefined }) {
  const gid = /(\d+)$/.exec(given.admin_graphql_api_id ?? '')?.[1];
  return gid ?? orderNumber.safeParse(given.id).data;
}

/** Which order a webhook is about. undefined where its payload names none: the poll finds what it told of. */
export function orderOfWebhook(
  topic: string,
  payload: unknown,
): { readonly orderId: string; readonly name?: string } | undefined {
  const read = shapes.safeParse(payload);
  if (!read.success) return undefined;
  const { name, order_id: other, order_edit: edit, order } = read.data;
  if (topic === 'orders/edited') return about(edit?.order_id);
  if (topic.startsWith('orders/')) return about(numberOf(read.data), name);
  return about(other ?? (order && numberOf(order)));
}

function about(orderId: string | undefined, name?: string) {
  if (!orderId) return undefined;
  return name ? { orderId, name } : { orderId };
}
