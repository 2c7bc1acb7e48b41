import { documentsBrought } from '../database/bindings';
import type { Database } from '../database/client';
import { taxPlaces } from '../database/orders';
import { documentHash } from './input-hash';
import { understandOrder, type Understood, type UnderstandingSettings } from './understand-order';

/**
 * Orders, as Shopify said them, in the light of what was posted of them: what Klopt made stays for the books wherever the
 * start date was moved to, and keeps its currency and its place whatever a setting or an address is now.
 */
export async function understandOrders(
  database: Database,
  shopId: string,
  nodes: ReadonlyMap<string, unknown>,
  settings: UnderstandingSettings,
): Promise<Map<string, Understood>> {
  const ids = [...nodes.keys()];
  const brought = await documentsBrought(database, shopId, ids);
  const places = await taxPlaces(database, shopId, ids);
  const documents = { ...settings.documents, brought: new Set(brought.keys()) };
  return new Map(
    [...nodes].map(([id, node]) => {
      const understoodIn = (currency: UnderstandingSettings['currency']) =>
        understandOrder(id, node, { currency, documents }, places.get(id));
      return [id, inItsCurrency(understoodIn, settings.currency, brought)];
    }),
  );
}

/**
 * In the currency that the merchant chose, unless what was posted was made from the figures in the other one. `brought`
 * tells what each document was made from.
 */
function inItsCurrency(
  understoodIn: (currency: UnderstandingSettings['currency']) => Understood,
  chosen: UnderstandingSettings['currency'],
  brought: ReadonlyMap<string, string>,
): Understood {
  const understood = understoodIn(chosen);
  if ('finding' in understood) return understood;
  if (understood.documents.every(({ key }) => !brought.has(key))) return understood;
  const isPosted = (one: Understood) =>
    'order' in one && one.documents.some((document) => brought.get(document.key) === documentHash(document));
  if (isPosted(understood)) return understood;
  const other = understoodIn(chosen === 'shop' ? 'presentment' : 'shop');
  return isPosted(other) ? other : understood;
}
