import type { Account, DocumentBooks, Journal, LineRole } from '../../accounting/books';
import { currency as readCurrency, type Currency } from '../../accounting/currency';
import type { Finding } from '../../accounting/finding';
import type { OdooClient, OdooRow } from '../client/odoo-client';
import { flagOf, idOf, nameOf, textOf } from '../client/row';
import { accountIn } from './account-in';
import type { DocumentBookMappings } from './book-mappings';
import { mappingBroken, mappingMissing, type MappingPlace } from './mapping-findings';
import { fittingAccount, readAccounts, type AccountUse } from './read-accounts';
import { lockDateFields, lockDatesIn } from './read-lock-dates';
import { readTaxes } from './read-taxes';

/** What both kinds of books are read from: the company, its journals, the accounts that are mapped. */
export interface OpenedBooks {
  readonly company: OdooRow;
  readonly companyCurrency: Currency;
  /** Sales journals, and the one that was asked for besides; archived ones too. */
  readonly journals: readonly OdooRow[];
  readonly findings: Finding[];
  /** The account of a mapping; a finding where it does not fit. */
  readonly use: (id: number | undefined, kind: AccountUse, place: MappingPlace) => Account | undefined;
  /** A finding where there is nothing and nothing was said of it yet. */
  readonly need: <Value>(value: Value | undefined, place: MappingPlace) => Value | undefined;
}

export const at = (id: string): MappingPlace => ({ id, section: 'accounts' });

/** Reads the company, then journals and accounts. Three calls. `accountIds` are those mapped beside the documents' own. */
export async function openBooks(
  client: OdooClient,
  mappings: DocumentBookMappings,
  {
    journalId,
    accountIds = () => [],
  }: {
    readonly journalId?: number;
    readonly accountIds?: (company: OdooRow) => readonly (number | undefined)[];
  } = {},
): Promise<OpenedBooks> {
  const findings: Finding[] = [];
  const company = await readCompany(client);
  const journals = await client.searchRead(
    'account.journal',
    ['|', ['type', '=', 'sale'], ['id', 'in', [journalId ?? 0]]],
    ['name', 'code', 'type', 'currency_id', 'default_account_id', 'active'],
    { context: { active_test: false }, order: 'id' },
  );
  const ids = [
    mappings.salesAccountId,
    mappings.cashRoundingId,
    ...Object.values(mappings.roleAccountIds),
    ...accountIds(company),
  ];
  const accounts = await readAccounts(
    client,
    ids.filter((id): id is number => id !== undefined),
  );
  return {
    company,
    companyCurrency: readCurrency(nameOf(company, 'currency_id')),
    journals,
    findings,
    use: (id, kind, place) => {
      if (id === undefined) return undefined;
      const result = fittingAccount(accounts, id, kind, place);
      if (!('kind' in result)) return result;
      findings.push(result);
      return undefined;
    },
    need: (value, place) => {
      if (value === undefined && !findings.some(({ object }) => object.id === place.id)) {
        findings.push(mappingMissing(place));
      }
      return value;
    },
  };
}

/** The documents' part of the books, but for the taxes; undefined where something every order needs is missing. */
export async function documentPart(
  client: OdooClient,
  mappings: DocumentBookMappings,
  { company, companyCurrency, journals, findings, use, need }: OpenedBooks,
): Promise<Omit<DocumentBooks, 'taxes'> | undefined> {
  const [partner] = await client.read(
    'res.partner',
    [idOf(company, 'partner_id') ?? 0],
    ['property_account_receivable_id'],
  );
  const sales = salesJournalOf(journals, mappings, findings);
  const salesJournal = need(sales && journalOf(sales), at('sales-journal'));
  const salesAccount = need(
    use(mappings.salesAccountId, 'income', at('sales')) ?? (sales && accountIn(sales, 'default_account_id')),
    at('sales'),
  );
  const receivable = need(partner && accountIn(partner, 'property_account_receivable_id'), at('receivable'));
  const cashRounding = use(mappings.cashRoundingId, 'counterpart', at('cash-rounding'));
  const roles = new Map<LineRole, Account>();
  for (const [role, id] of Object.entries(mappings.roleAccountIds) as [LineRole, number][]) {
    const account = use(id, 'counterpart', { id: role, section: 'lines' });
    if (account) roles.set(role, account);
  }
  if (!salesJournal || !salesAccount || !receivable) return undefined;
  return {
    companyCurrency,
    timeZone: mappings.timeZone,
    salesJournal,
    salesAccount,
    receivable,
    ...(cashRounding ? { cashRounding } : {}),
    roles,
    lockDates: lockDatesIn(company),
    postOnFirstOpenDay: mappings.postOnFirstOpenDay,
  };
}

/** The whole of the documents' books: taxes are read last, because one without an account goes to the sales account. */
export async function withTaxes(
  client: OdooClient,
  mappings: DocumentBookMappings,
  part: Omit<DocumentBooks, 'taxes'>,
  findings: Finding[],
): Promise<DocumentBooks> {
  const { taxes, findings: ofTaxes } = await readTaxes(client, mappings.taxIds, part.salesAccount);
  findings.push(...ofTaxes);
  return { ...part, taxes };
}

export function journalOf(row: OdooRow): Journal {
  return { id: row.id, code: textOf(row, 'code'), name: textOf(row, 'name') };
}

async function readCompany(client: OdooClient): Promise<OdooRow> {
  const fields = [...(await lockDateFields(client)), 'currency_id', 'partner_id', 'transfer_account_id'];
  const domain = [['id', '=', await client.company()]] as const;
  const [company] = await client.searchRead('res.company', domain, fields, { limit: 1 });
  if (!company) throw new RangeError('the company that was chosen is not visible to the user in Odoo');
  return company;
}

function salesJournalOf(
  journals: readonly OdooRow[],
  mappings: DocumentBookMappings,
  findings: Finding[],
): OdooRow | undefined {
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
