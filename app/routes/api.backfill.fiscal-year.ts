import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '~/server/api.server';
import { firstOfFiscalYear } from '~/sync/read/first-of-fiscal-year';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, async ({ context }) => ({ start: await firstOfFiscalYear(await context()) }));
