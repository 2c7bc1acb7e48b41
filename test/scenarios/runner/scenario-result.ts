export interface MadeItem {
  readonly account: string;
  readonly label: string;
  /** Debit positive, in `currency`. */
  readonly amount: string;
  readonly currency: string;
}

export interface MadeDocument {
  readonly reference: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  readonly date: string;
  readonly state: string;
  readonly currency: string;
  readonly untaxed: string;
  readonly tax: string;
  readonly total: string;
  readonly items: readonly MadeItem[];
}

export interface MadeLine {
  readonly key: string;
  readonly date: string;
  readonly label: string;
  readonly amount: string;
  readonly fee: string;
  readonly items: readonly MadeItem[];
}

/** One payout as it stands in Odoo after the run; amounts are decimal strings. */
export interface ScenarioPayout {
  readonly id: string;
  readonly net: string;
  readonly currency: string;
  readonly state: string;
  readonly documents: readonly MadeDocument[];
  readonly lines: readonly MadeLine[];
  readonly proof: {
    readonly holds: boolean;
    readonly steps: readonly {
      readonly name: string;
      readonly expected: string;
      readonly actual?: string;
      readonly state: string;
    }[];
  };
  readonly findings: readonly {
    readonly kind: string;
    readonly object: string;
    readonly expected?: string;
    readonly actual?: string;
    readonly residual?: string;
    readonly facts: Readonly<Record<string, string>>;
  }[];
}

export interface ScenarioResult {
  readonly scenario: string;
  /** Rows of an export that no payout holds yet. */
  readonly pending: number;
  readonly payouts: readonly ScenarioPayout[];
}
