/** The same thing with one of its fields left out, as when the outside system did not say it. */
export function without<Thing extends object, Field extends keyof Thing & string>(
  thing: Thing,
  field: Field,
): Omit<Thing, Field> {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => name !== field)) as Omit<Thing, Field>;
}
