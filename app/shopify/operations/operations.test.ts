import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { adminSchema } from '../../../test/fakes/shopify/admin-schema';
import { adminApiVersion } from '../admin-api';
import { ordersBulkQuery } from '../bulk/orders-bulk-query';
import * as bulk from './bulk';
import * as orders from './orders';
import * as payouts from './payouts';
import * as shop from './shop';

const bulkQueries = {
  'the bulk query of all orders': ordersBulkQuery({}, { retail: true, terms: true }),
  'the bulk query of a search': ordersBulkQuery(
    { createdFrom: '2026-01-01', financialStatuses: ['paid', 'partially-paid'] },
    { retail: false, terms: false },
  ),
};

describe(`every operation is valid in the Admin API ${adminApiVersion}`, () => {
  it.each(Object.entries({ ...orders, ...payouts, ...shop, ...bulk, ...bulkQueries }))(
    '%s',
    (_name, operation) => {
      expect(validate(adminSchema(), parse(operation)).map((error) => error.message)).toEqual([]);
    },
  );

  it('would notice a field that Shopify does not have', () => {
    expect(validate(adminSchema(), parse('{ shop { noSuchField } }'))).not.toEqual([]);
  });
});
