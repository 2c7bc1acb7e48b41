import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { parseMoney } from '../accounting/money';
import { say } from '../i18n/say';
import { formatMoney } from './money-text';
import styles from './proof-card.module.css';

/** As one reads it: charges, then what came off. */
const order = [
  'chargesGross',
  'chargesFee',
  'refundsFeeGross',
  'refundsFee',
  'adjustmentsGross',
  'adjustmentsFee',
  'reservedFundsGross',
  'reservedFundsFee',
  'retriedPayoutsGross',
  'retriedPayoutsFee',
  'advanceGross',
  'advanceFees',
];

interface Props {
  /** Shopify's names and decimal strings. */
  readonly summary: Readonly<Record<string, string>>;
  readonly currency: string;
}

/** Shopify's own summary of a payout, shown beside the proof. What is 0 is left out. */
export function SummaryList({ summary, currency }: Props) {
  const { t, i18n } = useTranslation();
  const rows = Object.entries(summary)
    .filter(([, amount]) => /[1-9]/.test(amount))
    .sort(([left], [right]) => order.indexOf(left) - order.indexOf(right));
  if (rows.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t('payout.proof.summaryTitle')}
      </Text>
      <Text as="p" tone="subdued" variant="bodySm">
        {t('payout.proof.summaryText')}
      </Text>
      <dl className={styles.proof}>
        {rows.map(([name, amount]) => (
          <div key={name} className={styles.summary}>
            <dt>{say(t, `summary.${name}`, { defaultValue: name })}</dt>
            <dd>{amountWords(amount, currency, i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </BlockStack>
  );
}

/** Shopify's text as an amount; as it stands where it is none. */
function amountWords(text: string, currency: string, locale: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text.trim())) return text;
  try {
    return formatMoney({ minor: parseMoney(text, currency).minor.toString(), currency }, locale);
  } catch {
    return text;
  }
}
