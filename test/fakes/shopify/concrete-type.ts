import type { GraphQLAbstractType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { expandGid, gidType } from './gid';

const saleTypes: Record<string, string> = {
  PRODUCT: 'ProductSale',
  SHIPPING: 'ShippingLineSale',
  GIFT_CARD: 'GiftCardSale',
  TIP: 'TipSale',
  DUTY: 'DutySale',
  FEE: 'FeeSale',
  ADDITIONAL_FEE: 'AdditionalFeeSale',
  ADJUSTMENT: 'AdjustmentSale',
  UNKNOWN: 'UnknownSale',
};

type Fields = { [field: string]: unknown };

/** Rules for the interfaces and unions whose members a state need not name with `__typename`. */
const rules: Record<string, (value: Fields) => string | undefined> = {
  Sale: (sale) => saleTypes[String(sale['lineType'])],
  SalesAgreement: (agreement) =>
    agreement['refund']
      ? 'RefundAgreement'
      : agreement['return']
        ? 'ReturnAgreement'
        : agreement['reason'] === 'ORDER_EDIT'
          ? 'OrderEditAgreement'
          : 'OrderAgreement',
  PricingValue: (value) => (value['percentage'] === undefined ? 'MoneyV2' : 'PricingPercentageValue'),
  DiscountApplication: (discount) =>
    discount['code'] !== undefined
      ? 'DiscountCodeApplication'
      : discount['description'] !== undefined
        ? 'ManualDiscountApplication'
        : 'AutomaticDiscountApplication',
  PaymentDetails: (details) =>
    details['company'] === undefined ? 'LocalPaymentMethodsPaymentDetails' : 'CardPaymentDetails',
  PurchasingEntity: (entity) => (entity['company'] ? 'PurchasingCompany' : 'Customer'),
};

/** The object type of a value of an interface or union: named, told by its gid, or told by its fields. */
export function concreteType(
  schema: GraphQLSchema,
  type: GraphQLAbstractType,
  value: Fields,
): GraphQLObjectType | undefined {
  const members = schema.getPossibleTypes(type);
  const id = value['id'];
  const names = [
    value['__typename'],
    typeof id === 'string' ? gidType(expandGid(id)) : undefined,
    rules[type.name]?.(value),
    members.length === 1 ? members[0]?.name : undefined,
  ];
  for (const name of names) {
    const member = members.find((candidate) => candidate.name === name);
    if (member) return member;
  }
  return undefined;
}
