import fields17 from './fields-17.json';
import fields19 from './fields-19.json';

/** One field as the recorded `fields_get` of that version described it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly relation: string;
  /** one2many: the many2one of the other side. monetary: the field that names its currency. */
  readonly partner: string;
  readonly required: boolean;
  readonly readonly: boolean;
  readonly stored: boolean;
  readonly label: string;
  readonly selection: readonly string[];
}

export type OdooVersion = 17 | 19;
export type FieldsOfModels = ReadonlyMap<string, ReadonlyMap<string, Field>>;

const recorded: Record<OdooVersion, Record<string, Record<string, string>>> = { 17: fields17, 19: fields19 };
const read = new Map<OdooVersion, FieldsOfModels>();

export function fieldsOf(version: OdooVersion): FieldsOfModels {
  let models = read.get(version);
  if (!models) {
    models = new Map(
      Object.entries(recorded[version]).map(([model, fields]) => [
        model,
        new Map(Object.entries(fields).map(([name, line]) => [name, parseField(name, line)])),
      ]),
    );
    read.set(version, models);
  }
  return models;
}

/** `type relation partner|flags|label|selection`, flags r(equired), o (read only), s(tored). */
function parseField(name: string, line: string): Field {
  const [head = '', flags = '', label = '', selection = ''] = line.split('|');
  const [type = '', second = '', third = ''] = head.split(' ');
  const monetary = type === 'monetary';
  return {
    name,
    type,
    relation: monetary ? '' : second,
    partner: monetary ? second : third,
    required: flags.includes('r'),
    readonly: flags.includes('o'),
    stored: flags.includes('s'),
    label,
    selection: selection ? selection.split(',') : [],
  };
}
