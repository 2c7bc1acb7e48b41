import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '~/server/api.server';
import { listSuggestions } from '~/sync/read/list-suggestions';
import { showMappings } from '~/sync/read/show-mappings';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, async ({ context, database, shop }) =>
    listSuggestions(await (await context()).odoo(), await showMappings(database, shop)),
  );
