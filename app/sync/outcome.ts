import type { Finding } from '../accounting/finding';

/** Every way in which a use case ends. What it means for the queue is decided in jobs/verdict.ts alone. */
export type Outcome =
  | { readonly kind: 'done'; readonly values: Readonly<Record<string, string | number>> }
  | { readonly kind: 'nothing-to-do'; readonly values: Readonly<Record<string, string | number>> }
  /** A part of it is done, and kept; the run goes on in a job of its own. */
  | { readonly kind: 'more'; readonly afterSeconds: number }
  | { readonly kind: 'again-later'; readonly why: Finding; readonly afterSeconds: number }
  | { readonly kind: 'person'; readonly findings: readonly Finding[] };
