import type { Account, Journal } from '../../accounting/books';
import { currency as readCurrency } from '../../accounting/currency';
import type { Finding } from '../../accounting/finding';
import type { OdooClient, OdooRow } from '../client/odoo-client';
import { flagOf, idOf, nameOf, textOf } from '../client/row';
import type { PaymentTarget } from '../payments/payment-to-load';
import { accountIn } from './account-in';
import { gatewayMappings, type GatewayMapping, type MappingLike } from './gateway-mappings';
import { mappingBroken, mappingMissing, type MappingPlace } from './mapping-findings';
import { fittingAccount, readAccounts, type MappedAccount } from './read-accounts';
import { readOutstandingAccounts } from './read-outstanding-accounts';

export interface Gateways {
  /** By Shopify's name of the gateway. */
  readonly targets: ReadonlyMap<string, PaymentTarget>;
  /** Gateways whose payments are not registered: the merchant said so, or their money comes through payouts. */
  readonly notRegistered: ReadonlySet<string>;
  /** Of gateways that are mapped and cannot be used; they are in neither of the others. */
  readonly findings: readonly Finding[];
}

/**
 * Where the payments of each gateway go. Five calls at most; none where nothing is mapped. Of a journal
 * without a chosen account the money waits where Odoo's own payments of it would, on outstanding receipts; a cash
 * journal is a till (a statement line on its own account), and of others the account must be chosen.
 */
export async function readGateways(client: OdooClient, mappings: readonly MappingLike[]): Promise<Gateways> {
  const { chosen, notRegistered } = gatewayMappings(mappings);
  const targets = new Map<string, PaymentTarget>();
  const findings: Finding[] = [];
  if (chosen.size === 0) return { targets, notRegistered, findings };
  const gateways = [...chosen.values()];
  const journals = await readJournals(client, gateways);
  const accounts = await readAccounts(
    client,
    gateways.flatMap(({ accountId }) => accountId ?? []),
  );
  const waiting = gateways.flatMap(({ accountId, journalId }) =>
    accountId === undefined && journalId !== undefined
      ? (journals.find(({ id }) => id === journalId) ?? [])
      : [],
  );
  const outstanding = await readOutstandingAccounts(
    client,
    waiting.filter((row) => textOf(row, 'type') !== 'general'),
  );
  for (const [gateway, mapping] of chosen) {
    const target = targetOf(gateway, mapping, { journals, accounts, outstanding });
    if ('kind' in target) findings.push(target);
    else targets.set(gateway, target);
  }
  return { targets, notRegistered, findings };
}

interface InOdoo {
  readonly journals: readonly OdooRow[];
  readonly accounts: ReadonlyMap<number, MappedAccount>;
  /** By journal. */
  readonly outstanding: ReadonlyMap<number, Account>;
}

function readJournals(client: OdooClient, gateways: readonly GatewayMapping[]): Promise<OdooRow[]> {
  const ids = gateways.flatMap(({ journalId }) => journalId ?? []);
  return client.searchRead(
    'account.journal',
    ['|', ['id', 'in', ids], '&', ['type', '=', 'general'], ['active', '=', true]],
    ['name', 'code', 'type', 'active', 'currency_id', 'default_account_id'],
    { context: { active_test: false } },
  );
}

function targetOf(
  gateway: string,
  { journalId, accountId }: GatewayMapping,
  { journals, accounts, outstanding }: InOdoo,
): PaymentTarget | Finding {
  const place: MappingPlace = { id: gateway, section: 'gateways' };
  const row =
    journalId === undefined
      ? journals.find((one) => textOf(one, 'type') === 'general')
      : journals.find(({ id }) => id === journalId);
  if (!row) return journalId === undefined ? mappingMissing(place) : mappingBroken(place, '', 'gone');
  const name = textOf(row, 'name');
  const type = textOf(row, 'type');
  if (!flagOf(row, 'active')) return mappingBroken(place, name, 'archived');
  if (type === 'sale' || type === 'purchase') return mappingBroken(place, name, 'wrong-type', { type });
  const own = accountIn(row, 'default_account_id');
  const journal: Journal = { id: row.id, code: textOf(row, 'code'), name };
  const unit = nameOf(row, 'currency_id');
  const base = { journal, ...(unit ? { currency: readCurrency(unit) } : {}) };
  if (accountId === undefined) {
    const account = outstanding.get(row.id);
    if (account) return { ...base, account, asStatementLine: false };
    return type === 'cash' && own ? { ...base, account: own, asStatementLine: true } : mappingMissing(place);
  }
  const account = fittingAccount(accounts, accountId, 'money', place);
  if ('kind' in account) return account;
  if (account.id === idOf(row, 'default_account_id') && type !== 'general') {
    return { ...base, account, asStatementLine: true };
  }
  // The balance of another journal would move without a line on its statement.
  return accounts.get(accountId)?.type === 'asset_cash'
    ? mappingBroken(place, `${account.code} ${account.name}`, 'wrong-type', { type: 'asset_cash' })
    : { ...base, account, asStatementLine: false };
}
