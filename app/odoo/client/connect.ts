import { findVersion } from './find-version';
import { json2Transport } from './json-2-transport';
import { jsonRpcTransport } from './json-rpc-transport';
import { OdooClient, type ClientOptions } from './odoo-client';
import { OdooAnswerNotJson } from './odoo-errors';
import { retry } from './retry';
import type { Address } from './transport';

export interface OdooLogin {
  /** `https://books.example`; a path behind it is dropped. */
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
}

/**
 * Finds out which Odoo this is, signs in, and answers a client that speaks its language: JSON-2 from 19 on, JSON-RPC
 * before. Throws OdooUnreachable, OdooAnswerNotJson, OdooKeyRefused or OdooDatabaseUnknown.
 */
export async function connect(login: OdooLogin, options: ClientOptions = {}): Promise<OdooClient> {
  const address = addressOf(login);
  const limits = {
    timeoutMs: Math.min(options.timeoutMs ?? 30_000, 30_000),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const retries = options.retries ?? { attempts: 3, pauseMs: 500 };
  // Asking twice harms nobody here.
  const always = () => true;
  const version = await retry(() => findVersion(address.url, address.host, limits), always, retries);
  const transport = version.major >= 19 ? json2Transport(address) : jsonRpcTransport(address);
  const userId = await retry(() => transport.signIn(limits), always, retries);
  return new OdooClient(transport, address.url, address.database, version, userId, options);
}

function addressOf({ url, ...rest }: OdooLogin): Address {
  try {
    if (/^(?!https?:)[a-z][a-z\d+.-]*:\/\//i.test(url)) throw new TypeError('not http');
    const { origin, host } = new URL(/^https?:\/\//i.test(url) ? url : `https://${url}`);
    return { url: origin, host, ...rest };
  } catch {
    throw new OdooAnswerNotJson({
      host: url,
      call: 'connect',
      detail: 'this is not an address of a website',
    });
  }
}
