import { describe, expect, it } from 'vitest';
import { ShopifyAnswerUnexpected } from '../shopify-error';
import { downloadLines } from './download-lines';
import { ordersOfLines } from './orders-of-lines';

describe('lines of a bulk operation', () => {
  const order = (id: string) => JSON.stringify({ id, refunds: [] });
  const sale = (id: string, parent: string) =>
    JSON.stringify({ __typename: 'ProductSale', id, __parentId: parent });
  const agreement = (id: string, parent: string) =>
    JSON.stringify({ __typename: 'OrderAgreement', id, __parentId: parent });
  async function read(...lines: string[]) {
    async function* source() {
      for (const [index, text] of lines.entries()) yield await Promise.resolve({ text, next: index });
    }
    const orders = [];
    for await (const one of ordersOfLines(source())) orders.push(one);
    return orders;
  }

  it('may come in any order under their order', async () => {
    const [one] = await read(order('o1'), sale('s1', 'a1'), agreement('a1', 'o1'), sale('s2', 'a1'));
    expect(one?.node).toMatchObject({
      agreements: { nodes: [{ id: 'a1', sales: { nodes: [{ id: 's1' }, { id: 's2' }] } }] },
    });
  });

  it('that are not grouped under their order are refused, not lost', async () => {
    const lines = [order('o1'), order('o2'), agreement('a1', 'o1'), agreement('a2', 'o2')];
    await expect(read(...lines)).rejects.toThrow(ShopifyAnswerUnexpected);
    await expect(read(agreement('a1', 'o1'))).rejects.toThrow('in the middle of an order');
  });

  it('are read byte by byte as well as at once, whatever letters they hold', async () => {
    const text = '{"name":"№ 1 – é"}\n{"name":"二"}\n';
    const bytes = new TextEncoder().encode(text);
    const drip: typeof fetch = () =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start(controller) {
              for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
              controller.close();
            },
          }),
        ),
      );
    const lines = [];
    for await (const line of downloadLines('https://files.example', { fetch: drip })) lines.push(line);
    expect(lines.map((line) => line.text)).toEqual(['{"name":"№ 1 – é"}', '{"name":"二"}']);
    expect(lines.at(-1)?.next).toBe(bytes.length);
  });
});
