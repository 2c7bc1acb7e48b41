import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchBankLine } from '~/sync/match-bank-line';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';

describe.each([17, 19] as const)("The bank's own line of a payout, looked for in Odoo %s", (version) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({
      state: aShop().sells(1001).sells(1002).pays(71).sells(1003).pays(72).state(),
      odoo: version,
    });
    await world.discover();
  });
  afterAll(() => world.stop());

  const find = async (payoutId: string) => matchBankLine(await world.context(), payoutId);
  const bankWrites = async (reference: string, net: string, cents: bigint) => {
    const client = await (await world.context()).odoo();
    const [bank] = await client.search('account.journal', [['code', '=', 'BNK1']]);
    const minor = BigInt(net) + cents;
    const amount = Number(`${(minor / 100n).toString()}.${(minor % 100n).toString().padStart(2, '0')}`);
    const { issuedOn: date } = await world.payout('71');
    await client.create('account.bank.statement.line', [
      { journal_id: bank, date, payment_ref: reference, amount },
    ]);
  };

  it('is not looked for before the payout is posted', async () => {
    expect(await find('71')).toEqual({ kind: 'not-posted', candidates: 0 });
  });

  it('is awaited while the bank has not written it; a cent more is another line', async () => {
    await world.sync('71');
    const { net } = await world.payout('71');
    await bankWrites('SHOPIFY', net.minor, 1n);
    expect(await find('71')).toEqual({ kind: 'awaited', candidates: 0 });
    expect(await world.payout('71')).toMatchObject({ state: 'posted' });
  });

  it('is matched once it is there: the payout is banked, and the proof has its last tick', async () => {
    const { net } = await world.payout('71');
    await bankWrites('SHOPIFY', net.minor, 0n);
    expect(await find('71')).toEqual({ kind: 'matched', candidates: 0 });
    const shown = await world.payout('71');
    expect(shown).toMatchObject({ state: 'banked', proof: { holds: true } });
    expect(shown.proof?.steps.at(-1)).toMatchObject({ name: 'bank', state: 'equal', actual: net });
  });

  it('is matched once, however often it is looked for', async () => {
    expect(await find('71')).toEqual({ kind: 'was-matched', candidates: 0 });
  });

  it('is left to a person where two lines could be it', async () => {
    await world.sync('72');
    const { net } = await world.payout('72');
    await bankWrites('SHOPIFY A', net.minor, 0n);
    await bankWrites('SHOPIFY B', net.minor, 0n);
    expect(await find('72')).toEqual({ kind: 'ambiguous', candidates: 2 });
    expect(await world.payout('72')).toMatchObject({ state: 'posted' });
  });
});
