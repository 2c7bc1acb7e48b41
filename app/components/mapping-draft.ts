import { useMemo, useState } from 'react';

import type { Choice, MappingChange, MappingsView } from '../sync/views/mapping-view';

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
  readonly set: (key: string, value: string) => void;
  /** The choice as it stands on the page: the changed one, else the saved one. */
  readonly chosen: (kind: MappingKind, key: string, saved: Choice | null) => Choice | null;
  readonly value: (key: string, saved: string) => string;
  readonly isChanged: (kind: MappingKind, key: string) => boolean;
  readonly clear: () => void;
}

export const placeOf = (kind: MappingKind, key: string) => `${kind}:${key}`;

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
      chosen: (kind, key, saved) => {
        const changed = draft.get(placeOf(kind, key));
        return changed ? changed.choice : saved;
      },
      value: (key, saved) => {
        const target = draft.get(placeOf('setting', key))?.change.target;
        return target && 'value' in target ? target.value : saved;
      },
      isChanged: (kind, key) => draft.has(placeOf(kind, key)),
      clear: () => setDraft(new Map()),
    };
  }, [draft]);
}

export const mappingSections = ['accounts', 'taxes', 'types', 'lines', 'gateways', 'settings'] as const;
export type MappingSection = (typeof mappingSections)[number];

/** How many rows of a section still want a choice: shown on its tab. */
export function openRows(view: MappingsView, section: MappingSection): number {
  const open = (rows: readonly { target: Choice | null; required?: boolean; seen: number }[]) =>
    rows.filter(({ target, required, seen }) => target === null && (required === true || seen > 0)).length;
  switch (section) {
    case 'accounts':
      return open([view.salesJournal, ...view.clearingJournals, ...view.accounts]);
    case 'taxes':
      return view.taxes.filter(({ target }) => target === null).length;
    case 'types':
      return open(view.types);
    case 'lines':
    case 'gateways':
    case 'settings':
      return 0;
  }
}
