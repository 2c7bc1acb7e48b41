import { describe, expect, it } from 'vitest';
import { comparedWord, skuKey, variantKey } from './product-settings';

const sold = (variantId: string | undefined, barcode?: string) => ({
  lineItemId: '1',
  ...(variantId ? { variantId } : {}),
  ...(barcode ? { barcode } : {}),
});

describe('what a mapping of a product by hand hangs on', () => {
  it('is Shopify’s variant, whatever its SKU becomes', () => {
    expect(variantKey({ item: sold('41'), sku: 'CAN-1' })).toBe('variant:41');
  });

  it('is the SKU where the variant was deleted, trimmed and without regard to case', () => {
    expect(variantKey({ item: sold(undefined), sku: ' Can-1 ' })).toBe('sku:can-1');
    expect(skuKey(' Can-1 ')).toBe('can-1');
  });

  it('is nothing for a custom line without SKU', () => {
    expect(variantKey({})).toBeUndefined();
    expect(variantKey({ sku: '  ' })).toBeUndefined();
  });
});

describe('what the rule compares', () => {
  const line = { item: sold('41', ' 8710 '), sku: 'CAN-1 ' };

  it('is the SKU, or Shopify’s barcode, without surrounding blanks', () => {
    expect(comparedWord(line, 'sku-reference')).toBe('CAN-1');
    expect(comparedWord(line, 'sku-barcode')).toBe('CAN-1');
    expect(comparedWord(line, 'barcode-barcode')).toBe('8710');
  });

  it('is nothing where Shopify has none', () => {
    expect(comparedWord({ item: sold('41') }, 'barcode-barcode')).toBeUndefined();
    expect(comparedWord({ sku: ' ' }, 'sku-reference')).toBeUndefined();
  });
});
