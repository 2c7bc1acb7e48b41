import type { Odoo } from './odoo';
import type { Answer } from './transports';

export function redirectPage(): string {
  return '<!DOCTYPE html><title>Odoo (fake)</title>';
}

export function recordPage(odoo: Odoo, model: string, id: number): Answer {
  return { status: 200, body: `${odoo.displayName(model, id)}`, html: true };
}
