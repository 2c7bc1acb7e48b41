import { externalRecord, XID } from './external-ids';
import { convertRecord, ImportProblem, splitRecords, withoutIds } from './load-rows';
import type { Odoo } from './odoo';
import { OdooError } from './odoo-error';
import type { Context } from './rules';
import type { Values } from './row';

interface Message extends Record<string, unknown> {
  type: string;
  message: string;
}

interface Answer {
  ids: number[] | false;
  messages: Message[];
  nextrow: number;
}

interface Loaded {
  readonly rows: { from: number; to: number };
  readonly record: number;
  readonly vals: Values;
}

/** Thrown to roll the whole load back while still answering its messages. */
class Refused extends Error {
  constructor(readonly messages: Message[]) {
    super('refused');
  }
}

/** Odoo's `load`: creates or updates through external ids, all rows or none. */
export function load(
  odoo: Odoo,
  model: string,
  columns: string[],
  data: unknown[][],
  context: Context,
): Answer {
  if (odoo.faults.serializationFailure > 0) {
    odoo.faults.serializationFailure -= 1;
    const message = "Unknown database error: 'could not serialize access due to concurrent update'";
    return {
      ids: false,
      messages: [{ type: 'error', message, rows: { from: 0, to: data.length - 1 } }],
      nextrow: 0,
    };
  }
  const paths = columns.map((column) => column.split('/'));
  const messages: Message[] = [];
  const records: Loaded[] = [];
  for (const [record, part] of splitRecords(odoo, model, paths, data).entries()) {
    try {
      records.push({ rows: part.rows, record, vals: convertRecord(odoo, model, paths, part.data) });
    } catch (error) {
      if (!(error instanceof ImportProblem)) throw error;
      messages.push({ rows: part.rows, record, type: 'error', ...error.details, message: error.message });
    }
  }
  try {
    const ids = odoo.db.transaction(() => {
      const stored = storeAll(odoo, model, records, { ...context, import_file: true }, messages);
      if (messages.length > 0) throw new Refused(messages);
      return stored;
    });
    return { ids, messages: [], nextrow: 0 };
  } catch (error) {
    if (error instanceof Refused) return { ids: false, messages: error.messages, nextrow: 0 };
    throw error;
  }
}

/** First all at once, and when that is refused, one by one to name the records at fault. */
function storeAll(
  odoo: Odoo,
  model: string,
  records: Loaded[],
  context: Context,
  messages: Message[],
): number[] {
  let general: string | null = null;
  try {
    return odoo.db.transaction(() => records.map((record) => store(odoo, model, record.vals, context)));
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    general = error.message;
  }
  const found: Message[] = [];
  for (const { rows, record, vals } of records) {
    try {
      odoo.db.transaction(() => store(odoo, model, vals, context));
    } catch (error) {
      if (!(error instanceof OdooError)) throw error;
      found.push({ rows, record, type: 'error', message: error.message });
    }
  }
  const first = records[0];
  if (first && !found.some((message) => message.message === general)) {
    found.unshift({ rows: first.rows, record: first.record, type: 'error', message: general });
  }
  messages.push(...found);
  return [];
}

function store(odoo: Odoo, model: string, vals: Values, context: Context): number {
  const xid = vals[XID];
  const known =
    typeof vals.id === 'number'
      ? vals.id
      : typeof xid === 'string'
        ? externalRecord(odoo, xid)?.res_id
        : null;
  if (typeof known !== 'number') return odoo.create(model, vals, context);
  odoo.write(model, [known], withoutIds(vals), context);
  return known;
}
