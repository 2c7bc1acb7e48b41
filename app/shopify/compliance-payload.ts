import { z } from 'zod';

const id = z.union([z.number(), z.string()]).transform(String);
const customer = z.object({
  orders_to_redact: z.array(id).optional(),
  orders_requested: z.array(id).optional(),
});

/** The orders that a customer's redaction or data request names. */
export function ordersNamed(payload: unknown): string[] {
  const read = customer.parse(payload);
  return read.orders_to_redact ?? read.orders_requested ?? [];
}

/** The permissions that an `app/scopes_update` says the app has now. */
export function scopesNow(payload: unknown): string[] {
  return z.object({ current: z.array(z.string()) }).parse(payload).current;
}
