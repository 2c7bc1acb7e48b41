import type { DeskOrder, Happening, ShopDesk } from '../fakes/admin/shop-desk';
import type { FakeShopify } from '../fakes/shopify/start-fake-shopify';
import { decimal } from '../trade-wins/amount';
import { products } from '../trade-wins/catalogue';
import { customers, type Customer } from '../trade-wins/customers';
import { everyKind, firstOfEveryKind } from '../trade-wins/every-kind/trade-wins-with-orders';
import { OrderStory } from '../trade-wins/order-story';
import { Random } from '../trade-wins/random';
import { goods, shipping, type Sold } from '../trade-wins/sold';

type Placed = {
  story: OrderStory;
  customer: Customer;
  first: Sold;
  at: string;
  edited: boolean;
  refunded: boolean;
};

const buyers = customers.filter(({ country, company }) => country === 'NL' && !company);

/** Lets customers order while the demo runs: the fake Shopify's state changes, and it tells the app by a webhook. */
export function openShopDesk(shopify: Pick<FakeShopify, 'world' | 'setState' | 'deliver'>): ShopDesk {
  const random = new Random(Date.now());
  const placed: Placed[] = [];
  /** Refunds come after the order, also within a second. */
  const now = () => new Date(Math.floor(Date.now() / 1000) * 1000).toISOString().replace('.000Z', 'Z');

  function place(): Placed {
    const [customer, first, second] = [random.pick(buyers), goods(sku()), goods(sku(), random.whole(1, 3))];
    const number = firstOfEveryKind + everyKind.length + placed.length;
    const at = now();
    const story = new OrderStory({ number, at, customer })
      .sells(first, second, shipping('PostNL', 595n))
      .pays('paypal');
    const order = { story, customer, first, at, edited: false, refunded: false };
    placed.push(order);
    return order;
  }
  const sku = () => random.pick(products).sku;

  function edit(order: Placed): void {
    order.story.edits(now(), [goods(sku())]).pays('paypal', { at: now() });
    order.edited = true;
  }

  function refund(order: Placed): void {
    order.story.refunds(now(), [{ line: order.first }], 'paypal');
    order.refunded = true;
  }

  async function tell(topic: string, order: Placed, payload: (id: number) => unknown): Promise<void> {
    const json = order.story.json();
    const { state } = shopify.world();
    const others = (state.orders ?? []).filter(({ id }) => id !== json['id']);
    shopify.setState({ ...state, orders: [...others, json] });
    await shopify.deliver(topic, payload(Number(idOf(order))), { path: '/webhooks/orders' });
  }

  return {
    orders: () => placed.map(asRow).toReversed(),
    happen: async (what: Happening, wanted) => {
      if (what === 'order') {
        const order = place();
        await tell('orders/create', order, (id) => ({ id, name: nameOf(order) }));
        return;
      }
      const order = placed.find((one) => idOf(one) === wanted);
      if (!order || order.refunded) return;
      if (what === 'edit') {
        if (order.edited) return;
        edit(order);
        await tell('orders/edited', order, (id) => ({ order_edit: { id: 1, order_id: id } }));
      } else {
        refund(order);
        await tell('refunds/create', order, (id) => ({ id: 1, order_id: id }));
      }
    },
  };
}

const idOf = ({ story }: Placed) => String(story.json()['id']).split('/').at(-1) ?? '';
const nameOf = ({ story }: Placed) => String(story.json()['name']);

function asRow(order: Placed): DeskOrder {
  const { story, customer, edited, refunded } = order;
  const name = `${customer.first} ${customer.last}`;
  return {
    id: idOf(order),
    name: nameOf(order),
    customer: name,
    total: decimal(story.total),
    edited,
    refunded,
  };
}
