/** `[field, operator, value]` leaves and the prefix operators `&`, `|`, `!`. */
export type Domain = readonly (readonly [string, string, unknown] | '&' | '|' | '!')[];

export type OdooRow = { readonly id: number } & Readonly<Record<string, unknown>>;

export interface FieldDescription {
  readonly type: string;
  readonly string?: string;
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly relation?: string;
  readonly selection?: readonly (readonly [string, string])[];
}

export interface LoadMessage {
  readonly type: string;
  readonly message: string;
  readonly rows?: { readonly from: number; readonly to: number };
  readonly field?: string;
}

export interface LoadAnswer {
  /** False when nothing of the batch was kept. */
  readonly ids: readonly number[] | false;
  readonly messages: readonly LoadMessage[];
}

export interface SearchOptions {
  readonly limit?: number;
  readonly offset?: number;
  readonly order?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

export interface CallOptions {
  readonly context?: Readonly<Record<string, unknown>>;
  readonly timeoutMs?: number;
}
