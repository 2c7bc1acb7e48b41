import {
  OdooConflict,
  OdooDatabaseUnknown,
  OdooFailed,
  OdooFieldUnknown,
  OdooKeyRefused,
  OdooMethodUnknown,
  OdooModelUnknown,
  OdooRejected,
  OdooRightsMissing,
  OdooUnreachable,
  type OdooError,
  type OdooErrorFacts,
} from './odoo-errors';

/** An exception of Odoo's as both transports carry it: its Python name and its message. */
export interface Fault {
  readonly name: string;
  readonly message: string;
}

const rights = /not allowed to (\w+) '[^']*' \(([\w.]+)\)/;
const conflict = /could not serialize access|deadlock detected|could not obtain lock/i;

/** The one place where Odoo's exceptions become ours. The names are Python's, the same from 16 to 19. */
export function judgeFault(fault: Fault, facts: Omit<OdooErrorFacts, 'detail'>): OdooError {
  const detail = fault.message.trim() || fault.name;
  const all = { ...facts, detail } as OdooErrorFacts;
  const name = fault.name.split('.').at(-1) ?? '';
  if (isConflict(detail) || /^(SerializationFailure|DeadlockDetected|LockNotAvailable)$/.test(name)) {
    return new OdooConflict(all);
  }
  switch (name) {
    case 'AccessDenied':
    case 'Unauthorized':
      return new OdooKeyRefused(all);
    case 'AccessError':
      return /^Private methods/.test(detail) ? new OdooMethodUnknown(all) : rightsMissing(detail, all);
    case 'Forbidden':
      return rightsMissing(detail, all);
    case 'UserError':
      return /^Object [\w.]+ doesn't exist/.test(detail) ? new OdooModelUnknown(all) : new OdooRejected(all);
    case 'ValidationError':
    case 'RedirectWarning':
    case 'MissingError':
    case 'UniqueViolation':
    case 'CheckViolation':
    case 'NotNullViolation':
    case 'ForeignKeyViolation':
      return new OdooRejected(all);
    case 'NotFound':
      return /model/i.test(detail) && !/method/i.test(detail)
        ? new OdooModelUnknown(all)
        : new OdooMethodUnknown(all);
    case 'AttributeError':
      return /method/.test(detail) ? new OdooMethodUnknown(all) : new OdooFailed(all);
    case 'ValueError':
      return /^Invalid field/.test(detail) ? new OdooFieldUnknown(all) : new OdooFailed(all);
    case 'OperationalError':
      // The database server speaks here, with its own address in the message: that is not for a person to read.
      return /database "[^"]*" does not exist/.test(detail)
        ? new OdooDatabaseUnknown({ ...all, detail: 'the database does not exist' })
        : new OdooUnreachable({ ...all, detail: 'its database does not answer' }, { mayHaveHappened: true });
    default:
      return new OdooFailed(all);
  }
}

/** Two transactions at once; `load` says it among its messages instead of failing. */
export function isConflict(message: string): boolean {
  return conflict.test(message);
}

/** Missing rights; `load` says it among its messages instead of failing. */
export function isRightsMissing(message: string): boolean {
  return rights.test(message);
}

function rightsMissing(detail: string, facts: OdooErrorFacts): OdooRightsMissing {
  const [, operation = 'do this with', model = facts.call] = rights.exec(detail) ?? [];
  // "Technical/Show Full Accounting Features": the category, then the group as the user's form shows it.
  const groups = [...detail.matchAll(/^\s*-\s*(.+)$/gm)].map(([, group = '']) => group.trim());
  return new OdooRightsMissing({
    ...facts,
    detail: detail.split('\n')[0] ?? detail,
    operation,
    model,
    group: namesOf(groups).join('" or "'),
  });
}

/** Without their category, as the user's form shows them, unless that makes two of them one. */
function namesOf(groups: readonly string[]): readonly string[] {
  const short = groups.map((group) => group.split('/').at(-1) ?? group);
  return new Set(short).size === short.length ? short : groups;
}
