import type { TFunction } from 'i18next';

/**
 * Words for a key that is put together while running (from a kind, a type, a server's word), where the compiler cannot
 * know it. `values.defaultValue` is said when the key does not exist.
 */
export function say(t: TFunction, key: string, values: Readonly<Record<string, unknown>> = {}): string {
  const anyKey = t as unknown as (key: string, values: object) => unknown;
  return String(anyKey(key, values));
}
