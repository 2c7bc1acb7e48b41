import type { MappingKind, MappingRecord } from '../../database/mappings';
import { defaultOf, settingKeys, type SettingsView } from '../../views/settings';
import type { AccountMappingRow, Choice } from '../../views/mapping-view';

/** The rows of the mappings' pages, from what was saved. */
export class MappingRows {
  private readonly byPlace: ReadonlyMap<string, MappingRecord>;

  constructor(private readonly mappings: readonly MappingRecord[]) {
    this.byPlace = new Map(mappings.map((one) => [`${one.kind}:${one.key}`, one]));
  }

  row(kind: MappingKind, key: string, { required = false, seen = 0 } = {}): AccountMappingRow {
    return { key, target: this.choice(kind, key), required, seen, problem: null };
  }

  choice(kind: MappingKind, key: string): Choice | null {
    const target = this.byPlace.get(`${kind}:${key}`)?.target;
    if (!target || 'value' in target) return null;
    return { id: target.id, label: [target.code, target.name].filter(Boolean).join(' '), detail: null };
  }

  value(kind: 'setting' | 'gateway-register', key: string): string | null {
    const target = this.byPlace.get(`${kind}:${key}`)?.target;
    return target && 'value' in target ? target.value : null;
  }

  keys(...kinds: MappingKind[]): string[] {
    return this.mappings.flatMap(({ kind, key }) => (kinds.includes(kind) ? [key] : []));
  }

  settings(): SettingsView {
    return Object.fromEntries(
      settingKeys.map((key) => [key, this.value('setting', key) ?? defaultOf(key)]),
    ) as SettingsView;
  }
}
