import type { Finding } from '../../accounting/finding';
import type { OdooClient } from '../client/odoo-client';
import { flagOf, idOf, idsOf, textOf } from '../client/row';
import { mappingBroken, type Breach, type MappingPlace } from './mapping-findings';
import { fittingAccount, readAccounts } from './read-accounts';

/** A record that a mapping is to point at. */
export interface MappedRecord {
  /** How the caller knows the mapping: `gateway:manual`. */
  readonly place: string;
  readonly key: string;
  readonly section: MappingPlace['section'];
  readonly id: number;
  readonly as: MappedAs;
}

export type MappedAs =
  | 'payment-journal'
  | 'payment-account'
  | 'counterpart'
  | 'product.product'
  | 'account.payment.term'
  | 'account.fiscal.position'
  | 'crm.team'
  | 'account.analytic.account';

/** Where money can wait or come from: not a customer's own account, and no income or cost. */
const paymentAccount = /^(asset_current|asset_cash|asset_prepayments|asset_non_current|liability_.*)$/;

/**
 * Why records cannot stand where they were chosen, by the mapping's place: archived, or of another kind. One call a kind
 * of record. Records that do not exist are left to who read their names.
 */
export async function checkMappedRecords(
  client: OdooClient,
  records: readonly MappedRecord[],
): Promise<Record<string, Finding>> {
  const problems: Record<string, Finding> = {};
  const groups = new Map<MappedAs, MappedRecord[]>();
  for (const record of records) groups.set(record.as, [...(groups.get(record.as) ?? []), record]);
  for (const [as, group] of groups) {
    const found = await problemsOf(client, as, group);
    for (const record of group) {
      const problem = found(record);
      if (problem) problems[record.place] = problem;
    }
  }
  return problems;
}

type Judge = (record: MappedRecord) => Finding | undefined;

async function problemsOf(client: OdooClient, as: MappedAs, group: readonly MappedRecord[]): Promise<Judge> {
  switch (as) {
    case 'payment-account':
    case 'counterpart':
      return accountJudge(client, as, group);
    case 'payment-journal':
      return activeJudge(client, 'account.journal', ['type'], group, (row) =>
        ['bank', 'cash', 'general'].includes(textOf(row, 'type')) ? undefined : 'wrong-journal',
      );
    case 'account.payment.term':
      // A document in parts has an open item for each; a payment settles one.
      return activeJudge(client, as, ['line_ids'], group, (row) =>
        idsOf(row, 'line_ids').length > 1 ? 'in-parts' : undefined,
      );
    case 'account.analytic.account':
      return analyticJudge(client, group);
    default:
      return activeJudge(client, as, [], group, () => undefined);
  }
}

async function accountJudge(
  client: OdooClient,
  as: 'payment-account' | 'counterpart',
  group: readonly MappedRecord[],
): Promise<Judge> {
  const accounts = await readAccounts(
    client,
    group.map(({ id }) => id),
  );
  return (record) => {
    const place = placeOf(record);
    if (as === 'counterpart') {
      const fitting = fittingAccount(accounts, record.id, 'counterpart', place);
      return 'kind' in fitting ? fitting : undefined;
    }
    const account = accounts.get(record.id);
    if (!account) return undefined;
    const breach: Breach | undefined = account.archived
      ? 'archived'
      : !paymentAccount.test(account.type) || account.type === 'liability_payable'
        ? 'wrong-type'
        : undefined;
    return breach && mappingBroken(place, `${account.code} ${account.name}`, breach, { type: account.type });
  };
}

type Row = Readonly<Record<string, unknown>> & { readonly id: number };

async function activeJudge(
  client: OdooClient,
  model: string,
  fields: readonly string[],
  group: readonly MappedRecord[],
  breachOf: (row: Row) => Breach | undefined,
): Promise<Judge> {
  const rows = await client.searchRead(
    model,
    [['id', 'in', group.map(({ id }) => id)]],
    ['name', 'active', ...fields],
    { context: { active_test: false } },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (record) => {
    const row = byId.get(record.id);
    if (!row) return undefined;
    const breach = flagOf(row, 'active') ? breachOf(row) : 'archived';
    return breach && mappingBroken(placeOf(record), textOf(row, 'name'), breach);
  };
}

/** Odoo spreads a line over analytic accounts of several plans; two of one plan would share it. */
async function analyticJudge(client: OdooClient, group: readonly MappedRecord[]): Promise<Judge> {
  const plans = new Map<number, number>();
  return activeJudge(client, 'account.analytic.account', ['plan_id'], group, (row) => {
    const plan = idOf(row, 'plan_id') ?? 0;
    const known = plans.get(plan);
    if (known !== undefined) return 'same-plan';
    plans.set(plan, row.id);
    return undefined;
  });
}

function placeOf({ key, section }: MappedRecord): MappingPlace {
  return { id: key, section };
}
