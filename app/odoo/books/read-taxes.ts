import type { Account, BookedTax } from '../../accounting/books';
import type { Finding } from '../../accounting/finding';
import { readTaxKey, type TaxKey } from '../../accounting/tax-key';
import { accountIn } from './account-in';
import type { OdooClient, OdooRow } from '../client/odoo-client';
import { flagOf, idOf, numberOf, textOf } from '../client/row';
import { mappingBroken } from './mapping-findings';

/** The mapped taxes with the accounts that they book on. Two calls, however many taxes. */
export async function readTaxes(
  client: OdooClient,
  taxIds: Readonly<Record<TaxKey, number>>,
  /** Where Odoo books a tax whose repartition names no account. */
  salesAccount: Account,
): Promise<{ taxes: Map<TaxKey, BookedTax>; findings: Finding[] }> {
  const taxes = new Map<TaxKey, BookedTax>();
  const findings: Finding[] = [];
  const ids = [...new Set(Object.values(taxIds))];
  if (ids.length === 0) return { taxes, findings };
  const rows = await client.searchRead(
    'account.tax',
    [['id', 'in', ids]],
    ['name', 'amount', 'amount_type', 'type_tax_use', 'price_include', 'active'],
    { context: { active_test: false } },
  );
  const repartition = await client.searchRead(
    'account.tax.repartition.line',
    [
      ['tax_id', 'in', ids],
      ['repartition_type', '=', 'tax'],
    ],
    ['tax_id', 'document_type', 'account_id', 'factor_percent'],
    { order: 'id' },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [key, id] of Object.entries(taxIds) as [TaxKey, number][]) {
    const row = byId.get(id);
    const result = row
      ? bookedTax(key, row, repartition, salesAccount)
      : mappingBroken(placeOf(key), '', 'gone');
    if ('kind' in result) findings.push(result);
    else taxes.set(key, result);
  }
  return { taxes, findings };
}

const placeOf = (key: TaxKey) => ({ id: key, section: 'taxes' }) as const;

function bookedTax(
  key: TaxKey,
  row: OdooRow,
  repartition: readonly OdooRow[],
  salesAccount: Account,
): BookedTax | Finding {
  const name = textOf(row, 'name');
  const { rate: shopifys, remitted } = readTaxKey(key);
  // Tax that Shopify pays itself is on none of the merchant's documents.
  const wanted = remitted ? '0' : shopifys;
  const rate = String(numberOf(row, 'amount'));
  if (!flagOf(row, 'active')) return mappingBroken(placeOf(key), name, 'archived');
  if (textOf(row, 'type_tax_use') !== 'sale') return mappingBroken(placeOf(key), name, 'not-a-sale-tax');
  const ofPercent = textOf(row, 'amount_type') === 'percent';
  if (!ofPercent || normal(rate) !== normal(wanted)) {
    return mappingBroken(placeOf(key), name, 'other-rate', { expected: wanted, actual: rate });
  }
  const accountOn = (documentType: string): Account | undefined => {
    const lines = repartition.filter(
      (line) => idOf(line, 'tax_id') === row.id && textOf(line, 'document_type') === documentType,
    );
    const line = lines.find((candidate) => numberOf(candidate, 'factor_percent') > 0);
    return line ? (accountIn(line, 'account_id') ?? salesAccount) : undefined;
  };
  const invoiceAccount = accountOn('invoice');
  const refundAccount = accountOn('refund');
  const hasItem = normal(rate) !== '0';
  return {
    id: row.id,
    name,
    rate,
    priceIncluded: flagOf(row, 'price_include'),
    ...(hasItem && invoiceAccount ? { invoiceAccount } : {}),
    ...(hasItem && refundAccount ? { refundAccount } : {}),
  };
}

/** "21.0", "21" and "21.00" are one rate. */
function normal(rate: string): string {
  return rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate;
}
