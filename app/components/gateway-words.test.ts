import { describe, expect, it } from 'vitest';
import { createI18n } from '../i18n/create-i18n';
import { gatewayWords } from './gateway-words';

const [english, dutch] = [createI18n('en').t, createI18n('nl').t];

describe('A payment method', () => {
  it('is said in the reader’s language where Klopt knows it', () => {
    expect(gatewayWords(english, 'gift_card')).toBe('Gift cards');
    expect(gatewayWords(dutch, 'gift_card')).toBe('Cadeaubonnen');
    expect(gatewayWords(dutch, 'shopify_payments')).toBe('Shopify Payments');
  });

  it('stands as Shopify writes it otherwise, made readable', () => {
    expect(gatewayWords(english, 'shopify_pay_later')).toBe('Shopify pay later');
    expect(gatewayWords(english, 'Cash on Delivery (COD)')).toBe('Cash on Delivery (COD)');
    expect(gatewayWords(english, 'PayPal: v2.0')).toBe('PayPal: v2.0');
  });

  it('goes by the name that the merchant gave it', () => {
    expect(gatewayWords(dutch, 'manual', 'Bank Deposit')).toBe('Bank Deposit');
    expect(gatewayWords(dutch, 'gift_card', 'Gift Card')).toBe('Cadeaubonnen');
  });
});
