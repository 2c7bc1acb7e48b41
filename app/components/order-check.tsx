import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { OrderView } from '../views/order-view';
import { MoneyText } from './money-text';
import styles from './proof-card.module.css';
import { ProofLine } from './proof-line';
import { ProofTick } from './proof-tick';

/** Σ of the documents beside Shopify's own total, with its tick. */
export function OrderCheck({ order: { check, documentList } }: { readonly order: OrderView }) {
  const { t } = useTranslation();
  // Of what is not in Odoo nothing is said to stand there.
  const stands = documentList.some(({ odoo }) => odoo !== null);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('orders.one.check.title')}
        </Text>
        {check === null ? (
          <Text as="p" tone="subdued">
            {t('orders.one.check.unknown')}
          </Text>
        ) : (
          <>
            <Text as="p" fontWeight="semibold" tone={check.holds ? 'success' : 'critical'}>
              {t(`orders.one.check.${check.holds ? 'holds' : 'not'}${stands ? '' : 'Planned'}`)}
            </Text>
            <dl className={styles.proof}>
              <ProofLine name={t('orders.one.check.shopify')} strong>
                <MoneyText amount={check.shopify} fontWeight="semibold" />
              </ProofLine>
              <ProofLine
                name={t('orders.one.check.documents')}
                equals={check.holds ? '=' : '≠'}
                tick={<ProofTick state={check.holds ? 'equal' : 'differs'} withWord />}
              >
                <MoneyText amount={check.documents} />
              </ProofLine>
              {check.adjustments ? (
                <ProofLine name={t('orders.one.check.adjustments')}>
                  <MoneyText amount={check.adjustments} sign="always" />
                </ProofLine>
              ) : null}
            </dl>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
