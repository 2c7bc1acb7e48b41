import { z } from 'zod';

const names = z.record(z.string(), z.string());
const customersShape = z.enum(['original', 'company', 'generic']);

/** What a merchant chose, by Odoo's own names and codes. */
const mappingsShape = z.strictObject({
  salesJournal: z.string().optional(),
  clearing: names.default({}),
  accounts: names.default({}),
  types: names.default({}),
  /** By role of a line: the account. */
  lines: names.default({}),
  taxes: names.default({}),
  /** By role of a line: the product's internal reference. */
  lineProducts: names.default({}),
  /** By Shopify's name of the gateway; a journal by its code. */
  gateways: z
    .record(
      z.string(),
      z.strictObject({
        journal: z.string().optional(),
        account: z.string().optional(),
        register: z.enum(['yes', 'no']).optional(),
      }),
    )
    .default({}),
  /** By `variant:…` or `sku:…`: the product's internal reference. */
  products: names.default({}),
  /** Its internal reference. */
  genericProduct: z.string().optional(),
  productCategory: z.string().optional(),
  paymentTerms: names.default({}),
  fiscalPositions: names.default({}),
  team: z.string().optional(),
  analytic: z.array(z.string()).default([]),
});

/** Settings of orders, in the words of the app's own. */
const ordersShape = z.strictObject({
  startDate: z.string().optional(),
  statuses: z.array(z.string()).optional(),
  discounts: z.enum(['net', 'lines']).optional(),
  documentKind: z.enum(['invoice', 'receipt']).optional(),
  per: z.enum(['order', 'day']).optional(),
  prefix: z.string().optional(),
  genericCustomer: z.string().optional(),
  productRule: z.enum(['sku-reference', 'sku-barcode', 'barcode-barcode']).optional(),
  productUnmatched: z.enum(['none', 'make', 'generic', 'wait']).optional(),
  productType: z.enum(['consumable', 'stock', 'service']).optional(),
  fiscalPosition: z.enum(['automatic', 'mapped']).optional(),
});

/** What stands in Odoo before the shop comes; made where it is missing, as a person would have. */
const beforeShape = z.strictObject({
  products: z
    .array(
      z.strictObject({
        name: z.string(),
        code: z.string().optional(),
        barcode: z.string().optional(),
        /** Its own income account. */
        account: z.string().optional(),
      }),
    )
    .default([]),
  partners: z
    .array(
      z.strictObject({
        name: z.string(),
        email: z.string().optional(),
        vat: z.string().optional(),
        company: z.boolean().default(false),
        /** ISO code. */
        country: z.string().optional(),
      }),
    )
    .default([]),
  journals: z
    .array(z.strictObject({ name: z.string(), code: z.string(), type: z.enum(['bank', 'cash', 'general']) }))
    .default([]),
  /** By name. */
  teams: z.array(z.string()).default([]),
  fiscalPositions: z.array(z.string()).default([]),
  analytic: z.array(z.strictObject({ name: z.string(), plan: z.string() })).default([]),
});

export const settingsShape = z.strictObject({
  /** For whoever reads: how the figures of expected.json were worked out. */
  notes: z.array(z.string()).optional(),
  /** A file elsewhere, as seen from the project's root, in the place of shopify.json or a .csv in the folder. */
  source: z.string().optional(),
  companyCurrency: z.string().default('EUR'),
  timeZone: z.string().default('Europe/Amsterdam'),
  /** Where the shop is. */
  country: z.string().default('NL'),
  odooVersion: z.union([z.literal(17), z.literal(19)]).default(19),
  customers: customersShape.default('generic'),
  documentCurrency: z.enum(['shop', 'presentment']).default('shop'),
  before: beforeShape.optional(),
  /** Given where orders are brought to Odoo by themselves, before payouts. */
  orders: ordersShape.optional(),
  mappings: mappingsShape,
});

/** What happens in turn. Without steps.json: orders, where settings.json says how, then payouts. */
export const stepsShape = z.array(
  z.union([
    z.strictObject({
      sync: z.enum(['orders', 'payouts']),
      /** Numbers of orders, or of payouts; all without it. */
      only: z.array(z.string()).optional(),
    }),
    z.strictObject({
      /** The number of an order of the state, to which something happens in Shopify. */
      change: z.string(),
      with: z.strictObject({
        agreements: z.array(z.looseObject({})).optional(),
        transactions: z.array(z.looseObject({})).optional(),
        refunds: z.array(z.looseObject({})).optional(),
        lineItems: z.array(z.looseObject({})).optional(),
        set: z.looseObject({}).optional(),
        at: z.string().optional(),
      }),
    }),
    /** The merchant maps more, or chooses otherwise. */
    z.strictObject({
      map: mappingsShape,
      orders: ordersShape.default({}),
      customers: customersShape.optional(),
    }),
    /** A bookkeeper registers a payment of the invoice of that reference, in Odoo. */
    z.strictObject({ payByHand: z.string() }),
  ]),
);

export type ScenarioSettings = z.infer<typeof settingsShape>;
export type ScenarioMappings = ScenarioSettings['mappings'];
export type OrdersSettings = z.infer<typeof ordersShape>;
export type ThingsBefore = z.infer<typeof beforeShape>;
export type ScenarioStep = z.infer<typeof stepsShape>[number];
