import { compare } from '../../accounting/compare';
import type { Finding } from '../../accounting/finding';
import type { Money } from '../../accounting/money';
import { mappingBroken, mappingMissing } from '../books/mapping-findings';
import { paymentName } from './payment-items';
import type { PaymentToLoad } from './payment-to-load';

function base(toLoad: PaymentToLoad) {
  const { payment } = toLoad;
  return {
    severity: 'blocks',
    object: { type: 'order', id: payment.order.id, name: paymentName(toLoad) },
  } as const;
}

const factsOf = ({ payment }: PaymentToLoad) => ({
  order: payment.order.name,
  gateway: payment.gatewayTitle || payment.gateway,
  transaction: payment.transaction,
});

/** Less is open on a document than the payment settles: somebody reconciled it by hand. */
export function itemShort(
  toLoad: PaymentToLoad,
  invoices: string,
  { wanted, open, itemId }: { wanted: Money; open: Money; itemId: number | undefined },
): Finding {
  return {
    kind: 'open-item-short',
    ...base(toLoad),
    ...compare(wanted, open),
    facts: { ...factsOf(toLoad), invoices },
    remedy:
      itemId === undefined
        ? { page: 'shopify-order', id: toLoad.payment.order.id }
        : { page: 'odoo-record', model: 'account.move.line', id: itemId },
  };
}

export function paymentPeriodLocked(
  toLoad: PaymentToLoad,
  facts: { date: string; lock: string; openDay: string },
  moveId?: number,
): Finding {
  return {
    kind: 'period-locked',
    ...base(toLoad),
    facts: { ...factsOf(toLoad), ...facts },
    remedy: moveId
      ? { page: 'odoo-record', model: 'account.move', id: moveId }
      : { page: 'mappings', section: 'accounts', key: 'locked-period' },
  };
}

/** Odoo refused it; `message` is Odoo's own. */
export function paymentRejected(toLoad: PaymentToLoad, message: string, moveId?: number): Finding {
  return {
    kind: 'entry-rejected',
    ...base(toLoad),
    expected: toLoad.payment.money,
    facts: { ...factsOf(toLoad), reference: paymentName(toLoad), message },
    remedy: moveId ? { page: 'odoo-record', model: 'account.move', id: moveId } : { page: 'none' },
  };
}

/** It was made now and, read back, is not what it was to be. */
export function paymentDiffers(
  toLoad: PaymentToLoad,
  moveId: number,
  facts: Readonly<Record<string, string>>,
  figures: Partial<Pick<Finding, 'expected' | 'actual' | 'residual'>> = {},
): Finding {
  return {
    kind: 'line-differs',
    ...base(toLoad),
    ...figures,
    facts: { ...factsOf(toLoad), ...facts },
    remedy: { page: 'odoo-record', model: 'account.move', id: moveId },
  };
}

/** It stood there before, with other figures than Shopify gives now, or a person took it back. It is never edited. */
export function paymentStandsDifferently(
  toLoad: PaymentToLoad,
  moveId: number,
  facts: Readonly<Record<string, string>>,
  figures: Partial<Pick<Finding, 'expected' | 'actual' | 'residual'>> = {},
): Finding {
  return { ...paymentDiffers(toLoad, moveId, facts, figures), kind: 'input-changed' };
}

/** A till rounded, and no account is chosen for what that leaves. */
export const roundingUnmapped = () => mappingMissing({ id: 'cash-rounding', section: 'accounts' });

/** A till of one foreign currency cannot take money of another. */
export function tillOfOtherCurrency({ payment, target }: PaymentToLoad): Finding {
  return mappingBroken({ id: payment.gateway, section: 'gateways' }, target.journal.name, 'other-currency', {
    expected: payment.money.currency,
    actual: target.currency ?? '',
  });
}
