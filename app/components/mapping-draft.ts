import { useMemo, useState } from 'react';

import type { Choice, MappingChange } from '../views/mapping-view';
import type { SettingKey } from '../views/settings';

export type MappingKind = MappingChange['kind'];

interface Changed {
  readonly change: MappingChange;
  /** What the select shows; null when the mapping is taken away. */
  readonly choice: Choice | null;
}

/** What was changed on the page and not saved yet, over all its tabs. */
export interface MappingDraft {
  readonly dirty: boolean;
  readonly changes: readonly MappingChange[];
  readonly choose: (kind: MappingKind, key: string, choice: Choice | null) => void;
  readonly set: (key: SettingKey, value: string) => void;
  readonly register: (gateway: string, value: 'yes' | 'no' | null) => void;
  /** The choice as it stands on the page: the changed one, else the saved one. */
  readonly chosen: (kind: MappingKind, key: string, saved: Choice | null) => Choice | null;
  readonly value: (kind: 'setting' | 'gateway-register', key: string, saved: string) => string;
  readonly isChanged: (kind: MappingKind, key: string) => boolean;
  /** Keys of a kind that were chosen on the page and have no row of the server yet. */
  readonly keysOf: (kind: MappingKind) => readonly string[];
  readonly clear: () => void;
}

export const placeOf = (kind: MappingKind, key: string) => `${kind}:${key}`;

/** An id of an element holds no blank; keys do ("Net 30", "Sales tax"). */
export function fieldId(...parts: readonly string[]): string {
  return parts.join('-').replace(/[^\w-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);
}

export function useMappingDraft(): MappingDraft {
  const [draft, setDraft] = useState<ReadonlyMap<string, Changed>>(new Map());
  return useMemo(() => {
    const put = (changed: Changed) =>
      setDraft((known) => new Map(known).set(placeOf(changed.change.kind, changed.change.key), changed));
    return {
      dirty: draft.size > 0,
      changes: [...draft.values()].map(({ change }) => change),
      choose: (kind, key, choice) =>
        put({ change: { kind, key, target: choice ? { id: choice.id } : null }, choice }),
      set: (key, value) => put({ change: { kind: 'setting', key, target: { value } }, choice: null }),
      register: (key, value) =>
        put({ change: { kind: 'gateway-register', key, target: value ? { value } : null }, choice: null }),
      chosen: (kind, key, saved) => {
        const changed = draft.get(placeOf(kind, key));
        return changed ? changed.choice : saved;
      },
      value: (kind, key, saved) => {
        const changed = draft.get(placeOf(kind, key));
        if (!changed) return saved;
        const { target } = changed.change;
        return target && 'value' in target ? target.value : '';
      },
      isChanged: (kind, key) => draft.has(placeOf(kind, key)),
      keysOf: (wanted) =>
        [...draft.values()].flatMap(({ change: { kind, key } }) => (kind === wanted ? [key] : [])),
      clear: () => setDraft(new Map()),
    };
  }, [draft]);
}
