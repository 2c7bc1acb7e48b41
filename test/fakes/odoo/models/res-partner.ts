import type { Odoo } from '../odoo';
import { validationError } from '../odoo-error';
import type { Context, Rules } from '../rules';
import { link, type Row, text, type Values } from '../row';

const PARTNER = 'res.partner';

/** The Dutch check only: nine digits that pass the eleven test, B, two digits. Other countries' numbers are taken. */
function isDutchVat(vat: string): boolean {
  const match = /^NL(\d{9})B\d{2}$/.exec(vat);
  if (!match) return false;
  const digits = Array.from(match[1] ?? '', Number);
  const weighed = digits.slice(0, 8).reduce((sum, digit, at) => sum + digit * (9 - at), 0);
  return weighed % 11 === digits[8];
}

function checkVat(odoo: Odoo, partner: Row): void {
  const vat = text(partner, 'vat')
    .toUpperCase()
    .replaceAll(/[\s.-]/g, '');
  const country = odoo.table('res.country').get(link(partner, 'country_id'));
  if (!vat || vat === '/' || (country?.code !== 'NL' && !vat.startsWith('NL')) || isDutchVat(vat)) return;
  const padded = vat.replace(/^NL/, '').padStart(11, '0');
  const [shown, gap] = odoo.version === 17 ? [`NL${padded}`, ''] : [padded, ' '];
  throw validationError(
    `\nThe VAT number [${shown}] for partner [${text(partner, 'name')}] does not seem to be valid. ${gap}\n` +
      'Note: the expected format is NL123456782B90',
  );
}

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
    vat: text(partner, 'vat') || (parent ? text(parent, 'vat') : '') || null,
    customer_rank: typeof partner.customer_rank === 'number' ? partner.customer_rank : 0,
  });
  for (const child of odoo.table(PARTNER).by('parent_id', partner.id)) {
    if (vals.vat !== undefined && child.is_company !== true)
      odoo.table(PARTNER).patch(child.id, { vat: partner.vat ?? null });
  }
  // 17 takes any number that is loaded; 19 checks those too.
  if (odoo.version !== 17 || !context.import_file) checkVat(odoo, partner);
}

/** Children are made before their parent's columns are complete, so the number is handed down at the end. */
export const resPartner: Rules = {
  order: 'display_name, id desc',
  displayName: (odoo, partner) => {
    const parent = odoo.table(PARTNER).get(link(partner, 'parent_id'));
    const name =
      text(partner, 'name') ||
      { invoice: 'Invoice Address', delivery: 'Delivery Address' }[text(partner, 'type')] ||
      '';
    return parent && partner.is_company !== true ? `${text(parent, 'name')}, ${name}` : name;
  },
  create: (odoo, vals, context) => {
    const partner = odoo.insert(PARTNER, vals, context);
    complete(odoo, partner, vals, context);
    return partner.id;
  },
  write: (odoo, ids, vals, context) => {
    odoo.update(PARTNER, ids, vals, context);
    for (const partner of odoo.rows(PARTNER, ids)) complete(odoo, partner, vals, context);
  },
  computed: {
    commercial_partner_id: commercial,
    company_type: (_, partner) => (partner.is_company === true ? 'company' : 'person'),
    complete_name: (odoo, partner) => odoo.displayName(PARTNER, partner.id),
    property_account_receivable_id: (odoo, partner) =>
      link(partner, 'property_account_receivable_id') ?? link(odoo.company(), 'fake_receivable_id'),
    property_account_payable_id: (odoo, partner) =>
      link(partner, 'property_account_payable_id') ?? link(odoo.company(), 'fake_payable_id'),
  },
};
