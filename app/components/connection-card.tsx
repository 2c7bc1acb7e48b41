import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ConnectionView } from '../views/mapping-view';
import { InstantText } from './date-text';
import styles from './proof-card.module.css';
import { findingWords } from './finding-words';

interface Props {
  readonly view: ConnectionView;
  /** Buttons below. */
  readonly children?: ReactNode;
}

/** Which Odoo it is, and how it stands. */
export function ConnectionCard({ view, children }: Props) {
  const { t, i18n } = useTranslation();
  const words = view.problem ? findingWords(t, i18n.language, view.problem) : null;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('connection.url'), view.url],
    [t('connection.database'), view.database],
    [t('connection.login'), view.login],
    [t('connection.version'), view.version],
    [t('connection.company'), view.company],
    [t('connection.currency'), view.companyCurrency],
    [t('connection.checkedAt'), view.checkedAt ? <InstantText key="at" at={view.checkedAt} /> : null],
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('connection.card')}
          </Text>
          {!view.connected ? (
            <Badge>{t('connection.notConnected')}</Badge>
          ) : words ? (
            <Badge tone="critical">{t('connection.trouble')}</Badge>
          ) : (
            <Badge tone="success">{t('connection.connected')}</Badge>
          )}
        </InlineStack>
        {words ? (
          <Text as="p" tone="critical">
            {words.title}. {words.explain} {words.todo}
          </Text>
        ) : null}
        {view.connected ? (
          <dl className={styles.proof}>
            {rows.map(([name, value]) =>
              value === null || value === '' ? null : (
                <div key={name} className={styles.fact}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
            )}
          </dl>
        ) : null}
        {children}
      </BlockStack>
    </Card>
  );
}
