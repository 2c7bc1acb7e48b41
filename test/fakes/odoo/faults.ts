/** What the fake is told to do wrong. Everything is off by default; counters run out by themselves. */
export interface Faults {
  /** Milliseconds to wait before every answer. */
  slow: number;
  /** The connection is closed without an answer. */
  down: boolean;
  /** A proxy's HTML page with status 502 instead of an answer. */
  html: boolean;
  /** Status 429 with `Retry-After` for this many calls. */
  throttle: number;
  /** Every key is refused. */
  wrongKey: boolean;
  /** The user may invoice and no more: no statement lines, statements, accounts, journals or external ids. */
  noAccountRights: boolean;
  /** The user may not search external ids (`ir.model.data`): so is every user who is no administrator. */
  noModelDataRights: boolean;
  /** This many `load` calls answer "could not serialize access". */
  serializationFailure: number;
  /** Closes a period (the lock that every user obeys in that version), up to and with this date. */
  lockDate: string | null;
  /** Calls to this method are carried out and committed, but their answer never arrives. */
  dropAnswerAfterCommit: { model: string; method: string; times: number } | null;
  /** After this many more calls, the connection is closed on every call (as when Odoo dies half way). */
  failAfter: number | null;
}

export const noFaults = (): Faults => ({
  slow: 0,
  down: false,
  html: false,
  throttle: 0,
  wrongKey: false,
  noAccountRights: false,
  noModelDataRights: false,
  serializationFailure: 0,
  lockDate: null,
  dropAnswerAfterCommit: null,
  failAfter: null,
});

export function setFaults(faults: Faults, changes: Partial<Faults>): void {
  Object.assign(faults, changes);
}
