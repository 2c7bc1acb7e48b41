import type { Account, Books, Journal, LineRole } from '../../accounting/books';
import { currency as readCurrency } from '../../accounting/currency';
import type { Finding } from '../../accounting/finding';
import type { OdooClient, OdooRow } from '../client/odoo-client';
import { flagOf, idOf, nameOf, textOf } from '../client/row';
import { accountIn } from './account-in';
import type { BookMappings } from './book-mappings';
import { mappingBroken, mappingMissing, type MappingPlace } from './mapping-findings';
import { fittingAccount, readAccounts, type AccountUse } from './read-accounts';
import { lockDateFields, lockDatesIn } from './read-lock-dates';
import { readTaxes } from './read-taxes';

export interface BooksRead {
  /** Absent while a mapping that every payout needs is missing or broken. */
  readonly books?: Books;
  readonly findings: readonly Finding[];
}

/**
 * Resolves the mappings to what stands in Odoo now, and says which do not hold any more. Six calls, however many
 * mappings. A mapping that only some payouts need (a type, a tax) is left out of the books when it is broken.
 */
export async function readBooks(client: OdooClient, mappings: BookMappings): Promise<BooksRead> {
  const findings: Finding[] = [];
  const company = await readCompany(client);
  const companyCurrency = readCurrency(nameOf(company, 'currency_id'));
  const journals = await client.searchRead(
    'account.journal',
    ['|', ['type', '=', 'sale'], ['id', 'in', [mappings.clearingJournalId ?? 0]]],
    ['name', 'code', 'type', 'currency_id', 'default_account_id', 'active'],
    { context: { active_test: false }, order: 'id' },
  );
  const [partner] = await client.read(
    'res.partner',
    [idOf(company, 'partner_id') ?? 0],
    ['property_account_receivable_id'],
  );
  const accounts = await readAccounts(client, mappedIds(mappings, company));
  const use = (id: number | undefined, kind: AccountUse, place: MappingPlace): Account | undefined => {
    if (id === undefined) return undefined;
    const result = fittingAccount(accounts, id, kind, place);
    if (!('kind' in result)) return result;
    findings.push(result);
    return undefined;
  };
  const need = <Value>(value: Value | undefined, place: MappingPlace): Value | undefined => {
    if (value === undefined && !findings.some(({ object }) => object.id === place.id)) {
      findings.push(mappingMissing(place));
    }
    return value;
  };
  const clearing = need(clearingOf(journals, mappings, companyCurrency, findings), at('clearing-journal'));
  const sales = salesJournalOf(journals, mappings, findings);
  const salesJournal = need(sales && journalOf(sales), at('sales-journal'));
  const salesAccount = need(
    use(mappings.salesAccountId, 'income', at('sales')) ?? (sales && accountIn(sales, 'default_account_id')),
    at('sales'),
  );
  const feeAccount = need(use(mappings.feeAccountId, 'counterpart', at('fee')), at('fee'));
  const transferAccount = need(
    use(mappings.transferAccountId ?? idOf(company, 'transfer_account_id'), 'transfer', at('transfer')),
    at('transfer'),
  );
  const receivable = need(partner && accountIn(partner, 'property_account_receivable_id'), at('receivable'));
  const optional = {
    feeVatAccount: use(mappings.feeVatAccountId, 'counterpart', at('fee-vat')),
    exchangeAccount: use(mappings.exchangeAccountId, 'counterpart', at('exchange')),
    chargeWithoutDocument: use(
      mappings.chargeWithoutDocumentId,
      'counterpart',
      at('charge-without-document'),
    ),
  };
  const types = new Map<string, Account>();
  for (const [type, id] of Object.entries(mappings.typeAccountIds)) {
    const account = use(id, 'counterpart', { id: type, section: 'types' });
    if (account) types.set(type, account);
  }
  const roles = new Map<LineRole, Account>();
  for (const [role, id] of Object.entries(mappings.roleAccountIds) as [LineRole, number][]) {
    const account = use(id, 'counterpart', { id: role, section: 'lines' });
    if (account) roles.set(role, account);
  }
  if (!clearing || !salesJournal || !salesAccount || !feeAccount || !transferAccount || !receivable) {
    return { findings };
  }
  const { taxes, findings: taxFindings } = await readTaxes(client, mappings.taxIds, salesAccount);
  const books: Books = {
    companyCurrency,
    timeZone: mappings.timeZone,
    salesJournal,
    salesAccount,
    receivable,
    clearing: { ...clearing, currency: mappings.payoutCurrency },
    feeAccount,
    transferAccount,
    ...(optional.feeVatAccount ? { feeVatAccount: optional.feeVatAccount } : {}),
    ...(optional.exchangeAccount ? { exchangeAccount: optional.exchangeAccount } : {}),
    ...(optional.chargeWithoutDocument ? { chargeWithoutDocument: optional.chargeWithoutDocument } : {}),
    types,
    taxes,
    roles,
    lockDates: lockDatesIn(company),
    postOnFirstOpenDay: mappings.postOnFirstOpenDay,
  };
  return { books, findings: [...findings, ...taxFindings] };
}

