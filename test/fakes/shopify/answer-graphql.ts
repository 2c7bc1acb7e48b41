import type { FakeShop, FakeShopSetup } from './answer-request';
import type { Call } from './call';
import { strikes } from './faults';
import { requestedCost } from './query-cost';
import { checkQuery, operationName, runOperation, type GraphQLRequest } from './run-operation';

type Answer = { status: number; body: unknown };

/** `POST /admin/api/<version>/graphql.json`, with the cost block that Shopify puts under every answer. */
export async function answerGraphQL(
  setup: FakeShopSetup,
  { world, bucket }: FakeShop,
  request: GraphQLRequest,
  token: string | string[] | undefined,
): Promise<Answer> {
  const grant = typeof token === 'string' ? setup.issuer.tokens.read(token) : undefined;
  if (!grant || grant.kind === 'refresh' || grant.shop !== world.domain) {
    const errors = '[API] Invalid API key or access token (unrecognized login or wrong password)';
    return { status: 401, body: { errors } };
  }
  const cost = (requested: number, actual: number | null) => ({
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: bucket.status(),
  });
  const asked = () => requestedCost(checkQuery(request.query ?? '').document, request.variables ?? {});
  const struck = strikes(setup.faults, 'throttle', operationName(request));
  if (struck || (setup.faults.costLimit && !bucket.has(asked()))) {
    const requested = asked();
    if (struck) bucket.fallShortOf(requested);
    const extensions = { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' };
    const body = {
      errors: [{ message: 'Throttled', extensions }],
      extensions: { cost: cost(requested, null) },
    };
    return { status: 200, body };
  }
  const call: Call = {
    world,
    faults: setup.faults,
    scopes: setup.issuer.scopes,
    objects: 0,
    search: [],
    bulk: setup.bulk,
  };
  const { result, requested } = await runOperation(request, call);
  if (requested === 0) return { status: 200, body: { errors: result.errors } };
  const actual = Math.max(1, Math.min(requested, call.objects));
  bucket.take(actual);
  const search = call.search.length > 0 ? { search: call.search } : {};
  return { status: 200, body: { ...result, extensions: { cost: cost(requested, actual), ...search } } };
}
