/** The address of a record's page in Odoo: 18 gave them paths, before that they hang behind the `#`. */
export function recordLink(odoo: { url: string; majorVersion: number }, model: string, id: number): string {
  return odoo.majorVersion >= 18
    ? `${odoo.url}/odoo/${model}/${String(id)}`
    : `${odoo.url}/web#id=${String(id)}&model=${model}&view_type=form`;
}
