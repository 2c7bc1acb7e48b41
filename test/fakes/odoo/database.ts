import type { Row, Value } from './row';

type Undo = () => void;

/** Rows of one model, with an index per column that was ever asked for. */
export class Table {
  readonly rows = new Map<number, Row>();
  readonly #indexes = new Map<string, Map<Value | undefined, Set<number>>>();
  #next = 1;

  constructor(private readonly remember: (undo: Undo) => void) {}

  get(id: number | null): Row | undefined {
    return id === null ? undefined : this.rows.get(id);
  }

  must(id: number | null): Row {
    const row = this.get(id);
    if (!row) throw new Error(`the fake Odoo lost record ${id}`);
    return row;
  }

  /** Like a PostgreSQL sequence, the number is used up even when the transaction is rolled back. */
  insert(values: Record<string, Value>, id?: number): Row {
    const newId = id ?? this.#next;
    this.#next = Math.max(this.#next, newId + 1);
    const row: Row = { ...values, id: newId };
    this.#put(row);
    this.remember(() => this.#take(row));
    return row;
  }

  patch(id: number, values: Record<string, Value>): void {
    const row = this.must(id);
    const before: Record<string, Value> = {};
    for (const field of Object.keys(values)) before[field] = row[field] ?? null;
    this.#assign(row, values);
    this.remember(() => this.#assign(row, before));
  }

  remove(id: number): void {
    const row = this.must(id);
    this.#take(row);
    this.remember(() => this.#put(row));
  }

  idsBy(field: string, value: Value): ReadonlySet<number> {
    let index = this.#indexes.get(field);
    if (!index) {
      index = new Map();
      this.#indexes.set(field, index);
      for (const row of this.rows.values()) addTo(index, row[field] ?? null, row.id);
    }
    return index.get(value) ?? new Set();
  }

  by(field: string, value: Value): Row[] {
    return [...this.idsBy(field, value)].sort((a, b) => a - b).map((id) => this.must(id));
  }

  reserve(next: number): void {
    this.#next = Math.max(this.#next, next);
  }

  #assign(row: Row, values: Record<string, Value>): void {
    for (const [field, value] of Object.entries(values)) {
      const index = this.#indexes.get(field);
      if (index) index.get(row[field] ?? null)?.delete(row.id);
      row[field] = value;
      if (index) addTo(index, value, row.id);
    }
  }

  #put(row: Row): void {
    this.rows.set(row.id, row);
    for (const [field, index] of this.#indexes) addTo(index, row[field] ?? null, row.id);
  }

  #take(row: Row): void {
    this.rows.delete(row.id);
    for (const [field, index] of this.#indexes) index.get(row[field] ?? null)?.delete(row.id);
  }
}

function addTo(index: Map<Value | undefined, Set<number>>, value: Value, id: number): void {
  const ids = index.get(value);
  if (ids) ids.add(id);
  else index.set(value, new Set([id]));
}

/** All tables, and transactions that leave nothing behind when they fail. */
export class Database {
  readonly #tables = new Map<string, Table>();
  #undo: Undo[] | null = null;

  table(model: string): Table {
    let table = this.#tables.get(model);
    if (!table) {
      table = new Table((undo) => this.#undo?.push(undo));
      this.#tables.set(model, table);
    }
    return table;
  }

  transaction<T>(run: () => T): T {
    const outer = this.#undo;
    const own: Undo[] = [];
    this.#undo = own;
    try {
      const result = run();
      outer?.push(...[() => own.reverse().forEach((undo) => undo())]);
      return result;
    } catch (error) {
      this.#undo = null;
      for (const undo of own.reverse()) undo();
      throw error;
    } finally {
      this.#undo = outer;
    }
  }
}
