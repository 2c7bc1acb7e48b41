import type { TFunction } from 'i18next';

import { say } from '../i18n/say';
import type { RunView } from '../views/payout-view';
import { formatInstant } from './date-text';

/** What a run is doing right now, with how far it is in that stage. */
export function stageWords(t: TFunction, run: RunView): string {
  const stage = t(`stage.${run.stage}`);
  if (run.stageTotal <= 1) return stage;
  return t('run.step', { stage, done: run.stageDone, total: run.stageTotal });
}

/** Why a run waits and when it goes on; null when it does not wait. */
export function waitingWords(t: TFunction, locale: string, timeZone: string, run: RunView): string | null {
  if (run.state !== 'waiting') return null;
  const retry = run.retryAt
    ? t('run.retry', { time: formatInstant(run.retryAt, locale, timeZone, 'time'), attempt: run.attempt })
    : t('run.retrySoon', { attempt: run.attempt });
  const reason = run.outcome?.key === 'waits' ? reasonWords(t, run.outcome.values.reason) : '';
  return reason === '' ? retry : `${reason}. ${retry}`;
}

/** How a run ended, in words; its state where the server gave no outcome. */
export function outcomeWords(t: TFunction, run: RunView): string {
  if (!run.outcome) return t(`runState.${run.state}`);
  const { key, values } = run.outcome;
  const counted = (name: string) => say(t, `run.${name}`, { count: Number(values[name] ?? 0) });
  return say(t, `run.outcome.${key}`, {
    ...values,
    pending: values.pending ?? 0,
    found: values.found ?? 0,
    changed: values.changed ?? 0,
    posted: values.posted ?? 0,
    attention: values.attention ?? 0,
    count: Number(values.findings ?? 0),
    documentsText: counted('documents'),
    linesText: counted('lines'),
    payoutsText: counted('payouts'),
    ordersText: counted('orders'),
    transactionsText: counted('transactions'),
    reasonText: reasonWords(t, values.reason),
  });
}

function reasonWords(t: TFunction, reason: string | number | undefined): string {
  if (reason === undefined) return '';
  return say(t, `finding.${String(reason)}.title`, { defaultValue: String(reason) });
}
