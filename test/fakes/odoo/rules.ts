import type { Odoo } from './odoo';
import type { Row, Values } from './row';

export type Context = Record<string, unknown>;

/** One call as it reaches a model's method, whichever transport brought it. */
export interface Call {
  readonly model: string;
  readonly ids: readonly number[];
  readonly args: Record<string, unknown>;
  readonly context: Context;
}

export interface Method {
  /** Works on records: JSON-2 names them `ids`, JSON-RPC passes them first. */
  readonly onRecords: boolean;
  /** Names of the arguments, in the order of JSON-RPC. */
  readonly params: readonly string[];
  /** Runs inside one transaction. Nothing returned is `null` over JSON-2 and no `result` key over JSON-RPC. */
  run(odoo: Odoo, call: Call): unknown;
}

/** What a model does beyond storing its columns. */
export interface Rules {
  readonly order?: string;
  /** Columns that this model keeps in the record it is a part of (Odoo's `_inherits`). */
  readonly partOf?: { readonly link: string; readonly model: string; readonly own: readonly string[] };
  /** Keys that `create` takes although they are no fields. */
  readonly extraKeys?: readonly string[];
  readonly computed?: Record<string, (odoo: Odoo, row: Row) => unknown>;
  readonly methods?: Record<string, Method>;
  displayName?(odoo: Odoo, row: Row): string;
  create?(odoo: Odoo, vals: Values, context: Context): number;
  /** Runs after the plain columns were written. */
  created?(odoo: Odoo, row: Row, vals: Values): void;
  write?(odoo: Odoo, ids: readonly number[], vals: Values, context: Context): void;
  unlink?(odoo: Odoo, ids: readonly number[], context: Context): void;
}

export const onRecords = (params: readonly string[], run: Method['run']): Method => ({
  onRecords: true,
  params,
  run,
});

export const onModel = (params: readonly string[], run: Method['run']): Method => ({
  onRecords: false,
  params,
  run,
});
