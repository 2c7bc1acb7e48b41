import type { ActionFunctionArgs } from '@remix-run/node';
import { json, unstable_createMemoryUploadHandler, unstable_parseMultipartFormData } from '@remix-run/node';
import { requestRun } from '~/jobs/request-run';
import { answering, refuse } from '~/server/api.server';
import { CsvRejected } from '~/shopify/csv/csv-rejected';
import { importCsv } from '~/sync/import-csv';

/** 100,000 rows are about 20 MB. */
const largest = 64 * 1024 * 1024;

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ context, database, queue, shop }) => {
    const handler = unstable_createMemoryUploadHandler({ maxPartSize: largest });
    const form = await unstable_parseMultipartFormData(request, handler).catch(() => null);
    const file = form?.get('file');
    if (!(file instanceof File)) return refuse(422, 'csv', { reason: 'not-csv' });
    try {
      const imported = await importCsv(await context(), new Uint8Array(await file.arrayBuffer()));
      await requestRun({ database, queue }, shop.id, 'discover-payouts');
      return { ok: true, ...imported };
    } catch (error) {
      if (!(error instanceof CsvRejected)) throw error;
      const { reason, line, column, facts } = error;
      return json(
        { error: { kind: 'csv', reason, line: line ?? null, column: column ?? null, message: '', facts } },
        { status: 422 },
      );
    }
  });
