/** A value as JSON carries it to and from Odoo. Empty values read as `false`, a many2one as `[id, name]`. */
export type OdooValue =
  string | number | boolean | null | readonly OdooValue[] | { readonly [name: string]: OdooValue };

export interface OdooCall {
  readonly model: string;
  readonly method: string;
  /** The records it is called on; absent for a method of the model. */
  readonly ids?: readonly number[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
}

export interface CallLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** One way of speaking to Odoo. Answers what the method returned (null for nothing) or throws an OdooError. */
export interface Transport {
  readonly kind: 'json-2' | 'json-rpc';
  /** Checks the key and answers the user's number. */
  signIn(limits: CallLimits): Promise<number>;
  call(call: OdooCall, limits: CallLimits): Promise<unknown>;
}

export interface Address {
  /** Without a path or trailing slash. */
  readonly url: string;
  readonly host: string;
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
}
