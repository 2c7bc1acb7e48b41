import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, refuse } from '~/server/api.server';
import { listChoices } from '~/sync/read/list-choices';
import { choiceKinds, type ChoiceKind } from '~/views/mapping-view';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, async ({ context }) => {
    const { searchParams } = new URL(request.url);
    const kind = searchParams.get('kind') ?? '';
    if (!(choiceKinds as readonly string[]).includes(kind)) return refuse(400, 'fields', { kind });
    const client = await (await context()).odoo();
    return {
      choices: await listChoices(client, kind as ChoiceKind, (searchParams.get('q') ?? '').slice(0, 100)),
    };
  });
