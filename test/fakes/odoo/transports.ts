import { callModel } from './call-model';
import { ADMIN, type Odoo } from './odoo';
import { OdooError } from './odoo-error';

export interface Credentials {
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly html?: boolean;
}

const NO_DATABASE = `<!DOCTYPE html>
<title>404 Not Found</title>
<h1>Not Found</h1>
<p>No database is selected and the requested URL was not found in the server-wide controllers.</p>
<p>Please verify the hostname, <a href=/web/login>login</a> and try again.</p>

<!-- Alternatively, use the X-Odoo-Database header. -->
`;

const errorBody = (error: OdooError) => ({
  name: error.odooName,
  message: error.message,
  arguments: error.arguments_,
  context: {},
  debug: `Traceback (most recent call last):\n  (the fake Odoo has none)\n${error.odooName}: ${error.message}`,
});

const versionInfo = (odoo: Odoo) => ({
  server_version: `${odoo.version}.0`,
  server_version_info: [odoo.version, 0, 0, 'final', 0, ''],
  server_serie: `${odoo.version}.0`,
  protocol_version: 1,
});

export const webVersion = (odoo: Odoo) => ({
  version_info: [odoo.version, 0, 0, 'final', 0, ''],
  version: `${odoo.version}.0`,
});

export interface Json2Request {
  readonly model: string;
  readonly method: string;
  readonly body: Record<string, unknown>;
  readonly authorization: string | undefined;
  readonly database: string | undefined;
}

/** `POST /json/2/<model>/<method>` as 19 answers it. */
export function answerJson2(odoo: Odoo, credentials: Credentials, request: Json2Request): Answer {
  if (request.database !== undefined && request.database !== credentials.database) {
    return { status: 404, body: NO_DATABASE, html: true };
  }
  const key = /^bearer (.+)$/i.exec(request.authorization ?? '')?.[1];
  if (key !== credentials.apiKey || odoo.faults.wrongKey) {
    const message =
      key === undefined
        ? 'User not authenticated, use the "Authorization" header with an API key'
        : 'Invalid apikey';
    return {
      status: 401,
      body: errorBody(new OdooError('werkzeug.exceptions.Unauthorized', message, 401, [message, 401])),
    };
  }
  try {
    const { model, method, body } = request;
    const result = callModel(odoo, { model, method, positional: [], named: body, transport: 'json-2' });
    return { status: 200, body: result ?? null };
  } catch (error) {
    if (error instanceof OdooError) return { status: error.status, body: errorBody(error) };
    throw error;
  }
}

interface RpcRequest {
  readonly id?: unknown;
  readonly params?: { service?: string; method?: string; args?: unknown[] };
}

/** `POST /jsonrpc`: always status 200; a method that returns nothing leaves `result` out. */
export function answerJsonRpc(odoo: Odoo, credentials: Credentials, request: RpcRequest): Answer {
  const { service, method, args = [] } = request.params ?? {};
  const envelope = { jsonrpc: '2.0', id: request.id ?? null };
  try {
    const result = rpc(odoo, credentials, String(service), String(method), args);
    return { status: 200, body: result === undefined ? envelope : { ...envelope, result } };
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    const { name, message, arguments: arguments_, context, debug } = errorBody(error);
    const details = { name, debug, message, arguments: arguments_, context };
    return {
      status: 200,
      body: { ...envelope, error: { code: 200, message: 'Odoo Server Error', data: details } },
    };
  }
}

function rpc(
  odoo: Odoo,
  credentials: Credentials,
  service: string,
  method: string,
  args: unknown[],
): unknown {
  if (service === 'common' && method === 'version') return versionInfo(odoo);
  if (service === 'common' && (method === 'authenticate' || method === 'login')) {
    const [database, login, key] = args;
    refuseDatabase(credentials, database);
    return login === credentials.login && key === credentials.apiKey && !odoo.faults.wrongKey ? ADMIN : false;
  }
  if (service === 'object' && (method === 'execute_kw' || method === 'execute')) {
    const [database, uid, key, model, name, positional = [], named = {}] = args;
    refuseDatabase(credentials, database);
    if (uid !== ADMIN || key !== credentials.apiKey || odoo.faults.wrongKey) {
      throw new OdooError('odoo.exceptions.AccessDenied', 'Access Denied', 403);
    }
    return callModel(odoo, {
      model: String(model),
      method: String(name),
      positional: method === 'execute' ? args.slice(5) : (positional as unknown[]),
      named: method === 'execute' ? {} : (named as Record<string, unknown>),
      transport: 'json-rpc',
    });
  }
  throw new OdooError('builtins.AttributeError', `Method not found: ${service}.${method}`, 500);
}

function refuseDatabase(credentials: Credentials, database: unknown): void {
  if (database === credentials.database) return;
  throw new OdooError(
    'psycopg2.OperationalError',
    `connection to server at "127.0.0.1", port 5432 failed: FATAL:  database "${String(database)}" does not exist\n`,
    500,
  );
}
