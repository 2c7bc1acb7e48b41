/** What to do about a failed call: wait and try again, ask a person, or mend the program. */
export type Verdict = 'again-later' | 'person' | 'bug';

export interface OdooErrorFacts {
  /** Host and port of the Odoo; never a key. */
  readonly host: string;
  /** `account.move.load`, or the address that was asked. */
  readonly call: string;
  /** Odoo's own words, without its traceback. */
  readonly detail: string;
  readonly [name: string]: string;
}

/** Anything that went wrong between Klopt and Odoo: what, where, and what to do now. */
export abstract class OdooError extends Error {
  abstract readonly verdict: Verdict;
  /** False only where Odoo certainly rolled back or never saw the call: only then may a write be repeated blindly. */
  readonly mayHaveHappened: boolean = false;

  constructor(
    what: string,
    readonly nextStep: string,
    readonly facts: OdooErrorFacts,
    options?: ErrorOptions,
  ) {
    super(`${what} (${facts.call} on ${facts.host}). ${nextStep}`, options);
    this.name = new.target.name;
  }
}

/** Refused, reset, timed out, cut off midway, 5xx or 429. */
export class OdooUnreachable extends OdooError {
  readonly verdict = 'again-later';
  override readonly mayHaveHappened: boolean;

  constructor(
    facts: OdooErrorFacts,
    { mayHaveHappened, ...options }: ErrorOptions & { mayHaveHappened: boolean },
  ) {
    super(
      `Odoo did not answer: ${facts.detail}`,
      'Klopt tries again by itself; if it lasts, see whether Odoo is up.',
      facts,
      options,
    );
    this.mayHaveHappened = mayHaveHappened;
  }
}

/** Another transaction touched the same records at the same time; Odoo rolled this one back. */
export class OdooConflict extends OdooError {
  readonly verdict = 'again-later';

  constructor(facts: OdooErrorFacts) {
    super('Odoo was changing the same records at the same time', 'Klopt tries again by itself.', facts);
  }
}

/** A page instead of an answer: a proxy, a maintenance page, or an address that is no Odoo. */
export class OdooAnswerNotJson extends OdooError {
  readonly verdict = 'person';
  override readonly mayHaveHappened = true;

  constructor(facts: OdooErrorFacts) {
    super(
      `A web page came back where Odoo should answer: ${facts.detail}`,
      'Check the address of Odoo, and whether a proxy or a maintenance page stands before it.',
      facts,
    );
  }
}

export class OdooKeyRefused extends OdooError {
  readonly verdict = 'person';

  constructor(facts: OdooErrorFacts) {
    super(
      'Odoo refused the login or its API key',
      'Make a new API key in Odoo (Preferences → Account Security) and enter it on the connection page.',
      facts,
    );
  }
}

export class OdooDatabaseUnknown extends OdooError {
  readonly verdict = 'person';

  constructor(facts: OdooErrorFacts) {
    super(
      `This Odoo has no database "${facts.database ?? ''}"`,
      'Check the name of the database on the connection page.',
      facts,
    );
  }
}

/** The user may not do this. `facts.model`, `facts.operation`, `facts.group` (the groups that may, as Odoo names them). */
export class OdooRightsMissing extends OdooError {
  readonly verdict = 'person';

  constructor(facts: OdooErrorFacts & { model: string; operation: string; group: string }) {
    super(
      `Klopt's user in Odoo may not ${facts.operation} ${facts.model}`,
      facts.group
        ? `Give the user the group "${facts.group}": Settings → Users & Companies → Users.`
        : 'Give the user the right to do so: Settings → Users & Companies → Users.',
      facts,
    );
  }
}

/** Odoo understood and said no; `facts.detail` is its own message. */
export class OdooRejected extends OdooError {
  readonly verdict = 'person';

  constructor(facts: OdooErrorFacts) {
    super(`Odoo refused: ${facts.detail}`, 'Correct in Odoo what it names, then try again.', facts);
  }
}

export class OdooFieldUnknown extends OdooError {
  readonly verdict = 'bug';

  constructor(facts: OdooErrorFacts) {
    super(
      `This Odoo does not know a field: ${facts.detail}`,
      'This version of Odoo differs from what Klopt expects; report it.',
      facts,
    );
  }
}

export class OdooModelUnknown extends OdooError {
  readonly verdict = 'person';

  constructor(facts: OdooErrorFacts) {
    super(
      `This Odoo lacks a model: ${facts.detail}`,
      'Install the app in Odoo that brings it (Invoicing for accounting).',
      facts,
    );
  }
}

export class OdooMethodUnknown extends OdooError {
  readonly verdict = 'bug';

  constructor(facts: OdooErrorFacts) {
    super(
      `This Odoo lacks a method: ${facts.detail}`,
      'This version of Odoo differs from what Klopt expects; report it.',
      facts,
    );
  }
}

/** Odoo failed in a way that has no name here. */
export class OdooFailed extends OdooError {
  readonly verdict = 'bug';
  override readonly mayHaveHappened: boolean;

  constructor(facts: OdooErrorFacts, mayHaveHappened = false) {
    super(`Odoo failed: ${facts.detail}`, "Look into Odoo's own log at this moment, and report it.", facts);
    this.mayHaveHappened = mayHaveHappened;
  }
}
