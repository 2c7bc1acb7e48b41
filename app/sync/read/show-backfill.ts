import type { BackfillRecord } from '../../database/backfills';
import type { Database } from '../../database/client';
import { isConnected } from '../../database/connections';
import { mappingsOf } from '../../database/mappings';
import { unfinishedRun } from '../../database/runs';
import type { Finding } from '../../accounting/finding';
import { settingOf } from '../order-settings';
import type {
  BackfillObstacle,
  BackfillReach,
  BackfillState,
  BackfillView,
  HistoryView,
} from '../../views/order-view';
import { findingView, type Places } from './finding-view';
import { runView } from './run-view';

const over = new Set<BackfillState>(['done', 'stopped']);
const pastShown = 10;

/** What was brought in of the history, what is being brought in, and how far that is. */
export async function showHistory(
  database: Database,
  shopId: string,
  places: Places,
  now: Date = new Date(),
): Promise<HistoryView> {
  // Read before the rows: a run that ends in between is still said to work, and so the page asks again.
  const run = await unfinishedRun(database, shopId, 'backfill', undefined);
  const [rows, connected, mappings] = await Promise.all([
    database.backfill.findMany({
      where: { shopId },
      orderBy: { startedAt: 'desc' },
      take: pastShown + 1,
    }),
    isConnected(database, shopId),
    mappingsOf(database, shopId),
  ]);
  const startDate = settingOf(mappings, 'start-date') ?? '';
  const views = rows.map((row) => backfillView(row, places, now, startDate));
  return {
    connected,
    current: views.find(({ state }) => !over.has(state)) ?? null,
    past: views.filter(({ state }) => over.has(state)).slice(0, pastShown),
    run: run ? runView(run) : null,
  };
}

function backfillView(row: BackfillRecord, places: Places, now: Date, startDate: string): BackfillView {
  const state = row.state as BackfillState;
  const { total } = row;
  const since = row.since?.toISOString().slice(0, 10) ?? null;
  const posting = row.postingSince !== null;
  const through = posting ? row.done : row.counted;
  const pace = paceOf(row, posting, state, now);
  const left = Math.max(0, total - through);
  const moves = state === 'counting' || state === 'posting';
  return {
    id: row.id,
    state,
    reach: row.reach as BackfillReach,
    since,
    posting,
    total,
    counted: row.counted,
    done: row.done,
    posted: row.posted,
    needsAttention: row.needsAttention,
    leftOut: row.leftOut,
    percent: total === 0 ? (state === 'done' ? 100 : 0) : Math.min(100, Math.floor((through / total) * 100)),
    pace,
    secondsLeft: moves && pace !== null && pace > 0 && total > 0 ? Math.ceil((left / pace) * 60) : null,
    obstacles: row.obstacles as unknown as BackfillObstacle[],
    // As posting does: what it brings is of after the start date from then on.
    movesStartDate:
      state === 'counted' && total > 0 && startDate !== '' && (since === null || startDate > since)
        ? { from: startDate, to: since }
        : null,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    problem: row.problem ? findingView(row.problem as unknown as Finding, places) : null,
  };
}

/**
 * Orders a minute: while posting, over the time that was spent posting, so that a pause or a night without power do not
 * count; while counting, since it began.
 */
function paceOf(row: BackfillRecord, posting: boolean, state: BackfillState, now: Date): number | null {
  const worked = posting
    ? Number(row.workedMs)
    : state === 'counting'
      ? now.getTime() - row.startedAt.getTime()
      : 0;
  const through = posting ? row.done : row.counted;
  // A measure of the first second says nothing yet.
  if (worked < 1_000 || through === 0) return null;
  return Math.round((through / worked) * 60_000);
}
