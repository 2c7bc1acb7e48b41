import type { EntryView, PreviewView } from '../../app/views/payout-view';
import { view } from './example-money';

const item = (
  account: string,
  label: string,
  debit: number | null,
  credit: number | null,
  currency = 'EUR',
) => ({
  account,
  label,
  debit: debit === null ? null : view(debit, currency),
  credit: credit === null ? null : view(credit, currency),
});

export function exampleEntry(traits: Partial<EntryView> = {}): EntryView {
  return {
    key: 'bt_43091001',
    kind: 'statement-line',
    journal: 'SHPFY Shopify Payments EUR',
    date: '2026-11-01',
    reference: 'Charge #1001',
    exists: false,
    items: [
      item('101402 Shopify Payments EUR', 'Charge #1001', 4_496, null),
      item('612000 Payment fees', 'Charge #1001', 41, null),
      item('110000 Debtors', 'INV/2026/00001', null, 4_537),
    ],
    total: view(4_537),
    ...traits,
  };
}

export function examplePreview(traits: Partial<PreviewView> = {}): PreviewView {
  return {
    entries: [
      exampleEntry({
        key: 'agreement_1',
        kind: 'invoice',
        journal: 'INV Customer Invoices',
        reference: '#1001',
        items: [
          item('110000 Debtors', '#1001', 4_537, null),
          item('400000 Sales', 'Watering can, zinc', null, 3_750),
          item('211000 VAT 21%', '21%', null, 787),
        ],
      }),
      exampleEntry(),
    ],
    totals: [
      { account: '101402 Shopify Payments EUR', debit: view(4_496), credit: view(0) },
      { account: '110000 Debtors', debit: view(4_537), credit: view(4_537) },
      { account: '211000 VAT 21%', debit: view(0), credit: view(787) },
      { account: '400000 Sales', debit: view(0), credit: view(3_750) },
      { account: '612000 Payment fees', debit: view(41), credit: view(0) },
    ],
    findings: [],
    canPost: true,
    ...traits,
  };
}
