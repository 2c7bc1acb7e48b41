export interface Halved<Item, Done> {
  readonly done: readonly Done[];
  /** Those that stood alone, each with what went wrong. */
  readonly spoiled: readonly { readonly item: Item; readonly error: unknown }[];
}

/**
 * Does work for many at once. Where one of them spoils it for the others, they are halved until that one stands alone.
 * `passesOn` says of an error that none of them is to blame: it is thrown.
 */
export async function halving<Item, Done>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<Done>,
  passesOn: (error: unknown) => boolean,
): Promise<Halved<Item, Done>> {
  try {
    return { done: [await work(items)], spoiled: [] };
  } catch (error) {
    const [item] = items;
    if (passesOn(error) || item === undefined) throw error;
    if (items.length === 1) return { done: [], spoiled: [{ item, error }] };
    const middle = Math.ceil(items.length / 2);
    const first = await halving(items.slice(0, middle), work, passesOn);
    const second = await halving(items.slice(middle), work, passesOn);
    return { done: [...first.done, ...second.done], spoiled: [...first.spoiled, ...second.spoiled] };
  }
}
