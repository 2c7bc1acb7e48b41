/** What a column of the fake's database holds. Money is a bigint in minor units; Odoo's `false` for "empty" is null here. */
export type Value = string | number | bigint | boolean | null | readonly number[];

export type Row = { readonly id: number } & { [field: string]: Value | undefined };

/** Values as they come over the wire, before they are turned into columns. */
export type Values = Record<string, unknown>;

export const text = (row: Row, field: string): string => {
  const value = row[field];
  return typeof value === 'string' ? value : '';
};

export const link = (row: Row, field: string): number | null => {
  const value = row[field];
  return typeof value === 'number' ? value : null;
};

export const links = (row: Row, field: string): readonly number[] => {
  const value = row[field];
  return Array.isArray(value) ? (value as readonly number[]) : [];
};

export const money = (row: Row, field: string): bigint => {
  const value = row[field];
  return typeof value === 'bigint' ? value : 0n;
};

export const figure = (row: Row, field: string): number => {
  const value = row[field];
  return typeof value === 'number' ? value : 0;
};

export const flag = (row: Row, field: string): boolean => row[field] === true;

/** A value of the wire as text. */
export function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return JSON.stringify(value);
}
