import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OdooClient } from '../../app/odoo/client/odoo-client';
import { externalModule, externalName, type ExternalModule } from '../../app/odoo/loading/external-names';
import { loadOnce } from '../../app/odoo/loading/load-once';
import { odooServers, type OdooServer } from './support/odoo-servers';

const partners = (module: ExternalModule, names: readonly string[], batch = 4) => ({
  model: 'res.partner',
  module,
  fields: ['id', 'name', 'country_id/.id'],
  batch,
  records: names.map((name) => ({
    externalId: name,
    rows: [[externalName(module, name), `Customer ${name}`, name.startsWith('bad') ? '99999999' : '']],
  })),
});

let modules = 0;
function freshModule(): ExternalModule {
  modules += 1;
  return externalModule(`l-${Date.now().toString(36)}-${String(modules)}.myshopify.com`);
}

describe.each(odooServers())('loading once into $title', ({ start, isReal }) => {
  let server: OdooServer;
  let client: OdooClient;
  /** Gives up at the first failure, as a process that is killed. */
  let impatient: OdooClient;
  beforeAll(async () => {
    server = await start();
    client = await server.connect();
    impatient = await server.connect({ retries: { attempts: 1, pauseMs: 1 } });
  });
  afterEach(() => server.fake?.clearFaults());
  afterAll(() => server.close());

  /** How many records a module has, and under how many names. */
  const count = async (module: ExternalModule) => {
    const rows = await client.searchRead('ir.model.data', [['module', '=', module]], ['res_id']);
    return { names: rows.length, records: new Set(rows.map(({ res_id }) => res_id)).size };
  };

  it('makes each record, and the second time finds it', async () => {
    const module = freshModule();
    const plan = partners(module, ['a', 'b', 'c', 'd', 'e', 'f']);
    const first = await loadOnce(client, plan);
    const second = await loadOnce(client, plan);
    expect([...first.created]).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(second.created.size).toBe(0);
    expect(second.ids).toEqual(first.ids);
    expect(await count(module)).toEqual({ names: 6, records: 6 });
  });

  it('takes out a record that Odoo refuses, says why, and loads the others', async () => {
    const module = freshModule();
    const { ids, rejections } = await loadOnce(client, partners(module, ['a', 'bad1', 'c', 'bad2', 'e']));
    expect([...ids.keys()].sort()).toEqual(['a', 'c', 'e']);
    expect([...rejections.keys()]).toEqual(['bad1', 'bad2']);
    expect(rejections.get('bad1')).toContain('99999999');
  });

  it('run twice at once makes each record once', async () => {
    const module = freshModule();
    const plan = partners(module, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 2);
    const other = await server.connect();
    const [left, right] = await Promise.all([loadOnce(client, plan), loadOnce(other, plan)]);
    expect(left.ids).toEqual(right.ids);
    expect(await count(module)).toEqual({ names: 8, records: 8 });
  });

  it('reports its progress up to the whole', async () => {
    const seen: [number, number][] = [];
    await loadOnce(client, {
      ...partners(freshModule(), ['a', 'b', 'c', 'd', 'e']),
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen).toEqual([
      [0, 5],
      [4, 5],
      [5, 5],
    ]);
  });

  it.skipIf(isReal)('loses no record and makes none twice, whatever fails', async () => {
    const { fake } = server;
    if (!fake) throw new Error('this test causes faults, which only a fake takes');
    const fault = fc.constantFrom('dropped', 'serialization', 'throttle', 'bad row', 'killed' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fault, { maxLength: 4 }),
        async (size, batch, faults) => {
          fake.clearFaults();
          const module = freshModule();
          const good = Array.from({ length: size }, (_, index) => `c${String(index)}`);
          const names = faults.includes('bad row') ? ['bad', ...good] : good;
          const times = (name: string) => faults.filter((one) => one === name).length;
          if (times('dropped') > 0) {
            fake.faults.dropAnswerAfterCommit = {
              model: 'res.partner',
              method: 'load',
              times: times('dropped'),
            };
          }
          fake.faults.serializationFailure = times('serialization');
          fake.faults.throttle = times('throttle');
          if (faults.includes('killed')) {
            // Dies after the first batch or so, and a new process begins.
            fake.faults.failAfter = 3;
            await loadOnce(impatient, partners(module, names, batch)).catch(() => undefined);
            fake.faults.failAfter = null;
          }
          const loaded = await loadOnce(client, partners(module, names, batch));
          expect([...loaded.ids.keys()].sort()).toEqual([...good].sort());
          expect([...loaded.rejections.keys()]).toEqual(faults.includes('bad row') ? ['bad'] : []);
          expect(await count(module)).toEqual({ names: size, records: size });
        },
      ),
      { numRuns: 40 },
    );
  });
});
