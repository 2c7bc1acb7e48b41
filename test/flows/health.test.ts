import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '~/database/client';
import { health } from '~/server/health';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

async function ask(database: Database): Promise<{ status: number; body: unknown }> {
  const server = createServer(express().get('/healthz', health(database)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/healthz`);
  const body: unknown = await answer.json();
  server.close();
  return { status: answer.status, body };
}

it('health is 200 with the version while the database answers', async () => {
  expect(await ask(test.database)).toEqual({
    status: 200,
    body: { status: 'ok', database: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string },
  });
});

it('health is 503 when the database does not answer, and tells nothing of where it should be', async () => {
  const gone = openDatabase('postgresql://klopt:hidden@127.0.0.1:9/klopt');
  const { status, body } = await ask(gone.database);
  expect(status).toBe(503);
  expect(JSON.stringify(body)).not.toContain('hidden');
  await gone.close();
});
