import type { ActionFunctionArgs } from '@remix-run/node';
import { answering } from '~/server/api.server';
import { idOf } from '~/server/id-of';
import { matchBankLine } from '~/sync/match-bank-line';

export const action = ({ request, params }: ActionFunctionArgs) =>
  answering(request, async ({ context }) => matchBankLine(await context(), idOf(params)));
