import type { Odoo } from '../odoo';
import type { Context, Rules } from '../rules';
import { link, type Row, text, type Values } from '../row';
import { checkVat, fixedVat } from './partner-vat';

const PARTNER = 'res.partner';
const ADDRESS = ['street', 'street2', 'zip', 'city', 'state_id', 'country_id'];

/** The company at the top of a contact's family, or the contact itself. */
function commercial(odoo: Odoo, partner: Row): number {
  const parent = odoo.table(PARTNER).get(link(partner, 'parent_id'));
  return partner.is_company === true || !parent ? partner.id : commercial(odoo, parent);
}

function complete(odoo: Odoo, partner: Row, vals: Values, context: Context): void {
  const parent = odoo.table(PARTNER).get(link(partner, 'parent_id'));
  odoo.table(PARTNER).patch(partner.id, {
    type: text(partner, 'type') || 'contact',
    is_company: partner.is_company === true,
    email_normalized: text(partner, 'email').trim().toLowerCase() || null,
    vat: fixedVat(odoo, partner) || (parent ? text(parent, 'vat') : '') || null,
    customer_rank: typeof partner.customer_rank === 'number' ? partner.customer_rank : 0,
  });
  for (const child of odoo.table(PARTNER).by('parent_id', partner.id)) {
    if (vals.vat !== undefined && child.is_company !== true)
      odoo.table(PARTNER).patch(child.id, { vat: partner.vat ?? null });
  }
  checkVat(odoo, partner, context);
}

const addressOf = (partner: Row) =>
  Object.fromEntries(ADDRESS.map((field) => [field, partner[field] ?? null]));
const hasAddress = (partner: Row) => ADDRESS.some((field) => Boolean(partner[field]));

/** A contact has its parent's address; a parent without any gets that of its first child. A child has no company's name. */
function syncAddress(odoo: Odoo, partner: Row): void {
  const table = odoo.table(PARTNER);
  const parent = table.get(link(partner, 'parent_id'));
  if (!parent) return;
  table.patch(partner.id, { company_name: null });
  if (partner.type === 'contact' && hasAddress(parent)) table.patch(partner.id, addressOf(parent));
  const isHead = parent.is_company === true || link(parent, 'parent_id') === null;
  const isFirst = table.by('parent_id', parent.id).length === 1;
  if (isHead && isFirst && hasAddress(partner) && !hasAddress(parent))
    table.patch(parent.id, addressOf(partner));
}

function nameOfCompany(odoo: Odoo, partner: Row): string {
  const head = odoo.table(PARTNER).get(commercial(odoo, partner));
  return (head?.is_company === true && text(head, 'name')) || text(partner, 'company_name');
}

const typeNames = {
  17: { invoice: 'Invoice Address', delivery: 'Delivery Address', other: 'Other Address' },
  19: { invoice: 'Invoice', delivery: 'Delivery', other: 'Other' },
} as const;

/** Children are made before their parent's columns are complete, so the number is handed down at the end. */
export const resPartner: Rules = {
  order: 'display_name, id desc',
  displayName: (odoo, partner) => {
    const parent = odoo.table(PARTNER).get(link(partner, 'parent_id'));
    const own = text(partner, 'name');
    const company = nameOfCompany(odoo, partner);
    if (!parent && !text(partner, 'company_name')) return own;
    const names: Record<string, string> = typeNames[odoo.version];
    const name = own || (names[text(partner, 'type')] ?? '');
    return partner.is_company === true ? name : `${company || (parent ? text(parent, 'name') : '')}, ${name}`;
  },
  create: (odoo, vals, context) => {
    const partner = odoo.insert(PARTNER, vals, context);
    complete(odoo, partner, vals, context);
    syncAddress(odoo, partner);
    return partner.id;
  },
  write: (odoo, ids, vals, context) => {
    odoo.update(PARTNER, ids, vals, context);
    for (const partner of odoo.rows(PARTNER, ids)) complete(odoo, partner, vals, context);
  },
  computed: {
    commercial_partner_id: commercial,
    commercial_company_name: (odoo, partner) => nameOfCompany(odoo, partner) || null,
    company_type: (_, partner) => (partner.is_company === true ? 'company' : 'person'),
    // Partners are shared by all companies unless somebody says otherwise.
    company_id: (_, partner) => link(partner, 'company_id'),
    complete_name: (odoo, partner) => odoo.displayName(PARTNER, partner.id),
    property_account_receivable_id: (odoo, partner) =>
      link(partner, 'property_account_receivable_id') ?? link(odoo.company(), 'fake_receivable_id'),
    property_account_payable_id: (odoo, partner) =>
      link(partner, 'property_account_payable_id') ?? link(odoo.company(), 'fake_payable_id'),
  },
};
