import {
  execute,
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
} from 'graphql';
import { adminSchema } from './admin-schema';
import type { Call } from './call';
import { requestedCost } from './query-cost';
import { resolveField, resolveType } from './resolve-field';

export type GraphQLRequest = {
  query?: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
};

type Checked = { document: DocumentNode; errors: readonly GraphQLError[] };
const checked = new Map<string, Checked>();

/** Parses and validates a query against the Admin schema; each text once. */
export function checkQuery(query: string): Checked {
  const known = checked.get(query);
  if (known) return known;
  const result = readQuery(query);
  checked.set(query, result);
  return result;
}

function readQuery(query: string): Checked {
  try {
    const document = parse(query);
    return { document, errors: validate(adminSchema(), document) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { document: { kind: Kind.DOCUMENT, definitions: [] }, errors: [error] };
  }
}

export function operationName(request: GraphQLRequest): string {
  if (request.operationName) return request.operationName;
  return /\b(?:query|mutation)\s+(\w+)/.exec(request.query ?? '')?.[1] ?? 'anonymous';
}

export type Outcome = { result: ExecutionResult; requested: number };

export async function runOperation(request: GraphQLRequest, call: Call): Promise<Outcome> {
  const { document, errors } = checkQuery(request.query ?? '');
  if (errors.length > 0) return { result: { errors }, requested: 0 };
  const variableValues = request.variables ?? {};
  const result = await execute({
    schema: adminSchema(),
    document,
    variableValues,
    operationName: request.operationName ?? null,
    contextValue: call,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  return { result, requested: requestedCost(document, variableValues) };
}
