import type { Field, FieldsOfModels } from './fields';

interface Call {
  model: string;
  method: string;
  positional: unknown[];
  named: Record<string, unknown>;
}

type Values = Record<string, unknown>;
type Translate = (model: string, id: number) => number;

/**
 * The ids in the recorded exchanges are those servers' own. Master data has the same ids in the fake; what was made
 * during the recording is learned from the answers, model by model, and put in the place of the recorded ids.
 */
export class IdMap {
  readonly #known = new Map<string, number>();

  constructor(private readonly fields: FieldsOfModels) {}

  request(call: Call): Call {
    const translate: Translate = (model, id) => this.#known.get(`${model}:${id}`) ?? this.#guess(model, id);
    const { model, method } = call;
    const named = this.#named(call.named, model, translate);
    const positional = call.positional.map((argument, at) => {
      if (at > 0 || method === 'load') return this.#argument(method, at, argument, model, translate, call);
      if (method.startsWith('search') || method === 'create') {
        return this.#argument(method, at, argument, model, translate, call);
      }
      return idsOf(argument, model, translate);
    });
    return { ...call, positional, named };
  }

  /** An entry that no answer has shown yet: as far from the last one that was shown as in the recording. */
  #guess(model: string, id: number): number {
    if (model !== 'account.move') return id;
    for (let before = id - 1; before > 0; before -= 1) {
      const known = this.#known.get(`${model}:${before}`);
      if (known !== undefined) return known + id - before;
    }
    return id;
  }

  /** Pairs the ids of a recorded answer with those of the fake's answer to the same call. */
  learn(call: Call, recorded: unknown, answered: unknown): void {
    const pairs: [string, number][][] = [[], []];
    this.#walk(call, recorded, (model, id) => (pairs[0]?.push([model, id]), id));
    this.#walk(call, answered, (model, id) => (pairs[1]?.push([model, id]), id));
    for (const [at, [model, id]] of (pairs[0] ?? []).entries()) {
      const other = pairs[1]?.[at];
      if (other && other[0] === model && !this.#known.has(`${model}:${id}`))
        this.#known.set(`${model}:${id}`, other[1]);
    }
  }

  answer(call: Call, recorded: unknown): unknown {
    return this.#walk(call, recorded, (model, id) => this.#known.get(`${model}:${id}`) ?? id);
  }

  #walk(call: Call, answer: unknown, translate: Translate): unknown {
    const { model, method } = call;
    if (['search', 'create'].includes(method)) return idsOf(answer, model, translate);
    if (method === 'load' && isValues(answer)) return { ...answer, ids: idsOf(answer.ids, model, translate) };
    if (['read', 'search_read'].includes(method) && Array.isArray(answer)) {
      return answer.map((record: Values) => this.#record(record, model, translate));
    }
    if (isValues(answer)) return this.#action(answer, translate);
    return answer;
  }

  #record(record: Values, model: string, translate: Translate): Values {
    const fields = this.fields.get(model);
    return Object.fromEntries(
      Object.entries(record).map(([name, value]) => {
        const field = fields?.get(name);
        if (name === 'id') return [name, translate(model, Number(value))];
        if (name === 'res_id' && typeof record.model === 'string')
          return [name, translate(record.model, Number(value))];
        if (field?.type === 'many2one' && Array.isArray(value)) {
          return [name, [translate(field.relation, Number(value[0])), value[1] as string]];
        }
        if (field && isToMany(field)) return [name, idsOf(value, field.relation, translate)];
        return [name, value];
      }),
    );
  }

  /** Answers of wizards: the record that they open, and the context of the next wizard. */
  #action(action: Values, translate: Translate): Values {
    const model = typeof action.res_model === 'string' ? action.res_model : '';
    const context = isValues(action.context) ? { ...action.context } : action.context;
    if (isValues(context) && Array.isArray(context.button_validate_picking_ids)) {
      context.button_validate_picking_ids = idsOf(
        context.button_validate_picking_ids,
        'stock.picking',
        translate,
      );
    }
    return {
      ...action,
      ...(typeof action.res_id === 'number' ? { res_id: translate(model, action.res_id) } : {}),
      ...(context === undefined ? {} : { context }),
    };
  }

  #argument(
    method: string,
    at: number,
    value: unknown,
    model: string,
    translate: Translate,
    call: Call,
  ): unknown {
    if (method === 'load')
      return at === 1
        ? this.#rows(call.positional[0] as string[], value as unknown[][], model, translate)
        : value;
    if (method.startsWith('search')) return at === 0 ? this.#domain(value, model, translate) : value;
    if (method === 'create') return (value as Values[]).map((vals) => this.#vals(vals, model, translate));
    if (method === 'write' && at === 1) return this.#vals(value as Values, model, translate);
    return value;
  }

  #named(named: Values, model: string, translate: Translate): Values {
    return Object.fromEntries(
      Object.entries(named).map(([name, value]) => {
        if (name === 'ids') return [name, idsOf(value, model, translate)];
        if (name === 'domain') return [name, this.#domain(value, model, translate)];
        if (name === 'vals') return [name, this.#vals(value as Values, model, translate)];
        if (name === 'vals_list')
          return [name, (value as Values[]).map((vals) => this.#vals(vals, model, translate))];
        if (name === 'data')
          return [name, this.#rows(named.fields as string[], value as unknown[][], model, translate)];
        if (name === 'context' && isValues(value) && typeof value.active_model === 'string') {
          return [name, { ...value, active_ids: idsOf(value.active_ids, value.active_model, translate) }];
        }
        return [name, value];
      }),
    );
  }

  #domain(domain: unknown, model: string, translate: Translate): unknown {
    if (!Array.isArray(domain)) return domain;
    return domain.map((item: unknown): unknown => {
      if (!Array.isArray(item)) return item;
      const [path, operator, operand] = item as [string, string, unknown];
      const relation = path === 'id' ? model : this.fields.get(model)?.get(path)?.relation;
      return relation ? [path, operator, idsOf(operand, relation, translate)] : item;
    });
  }

  #vals(vals: Values, model: string, translate: Translate): Values {
    return Object.fromEntries(
      Object.entries(vals).map(([name, value]) => {
        const field = this.fields.get(model)?.get(name);
        if (field?.type === 'many2one') return [name, idsOf(value, field.relation, translate)];
        if (field && isToMany(field))
          return [name, this.#commands(value as unknown[][], field.relation, translate)];
        return [name, value];
      }),
    );
  }

  #commands(commands: unknown[][], model: string, translate: Translate): unknown[] {
    return commands.map(([kind, id, payload]) => {
      if (kind === 6) return [kind, id, idsOf(payload, model, translate)];
      const translated = kind === 0 ? id : translate(model, Number(id));
      return isValues(payload)
        ? [kind, translated, this.#vals(payload, model, translate)]
        : [kind, translated, payload];
    });
  }

  /** Cells under a path that ends in `.id` hold ids of the model that the path leads to. */
  #rows(columns: string[], rows: unknown[][], model: string, translate: Translate): unknown[][] {
    const models = columns.map((column) => {
      const path = column.split('/');
      if (path.at(-1) !== '.id') return null;
      return path.slice(0, -1).reduce((at, name) => this.fields.get(at)?.get(name)?.relation ?? '', model);
    });
    return rows.map((row) =>
      row.map((cell, at) => {
        const of = models[at];
        return of && cell !== '' ? String(translate(of, Number(cell))) : cell;
      }),
    );
  }
}

const isToMany = (field: Field): boolean => field.type === 'one2many' || field.type === 'many2many';

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idsOf(value: unknown, model: string, translate: Translate): unknown {
  if (typeof value === 'number') return translate(model, value);
  if (Array.isArray(value)) return value.map((one: unknown) => idsOf(one, model, translate));
  return value;
}
