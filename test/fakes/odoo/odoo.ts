import { refuseWithoutRights } from './access-rights';
import { columnOf } from './column-values';
import { Database, type Table } from './database';
import { forgetExternally, nameExternally, XID } from './external-ids';
import { type Faults, noFaults } from './faults';
import { fieldValue, jsonValue } from './field-values';
import { type Field, type FieldsOfModels, fieldsOf, type OdooVersion } from './fields';
import { minorOf } from './fixed';
import { missingError, userError } from './odoo-error';
import type { Context, Rules } from './rules';
import { rulesOf } from './rules-of-models';
import { link, type Row, text, type Value, type Values } from './row';
import { type FieldUse, unknownField } from './unknown-field';
import { applyCommands, isToMany } from './to-many-commands';
import { splitValues } from './whole-and-part';

export interface OdooSettings {
  readonly version: OdooVersion;
  readonly login: string;
  readonly today: () => string;
}

export const COMPANY = 1;
export const ADMIN = 2;

/** The database behind the fake server and what every model of it can do. */
export class Odoo {
  readonly db = new Database();
  readonly fields: FieldsOfModels;
  readonly faults: Faults = noFaults();
  readonly version: OdooVersion;

  constructor(readonly settings: OdooSettings) {
    this.version = settings.version;
    this.fields = fieldsOf(settings.version);
  }

  table(model: string): Table {
    return this.db.table(model);
  }

  rules(model: string): Rules {
    return rulesOf[model] ?? {};
  }

  today(): string {
    return this.settings.today();
  }

  now(): string {
    return `${this.today()} ${new Date().toISOString().slice(11, 19)}`;
  }

  company(): Row {
    return this.table('res.company').must(COMPANY);
  }

  companyCurrency(): number {
    return link(this.company(), 'currency_id') ?? 0;
  }

  digits(currency: number | null): number {
    const row = this.table('res.currency').get(currency ?? this.companyCurrency());
    return row ? Number(row.decimal_places) : 2;
  }

  fieldsOf(model: string): ReadonlyMap<string, Field> {
    const fields = this.fields.get(model);
    if (!fields) throw userError(`Object ${model} doesn't exist`);
    return fields;
  }

  /** A field of the model; what is said of an unknown one depends on the deed and the version. */
  field(model: string, name: string, deed: FieldUse = 'read'): Field {
    const field = this.fieldsOf(model).get(name);
    if (field) return field;
    throw unknownField(this.version, model, name, deed);
  }

  rows(model: string, ids: readonly number[]): Row[] {
    return ids.map((id) => {
      const row = this.table(model).get(id);
      if (!row) throw missingError(model, [id], ADMIN);
      return row;
    });
  }

  create(model: string, vals: Values, context: Context = {}): number {
    refuseWithoutRights(this, model, 'create');
    const rules = this.rules(model);
    for (const name of Object.keys(vals)) {
      if (name !== XID && !rules.extraKeys?.includes(name)) this.field(model, name, 'create');
    }
    const id = rules.create ? rules.create(this, vals, context) : this.insert(model, vals, context).id;
    const xid = vals[XID];
    if (typeof xid === 'string') {
      const part = rules.partOf;
      const whole = part ? link(this.table(model).must(id), part.link) : null;
      if (part && whole) nameExternally(this, `${xid}_${part.model.replaceAll('.', '_')}`, part.model, whole);
      nameExternally(this, xid, model, id);
    }
    return id;
  }

  /** Stores a record as it is said, with its to-many commands; the part that every model shares. */
  insert(model: string, vals: Values, context: Context = {}): Row {
    const rules = this.rules(model);
    const { own, ofWhole } = splitValues(this, model, vals);
    if (rules.partOf && own[rules.partOf.link] === undefined) {
      own[rules.partOf.link] = this.create(rules.partOf.model, ofWhole, context);
    }
    const stamp = this.now();
    const row = this.table(model).insert({
      create_date: stamp,
      write_date: stamp,
      ...(this.fieldsOf(model).has('active') ? { active: true } : {}),
      ...this.columns(model, own),
    });
    this.table(model).patch(row.id, this.amounts(model, row, own));
    this.#command(model, row, own, context);
    rules.created?.(this, row, vals);
    return row;
  }

  write(model: string, ids: readonly number[], vals: Values, context: Context = {}): void {
    refuseWithoutRights(this, model, 'modify');
    for (const name of Object.keys(vals)) if (name !== XID) this.field(model, name, 'write');
    this.rows(model, ids);
    const rules = this.rules(model);
    if (rules.write) rules.write(this, ids, vals, context);
    else this.update(model, ids, vals, context);
  }

  update(model: string, ids: readonly number[], vals: Values, context: Context = {}): void {
    const part = this.rules(model).partOf;
    for (const row of this.rows(model, ids)) {
      const { own, ofWhole } = splitValues(this, model, vals);
      this.table(model).patch(row.id, { ...this.columns(model, own), write_date: this.now() });
      this.table(model).patch(row.id, this.amounts(model, row, own));
      this.#command(model, row, own, context);
      if (part && Object.keys(ofWhole).length > 0) {
        this.write(part.model, [link(row, part.link) ?? 0], ofWhole, context);
      }
    }
  }

  unlink(model: string, ids: readonly number[], context: Context = {}): void {
    refuseWithoutRights(this, model, 'delete');
    this.rows(model, ids);
    const rules = this.rules(model);
    if (rules.unlink) rules.unlink(this, ids, context);
    else this.remove(model, ids);
  }

  /** Takes the rows away, and their external ids with them. */
  remove(model: string, ids: readonly number[]): void {
    for (const id of ids) {
      forgetExternally(this, model, id);
      this.table(model).remove(id);
    }
  }

  /** Everything but money and to-many fields: money needs the currency, which is one of these. */
  columns(model: string, vals: Values): Record<string, Value> {
    const columns: Record<string, Value> = {};
    for (const [name, value] of Object.entries(vals)) {
      const field = this.fieldsOf(model).get(name);
      if (field && field.type !== 'monetary' && !isToMany(field))
        columns[name] = columnOf(model, field, value);
    }
    return columns;
  }

  amounts(model: string, row: Row, vals: Values): Record<string, Value> {
    const columns: Record<string, Value> = {};
    for (const [name, value] of Object.entries(vals)) {
      const field = this.fieldsOf(model).get(name);
      if (field?.type === 'monetary') columns[name] = minorOf(value, this.digitsOf(row, field));
    }
    return columns;
  }

  /** Of the currency that the field names (`debit_currency_id` …); of the company's where the row has none. */
  digitsOf(row: Row, field: Field): number {
    return this.digits(link(row, field.partner));
  }

  /** A field's value as the model sees it. */
  read(model: string, row: Row, name: string): unknown {
    return fieldValue(this, model, row, name);
  }

  /** A field's value as it goes over the wire. */
  json(model: string, row: Row, name: string, plainLinks = false): unknown {
    return jsonValue(this, model, row, name, plainLinks);
  }

  displayName(model: string, id: number): string {
    const row = this.table(model).get(id);
    if (!row) return `${model},${id}`;
    const rules = this.rules(model);
    if (rules.displayName) return rules.displayName(this, row);
    return text(row, 'name') || `${model},${id}`;
  }

  /** Carries out the to-many commands among the values, on what is stored already. */
  #command(model: string, row: Row, own: Values, context: Context): void {
    for (const [name, value] of Object.entries(own)) {
      const field = this.fieldsOf(model).get(name);
      if (field && isToMany(field)) applyCommands(this, model, row, field, value, context);
    }
  }
}
