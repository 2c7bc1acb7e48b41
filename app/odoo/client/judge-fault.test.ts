import { describe, expect, it } from 'vitest';
import { judgeFault } from './judge-fault';
import type { OdooRightsMissing } from './odoo-errors';

const facts = { host: 'books.example', call: 'account.move.load', database: 'books' };
const judge = (name: string, message: string) => judgeFault({ name, message }, facts);

describe('an exception of Odoo’s', () => {
  it.each([
    ['odoo.exceptions.AccessDenied', 'Access Denied', 'OdooKeyRefused', 'person'],
    ['werkzeug.exceptions.Unauthorized', 'Invalid apikey', 'OdooKeyRefused', 'person'],
    ['odoo.exceptions.UserError', "Object no.such.model doesn't exist", 'OdooModelUnknown', 'person'],
    [
      'werkzeug.exceptions.NotFound',
      "the model 'no.such.model' does not exist",
      'OdooModelUnknown',
      'person',
    ],
    ['werkzeug.exceptions.NotFound', "The method 'res.partner.x' does not exist", 'OdooMethodUnknown', 'bug'],
    ['builtins.AttributeError', "The method 'x' does not exist on the model 'y'", 'OdooMethodUnknown', 'bug'],
    [
      'odoo.exceptions.AccessError',
      'Private methods (such as _x) cannot be called remotely.',
      'OdooMethodUnknown',
      'bug',
    ],
    ['builtins.ValueError', "Invalid field 'x' on model 'res.partner'", 'OdooFieldUnknown', 'bug'],
    ['builtins.ValueError', 'could not convert string to float', 'OdooFailed', 'bug'],
    ['odoo.exceptions.ValidationError', 'The VAT number is not valid', 'OdooRejected', 'person'],
    [
      'psycopg2.errors.SerializationFailure',
      'could not serialize access due to concurrent update',
      'OdooConflict',
      'again-later',
    ],
    ['psycopg2.errors.DeadlockDetected', 'deadlock detected', 'OdooConflict', 'again-later'],
    ['psycopg2.OperationalError', 'FATAL:  database "nodb" does not exist', 'OdooDatabaseUnknown', 'person'],
    [
      'psycopg2.OperationalError',
      'server closed the connection unexpectedly',
      'OdooUnreachable',
      'again-later',
    ],
  ])('%s "%s" is %s: %s', (name, message, expected, verdict) => {
    const error = judge(name, message);
    expect(error.name).toBe(expected);
    expect(error.verdict).toBe(verdict);
  });

  it('about rights names the model, what was tried and the group as the user’s form shows it', () => {
    const error = judge(
      'odoo.exceptions.AccessError',
      "You are not allowed to create 'Bank Statement Line' (account.bank.statement.line) records.\n\nThis operation is allowed for the following groups:\n\t- Technical/Show Full Accounting Features\n\nContact your administrator to request access if necessary.",
    ) as OdooRightsMissing;
    expect(error.facts).toMatchObject({
      model: 'account.bank.statement.line',
      operation: 'create',
      group: 'Show Full Accounting Features',
    });
    expect(error.message).toContain('Settings → Users & Companies → Users');
  });

  it('never shows the address of Odoo’s database server', () => {
    const error = judge(
      'psycopg2.OperationalError',
      'connection to server at "10.0.0.7", port 5432 failed: FATAL: database "x" does not exist',
    );
    expect(error.message).not.toContain('10.0.0.7');
  });
});
