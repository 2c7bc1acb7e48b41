import { httpExchange } from './http-exchange';
import { jsonRpc } from './json-rpc-transport';
import { OdooAnswerNotJson } from './odoo-errors';
import type { CallLimits } from './transport';

export interface OdooVersion {
  readonly major: number;
  /** "17.0", "saas~18.2", "19.0+e". */
  readonly text: string;
}

/** Asks an Odoo what it is: `/web/version` answers since 19 without signing in, `common.version` before. */
export async function findVersion(url: string, host: string, limits: CallLimits): Promise<OdooVersion> {
  const facts = { host, call: '/web/version', database: '' };
  const answer = await httpExchange({ url: `${url}/web/version`, method: 'GET', ...limits, facts });
  const text = answer.status === 200 ? textIn(answer.json, 'version') : undefined;
  if (text) return versionOf(text, facts);
  const params = { service: 'common', method: 'version', args: [] };
  const common = await jsonRpc(url, params, limits, { ...facts, call: 'common.version' });
  return versionOf(textIn(common, 'server_version') ?? '', facts);
}

function textIn(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null || !(name in body)) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : undefined;
}

function versionOf(text: string, facts: { host: string; call: string; database: string }): OdooVersion {
  const major = Number(/(\d+)/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(major)) throw new OdooAnswerNotJson({ ...facts, detail: 'it names no version of Odoo' });
  return { major, text };
}
