import type { Finding } from '../accounting/finding';

/** A use case cannot go on until a person does something; the findings say what. */
export class PersonNeeded extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(`A person is needed: ${findings.map(({ kind }) => kind).join(', ')}`);
    this.name = 'PersonNeeded';
  }
}
