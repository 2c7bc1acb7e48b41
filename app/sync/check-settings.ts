import type { CalendarDate } from '../accounting/calendar-date';
import type { Finding } from '../accounting/finding';
import type { MappingRecord } from '../database/mappings';
import { settingOf } from './order-settings';
import { latestStart, refusedFirstDay } from '../views/first-day';
import { isSettingKey, refusedSetting, type SettingKey, type SettingRefusal } from '../views/settings';
import type { MappingChange } from '../views/mapping-view';

/**
 * The settings that cannot be kept, by `kind:key`: of a value that is not allowed, and orders by themselves without a
 * start date, which would post anew what is in the books by other means; and payments to register without a place for
 * them. `merged` is what would hold, `today` the shop's own day.
 */
export function refusedSettings(
  changes: readonly MappingChange[],
  merged: readonly MappingRecord[],
  today: CalendarDate,
): Record<string, Finding> {
  const problems: Record<string, Finding> = {};
  for (const { kind, key, target } of changes) {
    if (!target || !('value' in target)) continue;
    const refusal =
      kind === 'setting' && isSettingKey(key)
        ? (refusedSetting(key, target.value) ?? refusedStart(key, target.value, today))
        : kind === 'gateway-register' && !['yes', 'no'].includes(target.value)
          ? ({ reason: 'not-allowed', allowed: 'yes, no' } as const)
          : undefined;
    if (refusal) problems[`${kind}:${key}`] = refused(key, target.value, refusal);
  }
  if (settingOf(merged, 'orders-automatic') === 'yes' && !settingOf(merged, 'start-date')) {
    const changed = changes.find(
      ({ kind, key }) => kind === 'setting' && (key === 'start-date' || key === 'orders-automatic'),
    );
    const refusal: SettingRefusal = { reason: 'needs-start-date', allowed: '' };
    if (changed) problems['setting:start-date'] ??= refused('start-date', '', refusal);
  }
  for (const gateway of gatewaysWithoutPlace(changes, merged)) {
    // A gift card's money stands on an account; the journal follows.
    const kind = gateway === 'gift_card' ? 'gateway-account' : 'gateway';
    problems[`${kind}:${gateway}`] ??= {
      ...refused(gateway, gateway, { reason: 'needs-journal', allowed: '' }),
      remedy: { page: 'mappings', section: 'gateways', key: gateway },
    };
  }
  return problems;
}

function refusedStart(key: SettingKey, value: string, today: CalendarDate): SettingRefusal | undefined {
  return key === 'start-date' && value !== '' ? refusedFirstDay(value, latestStart(today)) : undefined;
}

/** Gateways whose payments would be registered without a journal and without an account. */
function gatewaysWithoutPlace(
  changes: readonly MappingChange[],
  merged: readonly MappingRecord[],
): readonly string[] {
  const touched = new Set(changes.flatMap(({ kind, key }) => (placeKinds.has(kind) ? [key] : [])));
  // Records that were chosen just now have no name yet, and so are not among the merged.
  const all = [...merged, ...changes];
  return [...touched].filter(
    (gateway) =>
      merged.some(
        ({ kind, key, target }) =>
          kind === 'gateway-register' && key === gateway && 'value' in target && target.value === 'yes',
      ) &&
      !all.some(
        ({ kind, key, target }) =>
          (kind === 'gateway' || kind === 'gateway-account') &&
          key === gateway &&
          target !== null &&
          'id' in target,
      ),
  );
}

const placeKinds = new Set<MappingChange['kind']>(['gateway-register', 'gateway', 'gateway-account']);

function refused(key: string, value: string, { reason, allowed }: SettingRefusal): Finding {
  return {
    kind: 'mapping-broken',
    severity: 'blocks',
    object: { type: 'mapping', id: key, name: key },
    facts: { mapping: key, name: shortened(value) || '—', reason, allowed },
    remedy: { page: 'mappings', section: 'customers', key },
  };
}

/** Enough to know what was written again. */
function shortened(value: string): string {
  const signs = Array.from(value);
  return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : value;
}
