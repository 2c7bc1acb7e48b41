import { Text, type TextProps } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { digitsOf } from '../accounting/currency';
import { money, toDecimal } from '../accounting/money';
import type { MoneyView } from '../views/money-view';

/**
 * An amount as people of this locale write it, exact at any size: the decimal string goes to Intl as a string, never
 * through a float. `sign`: "always" shows a plus as well.
 */
export function formatMoney(view: MoneyView, locale: string, sign: 'auto' | 'always' = 'auto'): string {
  const amount = money(BigInt(view.minor), view.currency);
  const digits = digitsOf(amount.currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: sign === 'always' ? 'exceptZero' : 'negative',
  }).format(toDecimal(amount) as `${number}`);
}

interface Props extends Pick<TextProps, 'tone' | 'fontWeight' | 'variant'> {
  readonly amount: MoneyView;
  readonly sign?: 'auto' | 'always';
}

/** An amount in the reader's locale, with figures of equal width so that columns line up. */
export function MoneyText({ amount, sign = 'auto', ...text }: Props) {
  const { i18n } = useTranslation();
  return (
    <Text as="span" numeric {...text}>
      <span style={{ whiteSpace: 'nowrap' }}>{formatMoney(amount, i18n.language, sign)}</span>
    </Text>
  );
}
