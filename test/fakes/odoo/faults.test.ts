import { describe, expect, it } from 'vitest';
import { useFakeOdoo } from './use-fake-odoo';

const odoo = useFakeOdoo();
const { ask, call, partner, postInvoice, charge, loadLines } = odoo;

describe('a bad day of the fake Odoo', () => {
  it('moves the date of a locked period without a word', async () => {
    odoo.fake.faults.lockDate = '2026-11-30';
    const { move } = await postInvoice(10);
    expect(odoo.fake.records('account.move', [['id', '=', move]], ['date'])[0]?.date).toBe('2026-11-21');
  });

  it('commits although its answer is lost, once', async () => {
    odoo.fake.faults.dropAnswerAfterCommit = { model: 'res.partner', method: 'create', times: 1 };
    await expect(partner()).rejects.toThrow();
    expect(odoo.fake.records('res.partner', [['name', '=', 'Ann de Wit']])).toHaveLength(1);
    await expect(partner()).resolves.toBeTypeOf('number');
  });

  it('answers "could not serialize access" to a load as often as it is told', async () => {
    await ask('/__fake/faults', { serializationFailure: 1 });
    const load = () =>
      call<{ ids: unknown }>('res.partner', 'load', { fields: ['id', 'name'], data: [['klopt.a', 'Ann']] });
    expect(await load()).toMatchObject({
      ids: false,
      messages: [{ message: expect.stringContaining('could not serialize access') as string }],
    });
    expect((await load()).ids).toHaveLength(1);
  });

  it('dies after so many calls, and is back when the fault is lifted', async () => {
    odoo.fake.faults.failAfter = 1;
    await expect(partner()).resolves.toBeTypeOf('number');
    await expect(partner()).rejects.toThrow();
    odoo.fake.clearFaults();
    await expect(partner()).resolves.toBeTypeOf('number');
  });

  it('is down, answers HTML, throttles or refuses the key when told to', async () => {
    odoo.fake.faults.down = true;
    await expect(ask('/web/version')).rejects.toThrow();
    odoo.fake.clearFaults();
    odoo.fake.faults.html = true;
    expect(await ask('/web/version')).toMatchObject({ status: 502 });
    odoo.fake.clearFaults();
    odoo.fake.faults.throttle = 1;
    expect([(await ask('/web/version')).status, (await ask('/web/version')).status]).toEqual([429, 200]);
    odoo.fake.faults.wrongKey = true;
    expect(await ask('/json/2/res.partner/search', { domain: [] })).toMatchObject({ status: 401 });
  });

  it('refuses statement lines to a user without accounting rights, and says so when asked', async () => {
    odoo.fake.faults.noAccountRights = true;
    expect(await loadLines(charge('a', '98.00', '2.00', '-100.00', ''))).toMatchObject({ ids: false });
    expect(
      await call('res.users', 'has_group', { ids: [2], group_ext_id: 'account.group_account_basic' }),
    ).toBe(false);
  });
});

it('counts the calls of each method', async () => {
  await partner();
  await partner();
  expect((await ask('/__fake/calls')).body).toEqual({ 'res.partner.create': 2 });
});
