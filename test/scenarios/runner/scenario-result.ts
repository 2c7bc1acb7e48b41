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

/** Who stands on a document. */
export interface MadeCustomer {
  readonly name: string;
  /** Whose address or contact it is. */
  readonly of?: string;
  readonly company: boolean;
  readonly vat?: string;
  /** "Oudegracht 1, 3511 AA Utrecht, NL". */
  readonly address: string;
  readonly note?: string;
}

export interface DocumentLineMade {
  readonly label: string;
  /** Its internal reference, or its name where it has none. */
  readonly product?: string;
  readonly quantity: string;
  readonly price: string;
  readonly untaxed: string;
  /** Its code. */
  readonly account: string;
  readonly taxes: readonly string[];
  /** Names of the analytic accounts that all of it goes to. */
  readonly analytic?: readonly string[];
}

/** Amounts in the document's own sense: what a credit note gives back is positive on it. */
export interface OrderDocument {
  readonly reference: string;
  readonly number: string;
  readonly kind: 'invoice' | 'credit-note';
  /** Odoo's own word. */
  readonly moveType: string;
  readonly state: string;
  readonly date: string;
  readonly due: string;
  readonly origin?: string;
  readonly journal: string;
  readonly team?: string;
  readonly fiscalPosition?: string;
  readonly currency: string;
  readonly customer?: MadeCustomer;
  /** The address of the delivery. */
  readonly delivery?: string;
  readonly untaxed: string;
  readonly tax: string;
  readonly total: string;
  /** What nothing has settled yet. */
  readonly open: string;
  readonly paymentState: string;
  readonly taxes: readonly { readonly tax: string; readonly base: string; readonly amount: string }[];
  readonly lines: readonly DocumentLineMade[];
}

/** Money that was registered without a feed. */
export interface OrderPaymentMade {
  readonly gateway: string;
  readonly journal: string;
  readonly date: string;
  readonly state: string;
  /** Where the money is, by code. */
  readonly account: string;
  /** What that account moved by: negative for what went out. */
  readonly amount: string;
  /** Debit positive. */
  readonly items: readonly { readonly account: string; readonly amount: string }[];
  readonly settles: readonly { readonly document: string; readonly amount: string }[];
}

/** One order as it stands in the app and in Odoo after the run. */
export interface MadeOrder {
  readonly name: string;
  readonly state: string;
  readonly reason?: string;
  readonly documents: readonly OrderDocument[];
  readonly payments: readonly OrderPaymentMade[];
  readonly findings: readonly {
    readonly kind: string;
    readonly severity: string;
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
  /** Of a scenario that is about orders. */
  readonly orders?: readonly MadeOrder[];
}
