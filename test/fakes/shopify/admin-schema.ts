import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

export const adminApiVersion = '2026-07';

let schema: GraphQLSchema | undefined;

/** The Admin API's own schema (introspection JSON in Shopify's npm package), built once for each process. */
export function adminSchema(): GraphQLSchema {
  schema ??= readAdminSchema();
  return schema;
}

function readAdminSchema(): GraphQLSchema {
  // The package exports neither the file nor its package.json, so it is read by its place.
  const name = `../../../node_modules/@shopify/dev-mcp/dist/data/admin_${adminApiVersion}.json.gz`;
  const file = new URL(name, import.meta.url);
  const introspection = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as {
    data: IntrospectionQuery;
  };
  return buildClientSchema(introspection.data, { assumeValid: true });
}
