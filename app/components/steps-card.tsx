import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import type { OverviewView } from '../views/mapping-view';
import styles from './home-page.module.css';

const dismissedKey = 'klopt-steps-dismissed';

/** The first steps, each with its state; a person can hide them for good. Gone once all are done. */
export function StepsCard({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation();
  const hidden = useSyncExternalStore(onDismissed, readDismissed, () => false);
  const { connected } = view.connection;
  const synced = (view.counts.posted ?? 0) + (view.counts.banked ?? 0) > 0;
  const mapped = connected && view.unmappedTaxes === 0 && (synced || (view.counts.ready ?? 0) > 0);
  const steps = [
    { name: 'connect', done: connected, url: '/app/connection', text: t('home.steps.connectText') },
    {
      name: 'map',
      done: mapped,
      url: view.unmappedTaxes > 0 ? '/app/mappings?section=taxes' : '/app/mappings',
      text:
        view.unmappedTaxes > 0
          ? t('home.steps.mapTodo', { count: view.unmappedTaxes })
          : t('home.steps.mapText'),
    },
    { name: 'sync', done: synced, url: '/app/payouts', text: t('home.steps.syncText') },
  ] as const;
  const done = steps.filter((step) => step.done).length;
  if (hidden || done === steps.length) return null;
  const next = steps.find((step) => !step.done)?.name;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('home.steps.title')}
          </Text>
          <InlineStack gap="300" blockAlign="center">
            <Text as="span" tone="subdued">
              {t('home.steps.progress', { done, total: steps.length })}
            </Text>
            <Button variant="tertiary" onClick={dismiss}>
              {t('home.steps.dismiss')}
            </Button>
          </InlineStack>
        </InlineStack>
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li key={step.name}>
              <span aria-hidden="true" className={styles.mark} data-done={step.done ? '' : undefined}>
                {step.done ? '✓' : String(index + 1)}
              </span>
              <div className={styles.words}>
                <Text as="p" fontWeight="semibold">
                  {t(`home.steps.${step.name}`)}
                  <Text as="span" visuallyHidden>
                    {' '}
                    ({t(step.done ? 'home.steps.done' : 'home.steps.todo')})
                  </Text>
                </Text>
                <Text as="p" tone="subdued">
                  {step.text}
                </Text>
              </div>
              {step.done ? null : (
                <Button url={step.url} {...(step.name === next ? { variant: 'primary' as const } : {})}>
                  {t(`home.steps.action.${step.name}`)}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

const listeners = new Set<() => void>();

function onDismissed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let dismissedNow = false;

/** Storage may be closed to us inside another site's frame; then the steps are hidden until the next visit. */
function readDismissed(): boolean {
  try {
    return dismissedNow || window.localStorage.getItem(dismissedKey) === '1';
  } catch {
    return dismissedNow;
  }
}

function dismiss(): void {
  dismissedNow = true;
  try {
    window.localStorage.setItem(dismissedKey, '1');
  } catch {
    // Hidden until the next visit.
  }
  for (const listener of listeners) listener();
}
