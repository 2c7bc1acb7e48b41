import type { OdooVersion } from './find-version';
import { limitConcurrency } from './limit-concurrency';
import { isRightsMissing, judgeFault } from './judge-fault';
import type { OdooError } from './odoo-errors';
import type { CallOptions, Domain, FieldDescription, LoadAnswer, OdooRow, SearchOptions } from './odoo-types';
import { retry, type RetryLimits } from './retry';
import { idOf } from './row';
import type { CallLimits, OdooCall, Transport } from './transport';

export type {
  CallOptions,
  Domain,
  FieldDescription,
  LoadAnswer,
  LoadMessage,
  OdooRow,
  SearchOptions,
} from './odoo-types';

/** What the log hook sees of a call: no arguments, no key, no answer. */
export interface CallReport {
  readonly call: string;
  readonly records: number;
  readonly milliseconds: number;
  /** "ok" or the name of the error. */
  readonly outcome: string;
}

export interface ClientOptions {
  /** The only company to work in; without it, the user's own. */
  readonly companyId?: number;
  readonly timeoutMs?: number;
  readonly concurrency?: number;
  readonly retries?: RetryLimits;
  readonly signal?: AbortSignal;
  readonly onCall?: (report: CallReport) => void;
}

const repeatable = new Set([
  'search_read',
  'read',
  'search',
  'search_count',
  'fields_get',
  'context_get',
  'check_access_rights',
]);

/** A signed-in connection to one database of Odoo. Every method throws an OdooError. */
export class OdooClient {
  /** How often each `model.method` was sent, repeats included. */
  readonly calls = new Map<string, number>();
  readonly retries: RetryLimits;
  private readonly limit: <T>(task: () => Promise<T>) => Promise<T>;
  private readonly descriptions = new Map<string, Promise<Readonly<Record<string, FieldDescription>>>>();

  constructor(
    private readonly transport: Transport,
    readonly url: string,
    readonly database: string,
    readonly version: OdooVersion,
    readonly userId: number,
    private readonly options: ClientOptions,
  ) {
    this.limit = limitConcurrency(options.concurrency ?? 2);
    this.retries = options.retries ?? { attempts: 5, pauseMs: 500 };
  }

  get transportKind(): Transport['kind'] {
    return this.transport.kind;
  }

  private ownCompany: Promise<number> | undefined;

  /** The company that entries are made in: the chosen one, else the user's own, asked once a connection. */
  company(): Promise<number> {
    if (this.options.companyId) return Promise.resolve(this.options.companyId);
    this.ownCompany ??= this.read('res.users', [this.userId], ['company_id']).then(([user]) => {
      const id = user && idOf(user, 'company_id');
      if (id === undefined) throw new RangeError('the user in Odoo has no company');
      return id;
    });
    this.ownCompany.catch(() => (this.ownCompany = undefined));
    return this.ownCompany;
  }

  /** The same connection, working in one company. */
  inCompany(companyId: number): OdooClient {
    const { url, database, version, userId } = this;
    return new OdooClient(this.transport, url, database, version, userId, { ...this.options, companyId });
  }

  get callCount(): number {
    return [...this.calls.values()].reduce((left, right) => left + right, 0);
  }

  searchRead(model: string, domain: Domain, fields: readonly string[], options: SearchOptions = {}) {
    const { context, ...named } = options;
    return this.callMethod<OdooRow[]>(
      model,
      'search_read',
      undefined,
      { domain, fields, ...named },
      context ? { context } : {},
    );
  }

  read(model: string, ids: readonly number[], fields: readonly string[]) {
    return this.callMethod<OdooRow[]>(model, 'read', ids, { fields });
  }

  search(model: string, domain: Domain, options: SearchOptions = {}) {
    const { context, ...named } = options;
    return this.callMethod<number[]>(
      model,
      'search',
      undefined,
      { domain, ...named },
      context ? { context } : {},
    );
  }

  searchCount(model: string, domain: Domain) {
    return this.callMethod<number>(model, 'search_count', undefined, { domain });
  }

  create(model: string, records: readonly object[], options: CallOptions = {}) {
    return this.callMethod<number[]>(model, 'create', undefined, { vals_list: records }, options);
  }

