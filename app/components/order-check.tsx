import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { OrderView } from '../views/order-view';
import { MoneyText } from './money-text';
import styles from './proof-card.module.css';
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
              <div className={styles.line}>
                <dt>{t('orders.one.check.shopify')}</dt>
                <dd />
                <dd className={styles.figure}>
                  <MoneyText amount={check.shopify} fontWeight="semibold" />
                </dd>
                <dd className={styles.tick} />
              </div>
              <div className={styles.line}>
                <dt>{t('orders.one.check.documents')}</dt>
                <dd aria-hidden="true" className={styles.equals}>
                  {check.holds ? '=' : '≠'}
                </dd>
                <dd className={styles.figure}>
                  <MoneyText amount={check.documents} />
                </dd>
                <dd className={styles.tick}>
                  <ProofTick state={check.holds ? 'equal' : 'differs'} withWord />
                </dd>
              </div>
              {check.adjustments ? (
                <div className={styles.line}>
                  <dt>{t('orders.one.check.adjustments')}</dt>
                  <dd />
                  <dd className={styles.figure}>
                    <MoneyText amount={check.adjustments} sign="always" />
                  </dd>
                  <dd className={styles.tick} />
                </div>
              ) : null}
            </dl>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
