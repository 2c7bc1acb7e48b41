import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPaymentTerms } from '../../app/odoo/books/read-payment-terms';
import { suggestPaymentTerm } from '../../app/odoo/books/suggest-payment-term';
import type { OdooClient } from '../../app/odoo/client/odoo-client';
import { odooServers, type OdooServer } from './support/odoo-servers';

describe.each(odooServers())('payment terms in $title', ({ start }) => {
  let server: OdooServer;
  let client: OdooClient;
  beforeAll(async () => {
    server = await start();
    client = await server.connect();
  });
  afterAll(() => server.close());

  it('say after how many days all is due, where that is all they say', async () => {
    const terms = await readPaymentTerms(client);
    const daysOf = (name: string) => terms.find((term) => term.name === name)?.days;
    expect(terms.length).toBeGreaterThanOrEqual(9);
    expect(['Immediate Payment', '15 Days', '30 Days', '2/7 Net 30'].map(daysOf)).toEqual([0, 15, 30, 30]);
    const inParts = ['End of Following Month', '10 Days after End of Next Month', '30% Now, Balance 60 Days'];
    expect(inParts.map(daysOf)).toEqual([undefined, undefined, undefined]);
    expect(suggestPaymentTerm('Net 30', terms)?.name).toBe('30 Days');
    expect(suggestPaymentTerm('Due on receipt', terms)?.name).toBe('Immediate Payment');
  });
});
