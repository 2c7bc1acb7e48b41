import type { Odoo } from './odoo';
import { accessError } from './odoo-error';

export type Deed = 'create' | 'modify' | 'delete' | 'access';

interface Guard {
  readonly label: string;
  readonly deeds: readonly Deed[];
  /** Who may, as 17 and 19 name the group. */
  readonly groups: Readonly<Record<17 | 19, string>>;
}

const CHANGE: readonly Deed[] = ['create', 'modify', 'delete'];
const BOOKKEEPER = { 17: 'Technical/Show Full Accounting Features', 19: 'Basic' };
const ADMINISTRATOR = { 17: 'Invoicing/Billing Administrator', 19: 'Accounting/Administrator' };

/** What a user who may only invoice is refused, and an accountant is not. */
const GUARDS: Record<string, Guard> = {
  'account.bank.statement.line': { label: 'Bank Statement Line', deeds: CHANGE, groups: BOOKKEEPER },
  'account.bank.statement': { label: 'Bank Statement', deeds: CHANGE, groups: BOOKKEEPER },
  'account.account': { label: 'Account', deeds: CHANGE, groups: ADMINISTRATOR },
  'account.journal': { label: 'Journal', deeds: CHANGE, groups: ADMINISTRATOR },
  'account.tax': { label: 'Tax', deeds: CHANGE, groups: ADMINISTRATOR },
};

/** External ids can be loaded by everyone, but searched and read only with the rights of an administrator. */
const MODEL_DATA: Guard = {
  label: 'Model Data',
  deeds: ['access', ...CHANGE],
  groups: { 17: 'Administration/Access Rights', 19: 'Access Rights' },
};

export function isAllowed(odoo: Odoo, model: string, deed: Deed): boolean {
  const { noAccountRights, noModelDataRights } = odoo.faults;
  if (model === 'ir.model.data') return !(noModelDataRights || noAccountRights);
  return !(noAccountRights && GUARDS[model]?.deeds.includes(deed));
}

export function refuseWithoutRights(odoo: Odoo, model: string, deed: Deed): void {
  if (isAllowed(odoo, model, deed)) return;
  const guard = model === 'ir.model.data' ? MODEL_DATA : GUARDS[model];
  if (!guard) return;
  throw accessError(
    `You are not allowed to ${deed} '${guard.label}' (${model}) records.\n\n` +
      `This operation is allowed for the following groups:\n\t- ${guard.groups[odoo.version]}\n\n` +
      'Contact your administrator to request access if necessary.',
  );
}
