import { describe, expect, it } from 'vitest';
import { accounts, eur, someBooks, transaction } from '../../test/support/builders';
import { documentKey, type DocumentKey } from '../accounting/ids';
import type { MatchContext } from '../accounting/match-transaction';
import { negate } from '../accounting/money';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import { shortOpenItems } from './short-open-items';

const keys = ['agreement_1', 'agreement_2'].map(documentKey);

/** Two agreements of one day, each paid with 10.00, of whose document so much is open. */
function found(open: string, linesStanding: ReadonlyMap<string, number> = new Map()) {
  const amount = eur('20.00');
  const item = {
    id: 7,
    kind: 'receivable',
    account: accounts.receivable,
    amount,
    residual: eur(open),
  } as const;
  const inOdoo: DocumentInOdoo = {
    moveId: 3,
    state: 'posted',
    number: 'INV/2026/00012',
    date: undefined,
    items: [{ ...item, reconciled: false, matching: '', taxIds: [] }],
  };
  const standing = new Map<DocumentKey, DocumentInOdoo>(keys.map((key) => [key, inOdoo]));
  const charges = keys.map((_, index) => transaction('CHARGE', '10.00', { id: String(index) }));
  const match: MatchContext = {
    books: someBooks(),
    orderOf: () => undefined,
    foundInvoices: () => [],
    orderIsMissing: () => false,
    standing: ({ id, amount: gross }) => {
      const document = keys[Number(id)];
      if (!document) return undefined;
      const open = {
        key: document,
        document,
        itemId: 7,
        account: accounts.receivable,
        name: 'INV/2026/00012',
      };
      return { kind: 'open-item', item: open, gross, amount: gross };
    },
  };
  return shortOpenItems(charges, match, standing, linesStanding);
}

describe('The open item that agreements of one day share', () => {
  it('is enough where it is open for all of them together', () => {
    expect(found('20.00')).toEqual([]);
  });

  it('is short where it is open for each by itself and not for all', () => {
    expect(found('12.00')).toMatchObject([
      {
        kind: 'open-item-short',
        expected: eur('20.00'),
        actual: eur('12.00'),
        residual: negate(eur('8.00')),
      },
    ]);
  });

  it('is not asked for what lines of ours have settled before', () => {
    expect(found('10.00', new Map([['bt_0', 1]]))).toEqual([]);
  });
});
