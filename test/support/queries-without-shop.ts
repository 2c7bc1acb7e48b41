import { Prisma } from '@prisma/client';
import type { Database } from '../../app/database/client';

/** A job on the queue names its run, and the run says whose it is. */
const known = new Set(['Run.findUnique by id']);

interface Asked {
  readonly where?: object;
  readonly data?: unknown;
  /** Of raw SQL. */
  readonly strings?: readonly string[];
}

/** The database as the app has it, and every query through it about a shop's rows that does not say of which shop. */
export function watchedForShop(database: Database): { database: Database; without: Set<string> } {
  const ofShops = new Set(
    Prisma.dmmf.datamodel.models.flatMap(({ name, fields }) =>
      fields.some((field) => field.name === 'shopId') || name === 'RunStep' ? [name] : [],
    ),
  );
  const without = new Set<string>();
  const watched = database.$extends({
    query: {
      async $allOperations({ model, operation, args, query }) {
        const { where = {}, data, strings } = args as Asked;
        if (model && ofShops.has(model)) {
          const about = operation.startsWith('create') ? data : where;
          const nothing = Array.isArray(about) && about.length === 0;
          const name = `${model}.${operation} by ${Object.keys(where).join(', ')}`;
          if (!nothing && !namesShop(about) && !known.has(name)) without.add(name);
        }
        const sql = strings?.join('?');
        if (sql && !/"shopId"|"Shop"/.test(sql)) without.add(sql);
        const answer: unknown = await query(args);
        return answer;
      },
    },
  });
  return { database: watched as unknown as Database, without };
}

/** Whether a shop's id (or the shop, by its domain) stands anywhere in what is asked; undefined is no value. */
function namesShop(asked: unknown): boolean {
  if (typeof asked !== 'object' || asked === null) return false;
  return Object.entries(asked).some(
    ([key, value]) => (/^shop(Id|$)/.test(key) && value !== undefined) || namesShop(value),
  );
}
