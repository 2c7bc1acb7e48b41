import { startDemo } from '../demo/start';
import { manyPayouts } from '../trade-wins/generate-payout';
import { shopState } from '../trade-wins/shop';
import { isShopKind, type DemoAddresses, type ShopKind } from './demo-addresses';

const [kind = 'trade-wins'] = process.argv.slice(2);
if (!isShopKind(kind)) throw new Error(`There is no shop "${kind}" for a demo.`);

const demo = await startDemo(shopOf(kind));
let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  void demo.stop().finally(() => process.exit(0));
};
// Also when the test's own process is gone.
process.on('disconnect', end);
process.on('SIGTERM', end);
process.on('SIGINT', end);
const addresses: DemoAddresses = {
  url: demo.url,
  odooUrl: demo.odooUrl,
  shopifyOrigin: demo.shopifyOrigin,
};
process.send?.(addresses);

function shopOf(shop: ShopKind): Parameters<typeof startDemo>[0] {
  switch (shop) {
    case 'trade-wins':
      return {};
    case 'without payouts':
      return { state: shopState({ orders: [], payouts: [], balanceTransactions: [], balance: 0n }) };
    case 'sixty payouts':
      return { state: manyPayouts(60) };
    default:
      return shop satisfies never;
  }
}
