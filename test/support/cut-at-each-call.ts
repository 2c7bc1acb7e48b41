import type { World } from './klopt-world';

/** Runs `work` again and again, with Odoo gone after one call, two, three … until it comes through; answers how often it did not. */
export async function cutAtEachCall(
  { odoo }: Pick<World, 'odoo'>,
  work: () => Promise<unknown>,
): Promise<number> {
  let cut = 0;
  for (let calls = 1; calls <= 200; calls += 1) {
    odoo.faults.failAfter = calls;
    const ended = await work().catch(() => 'cut off');
    if (ended !== 'cut off') break;
    cut += 1;
  }
  odoo.clearFaults();
  return cut;
}
