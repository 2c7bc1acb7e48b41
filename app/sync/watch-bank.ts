import type { Prisma } from '@prisma/client';
import { connectionOf } from '../database/connections';
import { transfersOf, type TransferOnTheWay } from '../database/transfers';
import { readTransfers } from '../odoo/settlement/read-transfers';
import type { ShopContext } from './shop-context';
import type { ProofView } from '../views/payout-view';

export interface BankNews {
  /** Payouts that the bank's own line is matched with now. */
  readonly banked: readonly string[];
  /** Payouts of which that match was undone in Odoo. */
  readonly open: readonly string[];
}

/** A match of a payout that is older than this is taken to be there for good: it is not asked for any more. */
const watchedDays = 120;

/**
 * Sees in Odoo which payouts have reached the bank: their transfer is reconciled with the bank's own line, by whoever
 * did that. A call per 500 payouts; none where nothing is on its way.
 */
export async function watchBank(context: ShopContext): Promise<BankNews> {
  const { database, shop, now } = context;
  const watchedFrom = new Date(now().getTime() - watchedDays * 86_400_000);
  const transfers = await transfersOf(database, shop.id, watchedFrom);
  if (transfers.length === 0 || !(await connectionOf(database, shop.id))) return { banked: [], open: [] };
  const client = await context.odoo();
  const reconciled = await readTransfers(
    client,
    transfers.map(({ lineId }) => lineId),
  );
  const turned = (from: TransferOnTheWay['state'], isReconciled: boolean) =>
    transfers.filter(({ state, lineId }) => state === from && reconciled.get(lineId) === isReconciled);
  const banked = turned('posted', true);
  const open = turned('banked', false);
  for (const transfer of banked) await record(context, transfer, 'banked');
  for (const transfer of open) await record(context, transfer, 'posted');
  return {
    banked: banked.map(({ payoutId }) => payoutId),
    open: open.map(({ payoutId }) => payoutId),
  };
}

/** Unless a run has taken hold of the payout meanwhile: then it sees for itself. */
async function record(
  { database, shop }: ShopContext,
  { payoutId, state: before, proof }: TransferOnTheWay,
  state: 'posted' | 'banked',
): Promise<void> {
  const { count } = await database.payout.updateMany({
    where: { shopId: shop.id, payoutId, state: before },
    data: { state, ...(proof ? { proof: withBank(proof, state === 'banked') } : {}) },
  });
  if (count === 0) return;
  await database.binding.updateMany({
    where: { shopId: shop.id, payoutId, kind: 'transfer' },
    data: { state: state === 'banked' ? 'reconciled' : 'posted' },
  });
}

/** The proof with its last step as it stands now: what is reconciled whole has the payout's own amount. */
function withBank(proof: ProofView, banked: boolean): Prisma.InputJsonObject {
  const steps = proof.steps.map((step) => {
    if (step.name !== 'bank') return step;
    const nothing = { minor: '0', currency: step.expected.currency };
    return banked
      ? { ...step, actual: step.expected, residual: nothing, state: 'equal' }
      : { ...step, actual: null, residual: null, state: 'awaited' };
  });
  return { ...proof, steps } as unknown as Prisma.InputJsonObject;
}