  write(model: string, ids: readonly number[], values: object, options: CallOptions = {}) {
    return this.callMethod(model, 'write', ids, { vals: values }, options);
  }

  unlink(model: string, ids: readonly number[]) {
    return this.callMethod(model, 'unlink', ids);
  }

  /** One transaction: all rows or none. For loading exactly once use `loadOnce`, which is built on this. */
  load(
    model: string,
    fields: readonly string[],
    rows: readonly (readonly string[])[],
    options: CallOptions = {},
  ) {
    return this.callMethod<LoadAnswer>(model, 'load', undefined, { fields, data: rows }, options);
  }

  /**
   * `load` of rows that name their records by number (`.id`) and values that may be written twice: repeated after any
   * failure that passes. Throws OdooRejected with Odoo's words where it refuses the rows.
   */
  async loadAgain(
    model: string,
    fields: readonly string[],
    rows: readonly (readonly string[])[],
  ): Promise<void> {
    const facts = { host: new URL(this.url).host, call: `${model}.load` };
    await retry(
      async () => {
        const answer = await this.load(model, fields, rows);
        if (answer.ids) return;
        const detail = answer.messages.map(({ message }) => message.trim()).join('\n');
        throw judgeFault(
          { name: isRightsMissing(detail) ? 'AccessError' : 'UserError', message: detail },
          facts,
        );
      },
      () => true,
      this.retries,
    );
  }

  /** What a model of this database knows; asked once a connection. */
  fieldsGet(model: string): Promise<Readonly<Record<string, FieldDescription>>> {
    const known = this.descriptions.get(model);
    if (known) return known;
    const asked = this.callMethod<Readonly<Record<string, FieldDescription>>>(
      model,
      'fields_get',
      undefined,
      { attributes: ['type', 'string', 'required', 'readonly', 'relation', 'selection'] },
    );
    this.descriptions.set(model, asked);
    asked.catch(() => this.descriptions.delete(model));
    return asked;
  }

  async hasField(model: string, field: string): Promise<boolean> {
    return field in (await this.fieldsGet(model));
  }

  /** Any public method. Only reading is repeated; a write only where Odoo certainly did nothing. */
  callMethod<Answer = unknown>(
    model: string,
    method: string,
    ids?: readonly number[],
    kwargs: Readonly<Record<string, unknown>> = {},
    options: CallOptions = {},
  ): Promise<Answer> {
    const reading = repeatable.has(method);
    const call: OdooCall = {
      model,
      method,
      ...(ids ? { ids } : {}),
      kwargs,
      context: {
        // Odoo's messages are read by judgeFault too: they come in one language.
        lang: 'en_US',
        ...(this.options.companyId ? { allowed_company_ids: [this.options.companyId] } : {}),
        ...(reading ? {} : { tracking_disable: true }),
        ...options.context,
      },
    };
    const limits: CallLimits = {
      timeoutMs: options.timeoutMs ?? this.options.timeoutMs ?? 120_000,
      ...(this.options.signal ? { signal: this.options.signal } : {}),
    };
    const isSafe = (error: OdooError) => reading || !error.mayHaveHappened;
    return retry(() => this.limit(() => this.send<Answer>(call, limits)), isSafe, this.retries);
  }

  private async send<Answer>(call: OdooCall, limits: CallLimits): Promise<Answer> {
    const name = `${call.model}.${call.method}`;
    this.calls.set(name, (this.calls.get(name) ?? 0) + 1);
    const started = performance.now();
    let outcome = 'ok';
    try {
      // The shape of an answer is the method's; each reader takes fields out through `row.ts`, which checks them.
      return (await this.transport.call(call, limits)) as Answer;
    } catch (error) {
      outcome = error instanceof Error ? error.name : 'unknown';
      throw error;
    } finally {
      this.options.onCall?.({
        call: name,
        records: recordsIn(call),
        milliseconds: Math.round(performance.now() - started),
        outcome,
      });
    }
  }
}

function recordsIn({ ids, kwargs }: OdooCall): number {
  const many = ids ?? kwargs.data ?? kwargs.vals_list;
  return Array.isArray(many) ? many.length : 0;
}
