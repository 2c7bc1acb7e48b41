import type { ProofView } from '../views/payout-view';
import type { Database } from './client';

/** A payout whose transfer stands in Odoo. */
export interface TransferOnTheWay {
  readonly payoutId: string;
  readonly state: 'posted' | 'banked';
  /** `account.bank.statement.line` in Odoo. */
  readonly lineId: number;
  readonly proof: ProofView | null;
}

/** Transfers that wait for the bank, and those of payouts since a day that it has reached. */
export async function transfersOf(
  database: Database,
  shopId: string,
  bankedSince: Date,
): Promise<TransferOnTheWay[]> {
  const payouts = await database.payout.findMany({
    where: {
      shopId,
      OR: [{ state: 'posted' }, { state: 'banked', issuedOn: { gte: bankedSince } }],
    },
    select: { payoutId: true, state: true, proof: true },
  });
  const bindings = await database.binding.findMany({
    where: { shopId, kind: 'transfer', externalId: { in: payouts.map(({ payoutId }) => `po_${payoutId}`) } },
    select: { externalId: true, odooId: true },
  });
  const lines = new Map(bindings.map(({ externalId, odooId }) => [externalId, odooId]));
  return payouts.flatMap(({ payoutId, state, proof }) => {
    const lineId = lines.get(`po_${payoutId}`);
    if (lineId === undefined) return [];
    return [
      {
        payoutId,
        state: state as TransferOnTheWay['state'],
        lineId,
        proof: proof as unknown as ProofView | null,
      },
    ];
  });
}
