import type { Account, Books, Journal } from '../../accounting/books';
import type { Finding } from '../../accounting/finding';
import type { OdooClient, OdooRow } from '../client/odoo-client';
import { flagOf, idOf, nameOf, textOf } from '../client/row';
import { accountIn } from './account-in';
import type { BookMappings } from './book-mappings';
import { mappingBroken } from './mapping-findings';
import { at, documentPart, journalOf, openBooks, withTaxes } from './open-books';

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
  const opened = await openBooks(client, mappings, {
    ...(mappings.clearingJournalId === undefined ? {} : { journalId: mappings.clearingJournalId }),
    accountIds: (company) => payoutAccountIds(mappings, company),
  });
  const { company, companyCurrency, journals, findings, use, need } = opened;
  const clearing = need(clearingOf(journals, mappings, companyCurrency, findings), at('clearing-journal'));
  const feeAccount = need(use(mappings.feeAccountId, 'counterpart', at('fee')), at('fee'));
  const transferAccount = need(
    use(transferIdOf(mappings, company), 'transfer', at('transfer')),
    at('transfer'),
  );
  const part = await documentPart(client, mappings, opened);
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
  if (!clearing || !feeAccount || !transferAccount || !part) return { findings };
  const books: Books = {
    ...(await withTaxes(client, mappings, part, findings)),
    clearing: { ...clearing, currency: mappings.payoutCurrency },
    feeAccount,
    transferAccount,
    ...(optional.feeVatAccount ? { feeVatAccount: optional.feeVatAccount } : {}),
    ...(optional.exchangeAccount ? { exchangeAccount: optional.exchangeAccount } : {}),
    ...(optional.chargeWithoutDocument ? { chargeWithoutDocument: optional.chargeWithoutDocument } : {}),
    types,
  };
  return { books, findings };
}

/** The company's own transfer account stands in where none was chosen. */
function transferIdOf(mappings: BookMappings, company: OdooRow): number | undefined {
  return mappings.transferAccountId ?? idOf(company, 'transfer_account_id');
}

function payoutAccountIds(mappings: BookMappings, company: OdooRow): (number | undefined)[] {
  return [
    mappings.feeAccountId,
    mappings.feeVatAccountId,
    transferIdOf(mappings, company),
    mappings.exchangeAccountId,
    mappings.chargeWithoutDocumentId,
    ...Object.values(mappings.typeAccountIds),
  ];
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