const at = (id: string): MappingPlace => ({ id, section: 'accounts' });

async function readCompany(client: OdooClient): Promise<OdooRow> {
  const fields = [...(await lockDateFields(client)), 'currency_id', 'partner_id', 'transfer_account_id'];
  const domain = [['id', '=', await client.company()]] as const;
  const [company] = await client.searchRead('res.company', domain, fields, { limit: 1 });
  if (!company) throw new RangeError('the company that was chosen is not visible to the user in Odoo');
  return company;
}

function mappedIds(mappings: BookMappings, company: OdooRow): number[] {
  const transfer = mappings.transferAccountId ?? idOf(company, 'transfer_account_id');
  return [
    mappings.feeAccountId,
    mappings.feeVatAccountId,
    transfer,
    mappings.salesAccountId,
    mappings.exchangeAccountId,
    mappings.chargeWithoutDocumentId,
    ...Object.values(mappings.typeAccountIds),
    ...Object.values(mappings.roleAccountIds),
  ].filter((id): id is number => id !== undefined);
}

function journalOf(row: OdooRow): Journal {
  return { id: row.id, code: textOf(row, 'code'), name: textOf(row, 'name') };
}

function salesJournalOf(journals: readonly OdooRow[], mappings: BookMappings, findings: Finding[]) {
  const sales = journals.filter((row) => textOf(row, 'type') === 'sale');
  const chosen = mappings.salesJournalId;
  const row = sales.find((candidate) =>
    chosen === undefined ? flagOf(candidate, 'active') : candidate.id === chosen,
  );
  if (chosen !== undefined && !row) findings.push(mappingBroken(at('sales-journal'), '', 'gone'));
  if (!row || flagOf(row, 'active')) return row;
  findings.push(mappingBroken(at('sales-journal'), textOf(row, 'name'), 'archived'));
  return undefined;
}

function clearingOf(
  journals: readonly OdooRow[],
  mappings: BookMappings,
  companyCurrency: string,
  findings: Finding[],
): { journal: Journal; account: Account } | undefined {
  if (mappings.clearingJournalId === undefined) return undefined;
  const place = at('clearing-journal');
  const row = journals.find(({ id }) => id === mappings.clearingJournalId);
  if (!row) {
    findings.push(mappingBroken(place, '', 'gone'));
    return undefined;
  }
  const name = textOf(row, 'name');
  const account = accountIn(row, 'default_account_id');
  const unit = nameOf(row, 'currency_id') || companyCurrency;
  const breach = !flagOf(row, 'active')
    ? 'archived'
    : textOf(row, 'type') !== 'bank'
      ? 'wrong-type'
      : unit !== mappings.payoutCurrency
        ? 'other-currency'
        : account
          ? undefined
          : 'no-account';
  if (!breach && account) return { journal: journalOf(row), account };
  const facts = { expected: mappings.payoutCurrency, actual: unit };
  findings.push(mappingBroken(place, name, breach ?? 'no-account', facts));
  return undefined;
}
