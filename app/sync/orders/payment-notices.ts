import type { Finding } from '../../accounting/finding';
import { isZero } from '../../accounting/money';
import type { PaymentEntry } from '../../accounting/payment-entry';
import type { Gateways } from '../../odoo/books/read-gateways';

/**
 * What a person has to know of an order's payments, at every look, however long ago they were registered: money that
 * nothing calls for, and gateways that have no journal.
 */
export function paymentNotices(
  payments: readonly PaymentEntry[],
  isRegistered: (payment: PaymentEntry) => boolean,
  { targets }: Gateways,
): Finding[] {
  return payments.flatMap((payment): Finding[] => {
    if (!targets.has(payment.gateway)) return isRegistered(payment) ? [] : [gatewayUnmapped(payment)];
    return isZero(payment.open) ? [] : [paymentOpen(payment)];
  });
}

function gatewayUnmapped({ order, gateway, gatewayTitle, money }: PaymentEntry): Finding {
  return {
    kind: 'gateway-unmapped',
    severity: 'notice',
    object: { type: 'order', id: order.id, name: order.name },
    actual: money,
    facts: { order: order.name, gateway: gatewayTitle || gateway },
    remedy: { page: 'mappings', section: 'gateways', key: gateway },
  };
}

function paymentOpen({ order, gateway, gatewayTitle, open }: PaymentEntry): Finding {
  return {
    kind: 'payment-open',
    severity: 'notice',
    object: { type: 'order', id: order.id, name: order.name },
    actual: open,
    facts: { order: order.name, gateway: gatewayTitle || gateway },
    remedy: { page: 'shopify-order', id: order.id },
  };
}
