import { httpExchange } from './http-exchange';
import { judgeFault } from './judge-fault';
import { OdooDatabaseUnknown, OdooFailed, type OdooError, type OdooErrorFacts } from './odoo-errors';
import type { Address, CallLimits, OdooCall, Transport } from './transport';

/** Odoo 19 and later: `POST /json/2/<model>/<method>` with named arguments and a bearer key. */
export function json2Transport(address: Address): Transport {
  const call = async ({ model, method, ids, kwargs, context }: OdooCall, limits: CallLimits) => {
    const facts = { host: address.host, call: `${model}.${method}`, database: address.database };
    const answer = await httpExchange({
      url: `${address.url}/json/2/${model}/${method}`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `bearer ${address.apiKey}`,
        'x-odoo-database': address.database,
      },
      body: { ...kwargs, ...(ids ? { ids } : {}), context },
      ...limits,
      facts,
    });
    if (!answer.isJson) {
      // Odoo answered its version before this, so it is there: without a database it knows no such address.
      throw new OdooDatabaseUnknown({ ...facts, detail: answer.page });
    }
    if (answer.status >= 200 && answer.status < 300) return answer.json;
    throw faultOf(answer.status, answer.json, facts);
  };
  return {
    kind: 'json-2',
    call,
    async signIn(limits) {
      const answer = await call(
        { model: 'res.users', method: 'context_get', kwargs: {}, context: {} },
        limits,
      );
      return typeof answer === 'object' && answer !== null && 'uid' in answer ? Number(answer.uid) : 0;
    },
  };
}

function faultOf(status: number, body: unknown, facts: Omit<OdooErrorFacts, 'detail'>): OdooError {
  if (typeof body === 'object' && body !== null && 'name' in body && 'message' in body) {
    return judgeFault({ name: String(body.name), message: String(body.message) }, facts);
  }
  return new OdooFailed({ ...facts, detail: `HTTP ${String(status)}` } as OdooErrorFacts, status >= 500);
}
