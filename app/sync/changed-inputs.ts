import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Document } from '../accounting/document';
import type { Finding } from '../accounting/finding';
import type { Money } from '../accounting/money';
import type { BindingRecord } from '../database/bindings';
import { documentHash, transactionHash } from './input-hash';

/** What a record in Odoo was made from, as Shopify says it now. */
export interface Input {
  readonly externalId: string;
  readonly hash: string;
  readonly object: Finding['object'];
  readonly now: Money;
}

export function inputOfDocument(document: Document): Input {
  const { key, reference, total } = document;
  const object = { type: 'document', id: key, name: reference } as const;
  return { externalId: key, hash: documentHash(document), object, now: total };
}

export function inputOfTransaction(transaction: BalanceTransaction): Input {
  const { id, type, net } = transaction;
  const object = { type: 'balance transaction', id, name: type } as const;
  return { externalId: `bt_${id}`, hash: transactionHash(transaction), object, now: net };
}

/** What was posted once from other figures than Shopify gives now. Posted records are never edited: a person decides. */
export function changedInputs(
  inputs: readonly Input[],
  bindings: ReadonlyMap<string, BindingRecord>,
): Finding[] {
  return inputs.flatMap(({ externalId, hash, object, now }): Finding[] => {
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
