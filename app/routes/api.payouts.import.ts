import type { ActionFunctionArgs } from '@remix-run/node';
import { unstable_createMemoryUploadHandler, unstable_parseMultipartFormData } from '@remix-run/node';
import { requestRun } from '~/jobs/request-run';
import { answering } from '~/server/api.server';
import { importCsv } from '~/sync/import-csv';

/** 100,000 rows are about 20 MB. */
const largest = 64 * 1024 * 1024;

export const action = ({ request }: ActionFunctionArgs) =>
  answering(request, async ({ context, database, queue, shop }) => {
    const handler = unstable_createMemoryUploadHandler({ maxPartSize: largest });
    const form = await unstable_parseMultipartFormData(request, handler).catch(() => null);
    const file = form?.get('file');
    if (!(file instanceof File)) {
      return Response.json(
        { error: { kind: 'csv', message: 'not-csv', line: null, column: null, facts: {} } },
        { status: 422 },
      );
    }
    const imported = await importCsv(await context(), new Uint8Array(await file.arrayBuffer()));
    if ('rejected' in imported) {
      const { reason, ...where } = imported.rejected;
      return Response.json({ error: { kind: 'csv', message: reason, ...where } }, { status: 422 });
    }
    await requestRun({ database, queue }, shop.id, 'discover-payouts');
    return { ok: true, ...imported };
  });
