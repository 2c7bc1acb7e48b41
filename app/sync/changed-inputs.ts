import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Document } from '../accounting/document';
import type { Finding } from '../accounting/finding';
import { bindingsOf } from '../database/bindings';
import { documentHash, transactionHash } from './input-hash';
import type { ShopContext } from './shop-context';

/** What was posted once from other figures than Shopify gives now. Posted records are never edited: a person decides. */
export async function changedInputs(
  { database, shop }: ShopContext,
  documents: readonly Document[],
  transactions: readonly BalanceTransaction[],
): Promise<Finding[]> {
  const wanted = [
    ...documents.map((document) => ({
      externalId: document.key,
      hash: documentHash(document),
      object: { type: 'document', id: document.key, name: document.reference } as const,
      now: document.total,
    })),
    ...transactions.map((transaction) => ({
      externalId: `bt_${transaction.id}`,
      hash: transactionHash(transaction),
      object: { type: 'balance transaction', id: transaction.id, name: transaction.type } as const,
      now: transaction.net,
    })),
  ];
  const bindings = await bindingsOf(
    database,
    shop.id,
    wanted.map(({ externalId }) => externalId),
  );
  return wanted.flatMap(({ externalId, hash, object, now }): Finding[] => {
    const binding = bindings.get(externalId);
    if (!binding || binding.inputHash === hash) return [];
    return [
      {
        kind: 'input-changed',
        severity: 'blocks',
        object,
        actual: now,
        facts: { reference: object.name, what: 'input' },
        remedy: { page: 'odoo-record', model: binding.model, id: binding.odooId },
      },
    ];
  });
}
