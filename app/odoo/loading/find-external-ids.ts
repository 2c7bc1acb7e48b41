import type { Domain, OdooClient } from '../client/odoo-client';
import { OdooRightsMissing } from '../client/odoo-errors';
import { numberOf, textOf } from '../client/row';
import type { ExternalModule } from './external-names';
import { inChunks } from './in-chunks';

/** Most external ids that are asked for in one call. */
const perCall = 1000;

export interface ExternalIdQuestion {
  readonly module: ExternalModule;
  readonly model: string;
  readonly names: readonly string[];
  /**
   * Finds every record that could carry one of the names. Reading external ids takes the group "Access Rights"; a user
   * without it may still ask a record which external id it has.
   */
  readonly candidates?: Domain;
}

/** Which of the external ids exist, and the record of each. One call per 1,000 names. */
export async function findExternalIds(
  client: OdooClient,
  question: ExternalIdQuestion,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const names of inChunks(question.names, perCall)) {
    try {
      const rows = await client.searchRead(
        'ir.model.data',
        [
          ['module', '=', question.module],
          ['model', '=', question.model],
          ['name', 'in', names],
        ],
        ['name', 'res_id'],
      );
      for (const row of rows) found.set(textOf(row, 'name'), numberOf(row, 'res_id'));
    } catch (error) {
      if (!(error instanceof OdooRightsMissing) || !question.candidates) throw error;
      return findAmong(client, question, question.candidates);
    }
  }
  return found;
}

async function findAmong(client: OdooClient, question: ExternalIdQuestion, candidates: Domain) {
  const ids = await client.search(question.model, candidates, { context: { active_test: false } });
  const wanted = new Set(question.names.map((name) => `${question.module}.${name}`));
  const found = new Map<string, number>();
  for (const chunk of inChunks(ids, perCall)) {
    const names = await client.callMethod<Record<string, string>>(question.model, 'get_external_id', chunk);
    for (const [id, name] of Object.entries(names)) {
      if (wanted.has(name)) found.set(name.slice(question.module.length + 1), Number(id));
    }
  }
  return found;
}
