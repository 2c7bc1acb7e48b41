import { exampleMappings } from './example-mappings';
import { bodyOf, serve } from './render-page';

const choices = [{ id: 77, label: '470100 Disputes', detail: 'expense' }];

/** A server of mappings and settings, which takes whatever is saved; answers what was sent to be saved, in turn. */
export function serveMappings(answers: Parameters<typeof serve>[0] = {}): unknown[] {
  const sent: unknown[] = [];
  const take = (init: RequestInit | undefined) => {
    sent.push(bodyOf(init));
    return { ok: true, problems: {} };
  };
  serve({
    'GET /api/choices': () => ({ choices }),
    'GET /api/mappings': () => exampleMappings(),
    'GET /api/mappings/suggestions': () => ({ taxes: {}, terms: {} }),
    'POST /api/mappings': take,
    'POST /api/mappings/tax-copy': take,
    ...answers,
  });
  return sent;
}
