import { httpExchange } from './http-exchange';
import { judgeFault } from './judge-fault';
import { OdooAnswerNotJson, OdooKeyRefused } from './odoo-errors';
import { positionalArguments } from './positional-arguments';
import type { Address, CallLimits, OdooCall, Transport } from './transport';

/** Odoo 16 to 18: `POST /jsonrpc` with `execute_kw`. `authenticate` costs half a second: once a connection. */
export function jsonRpcTransport(address: Address): Transport {
  let user: Promise<number> | undefined;
  const signIn = async (limits: CallLimits) => {
    const facts = { host: address.host, call: 'common.authenticate', database: address.database };
    const uid = await jsonRpc(
      address.url,
      {
        service: 'common',
        method: 'authenticate',
        args: [address.database, address.login, address.apiKey, {}],
      },
      limits,
      facts,
    );
    if (typeof uid !== 'number') throw new OdooKeyRefused({ ...facts, detail: 'the key was refused' });
    return uid;
  };
  const userOf = (limits: CallLimits) => {
    user ??= signIn(limits).catch((error: unknown) => {
      user = undefined;
      throw error;
    });
    return user;
  };
  return {
    kind: 'json-rpc',
    signIn: userOf,
    async call({ model, method, ids, kwargs, context }: OdooCall, limits) {
      const { args, kwargs: rest } = positionalArguments(method, kwargs);
      return jsonRpc(
        address.url,
        {
          service: 'object',
          method: 'execute_kw',
          args: [
            address.database,
            await userOf(limits),
            address.apiKey,
            model,
            method,
            ids ? [ids, ...args] : args,
            { ...rest, context },
          ],
        },
        limits,
        { host: address.host, call: `${model}.${method}`, database: address.database },
      );
    },
  };
}

/** One JSON-RPC call. A method that returns nothing has no `result` at all: null then. */
export async function jsonRpc(
  url: string,
  params: { service: string; method: string; args: unknown[] },
  limits: CallLimits,
  facts: { host: string; call: string; database: string },
): Promise<unknown> {
  const answer = await httpExchange({
    url: `${url}/jsonrpc`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: { jsonrpc: '2.0', method: 'call', id: 1, params },
    ...limits,
    facts,
  });
  const body = answer.json;
  if (!answer.isJson || typeof body !== 'object' || body === null || !('jsonrpc' in body)) {
    throw new OdooAnswerNotJson({ ...facts, detail: answer.page || `HTTP ${String(answer.status)}` });
  }
  if ('error' in body) throw judgeFault(faultIn(body.error), facts);
  return 'result' in body ? body.result : null;
}

function faultIn(error: unknown): { name: string; message: string } {
  const fallback = { name: 'unknown', message: 'an error without a message' };
  if (typeof error !== 'object' || error === null) return fallback;
  const nested = 'data' in error ? error.data : undefined;
  if (typeof nested === 'object' && nested !== null && 'name' in nested && 'message' in nested) {
    return { name: String(nested.name), message: String(nested.message) };
  }
  return 'message' in error ? { name: 'unknown', message: String(error.message) } : fallback;
}
