import { ADMIN, type Odoo } from '../odoo';
import { type Call, onModel, onRecords, type Rules } from '../rules';
import { text, written } from '../row';

const GROUPS = new Set([
  'base.group_user',
  'base.group_system',
  'base.group_erp_manager',
  'base.group_partner_manager',
  'base.group_no_one',
  'account.group_account_invoice',
  'account.group_account_readonly',
  'account.group_account_basic',
  'account.group_account_user',
  'account.group_account_manager',
  'sales_team.group_sale_manager',
  'sales_team.group_sale_salesman',
  'stock.group_stock_user',
  'stock.group_stock_manager',
]);

const LIMITED = new Set([
  'account.group_account_basic',
  'account.group_account_user',
  'account.group_account_readonly',
  'account.group_account_manager',
  'base.group_system',
]);

export function hasGroup(odoo: Odoo, group: string): boolean {
  if (odoo.faults.noAccountRights && LIMITED.has(group)) return false;
  return GROUPS.has(group) && !(odoo.version === 17 && group === 'account.group_account_basic');
}

const hasGroups = (odoo: Odoo, call: Call): boolean =>
  written(call.args.group_spec ?? call.args.groups)
    .split(',')
    .some((group) =>
      group.startsWith('!') ? !hasGroup(odoo, group.slice(1)) : hasGroup(odoo, group.trim()),
    );

const contextGet = (odoo: Odoo) => ({
  lang: text(odoo.table('res.users').must(ADMIN), 'lang') || 'en_US',
  tz: 'Europe/Amsterdam',
  uid: ADMIN,
});

/** 17 asks `has_group` of the model (the caller), 18 and later of the user's record. */
export const resUsers: Rules = {
  order: 'name, login',
  partOf: {
    link: 'partner_id',
    model: 'res.partner',
    own: [
      'id',
      'login',
      'active',
      'company_id',
      'company_ids',
      'groups_id',
      'group_ids',
      'share',
      'lang',
      'tz',
      'signature',
      'create_date',
      'write_date',
      'display_name',
    ],
  },
  displayName: (odoo, user) => odoo.displayName('res.partner', Number(user.partner_id)),
  methods: {
    context_get: onModel([], contextGet),
    has_group: onRecords(['group_ext_id'], (odoo, call) => hasGroup(odoo, String(call.args.group_ext_id))),
    has_groups: onRecords(['group_spec'], hasGroups),
    user_has_groups: onModel(['groups'], hasGroups),
  },
};
