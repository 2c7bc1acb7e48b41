import type { Address, Buyer } from '../accounting/order';
import { tailOfGid } from './answer';
import type { ShopifyAddress, ShopifyOrder } from './order-shape';

/** Who bought: the company of a B2B order, else the customer, else whoever the addresses or the e-mail name. */
export function buyerFromShopify(order: ShopifyOrder): Buyer {
  const purchasing =
    order.purchasingEntity?.__typename === 'PurchasingCompany' ? order.purchasingEntity : undefined;
  const billing = addressOf(order.billingAddress ?? order.shippingAddress);
  const delivery = addressOf(order.shippingAddress);
  const vat = purchasing?.location?.taxSettings?.taxRegistrationId?.trim() || taxCredentialOf(order);
  const email = order.customer?.defaultEmailAddress?.emailAddress ?? order.email;
  const phone = order.phone ?? order.customer?.defaultPhoneNumber?.phoneNumber;
  const company = purchasing ? companyOf(purchasing) : undefined;
  return {
    ...(order.customer ? { id: tailOfGid(order.customer.id) } : {}),
    name:
      purchasing?.company?.name ??
      order.customer?.displayName ??
      billing?.name ??
      billing?.company ??
      email ??
      order.name,
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(vat ? { vat } : {}),
    isCompany: Boolean(purchasing),
    ...(billing ? { billing } : {}),
    ...(delivery ? { delivery } : {}),
    ...(company ? { company } : {}),
    ...(order.customerLocale ? { locale: order.customerLocale } : {}),
  };
}

function companyOf(purchasing: NonNullable<ShopifyOrder['purchasingEntity']>): Buyer['company'] {
  const { company, location, contact } = purchasing;
  if (!company) return undefined;
  return {
    id: tailOfGid(company.id),
    name: company.name,
    ...(location?.id ? { location: { id: tailOfGid(location.id), name: location.name ?? '' } } : {}),
    ...(contact?.customer?.displayName ? { contactName: contact.customer.displayName } : {}),
  };
}

/**
 * The tax number that a buyer gave at checkout, where his country asks for one (Italy, Spain, Portugal …). The keys
 * TAX_CREDENTIAL_TYPE_… and …_USE_… say what kind of number it is, TAX_EMAIL_… is an address: none of those is a number.
 */
function taxCredentialOf(order: ShopifyOrder): string | undefined {
  const field = order.localizedFields?.nodes.find(
    ({ key, value }) => /^TAX_CREDENTIAL_[A-Z]{2}$/.test(key) && value.trim() !== '',
  );
  return field?.value.trim();
}

function addressOf(address: ShopifyAddress): Address | undefined {
  if (!address) return undefined;
  const fields = {
    name: address.name,
    phone: address.phone,
    company: address.company,
    street: address.address1,
    street2: address.address2,
    zip: address.zip,
    city: address.city,
    province: address.provinceCode,
    country: address.countryCodeV2,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => Boolean(value)));
}
