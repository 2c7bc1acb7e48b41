import { toUnits } from '../fakes/shopify/decimal';

/** An amount in millionths of the shop's currency and of the customer's. */
export interface Units {
  readonly shop: bigint;
  readonly presentment: bigint;
  readonly shopCurrency: string;
  readonly presentmentCurrency: string;
}

export interface RecordedTax {
  readonly title: string;
  readonly rate: number;
  readonly amount: Units;
}

export interface RecordedLine {
  readonly id?: string;
  readonly title: string;
  readonly sku?: string;
  /** As ordered. */
  readonly quantity: number;
  /** What is left of it, where Shopify said so. */
  readonly current?: number;
  readonly unitPrice: Units;
  readonly discount?: Units;
  /** undefined: not asked for. */
  readonly taxes?: readonly RecordedTax[];
}

export type EditChange =
  | { readonly kind: 'add'; readonly line: RecordedLine }
  | { readonly kind: 'quantity'; readonly lineItem: string; readonly quantity: number };

export interface RecordedRefund {
  readonly id: string;
  readonly total: Units;
  readonly lines: readonly { readonly lineItem: string; readonly quantity: number }[];
  readonly wholeShipping: boolean;
  readonly transactions: readonly string[];
}

/** What Shopify said of an order at one moment, with how far its story had come by then. */
export interface RecordedMoment {
  readonly edits: number;
  readonly refunded: boolean;
  readonly total?: Units;
  readonly current?: Units;
  readonly tax?: Units;
  /** What it has received, beside the payments of the same answer. */
  readonly received?: Units;
  readonly paid?: readonly Units[];
}

/** All that the captures hold of one order. */
export interface RecordedStory {
  readonly id: string;
  readonly file: string;
  /** The last value of each field that was answered. */
  readonly fields: Record<string, unknown>;
  /** What the recorder asked Shopify to make: read only where the answers do not say. */
  input: readonly RecordedLine[];
  lines: RecordedLine[];
  shipping: RecordedLine[];
  readonly edits: EditChange[][];
  readonly refunds: Map<string, RecordedRefund>;
  readonly transactions: Map<string, Record<string, unknown>>;
  readonly moments: RecordedMoment[];
  paymentTerms?: Record<string, unknown>;
}

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): Json[] {
  const items = isJson(value) ? value['nodes'] : value;
  return Array.isArray(items) ? items.filter(isJson) : [];
}

/** A MoneyBag, of which some answers hold only the shop's side; or one amount with its currency. */
export function unitsOf(value: unknown): Units | undefined {
  if (!isJson(value)) return undefined;
  const shop = isJson(value['shopMoney']) ? value['shopMoney'] : value;
  const presentment = isJson(value['presentmentMoney']) ? value['presentmentMoney'] : shop;
  if (typeof shop['amount'] !== 'string' || typeof presentment['amount'] !== 'string') return undefined;
  return {
    shop: toUnits(shop['amount']),
    presentment: toUnits(presentment['amount']),
    shopCurrency: String(shop['currencyCode']),
    presentmentCurrency: String(presentment['currencyCode']),
  };
}

/** A line item, or a shipping line, of an answer or of what was asked for; undefined without its price. */
export function lineOf(line: Json): RecordedLine | undefined {
  const unitPrice = unitsOf(
    line['originalUnitPriceSet'] ??
      line['originalPriceSet'] ??
      line['priceSet'] ??
      line['originalUnitPriceWithCurrency'] ??
      line['price'],
  );
  if (!unitPrice) return undefined;
  const discounts = listOf(line['discountAllocations']).map((one) => unitsOf(one['allocatedAmountSet']));
  const taxes = Array.isArray(line['taxLines']) ? listOf(line['taxLines']).map(taxOf) : undefined;
  const discount = discounts.reduce((sum, one) => (sum && one ? plus(sum, one) : (sum ?? one)), undefined);
  return {
    ...(typeof line['id'] === 'string' ? { id: line['id'] } : {}),
    title: textOf(line['title'] ?? line['name'], 'Line'),
    ...(typeof line['sku'] === 'string' ? { sku: line['sku'] } : {}),
    quantity: typeof line['quantity'] === 'number' ? line['quantity'] : 1,
    ...(typeof line['currentQuantity'] === 'number' ? { current: line['currentQuantity'] } : {}),
    unitPrice,
    ...(discount ? { discount } : {}),
    ...(taxes ? { taxes } : {}),
  };
}

function taxOf(tax: Json): RecordedTax {
  const amount = unitsOf(tax['priceSet']);
  if (!amount) throw new Error(`a recorded tax without an amount: ${JSON.stringify(tax)}`);
  return { title: textOf(tax['title'], 'Tax'), rate: Number(tax['rate'] ?? 0), amount };
}

export function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

export function plus(left: Units, right: Units): Units {
  return { ...left, shop: left.shop + right.shop, presentment: left.presentment + right.presentment };
}

export function nothing(like: Units): Units {
  return { ...like, shop: 0n, presentment: 0n };
}

export function minus(left: Units, right: Units): Units {
  return plus(left, { ...right, shop: -right.shop, presentment: -right.presentment });
}

/** `part` of `whole` of an amount, which is so many equal pieces; an amount that does not divide is an error. */
export function share(amount: Units, part: number, whole: number): Units {
  const of = (units: bigint) => {
    if ((units * BigInt(part)) % BigInt(whole) !== 0n) throw new Error('a recorded amount does not divide');
    return (units * BigInt(part)) / BigInt(whole);
  };
  return { ...amount, shop: of(amount.shop), presentment: of(amount.presentment) };
}
