import {
  BlockStack,
  Button,
  Card,
  EmptyState,
  SkeletonBodyText,
  SkeletonDisplayText,
  Text,
} from '@shopify/polaris';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { errorWords } from './error-words';

/** A card that is still being read. */
export function LoadingCard({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <Card>
      <div role="status" aria-busy="true">
        <Text as="span" visuallyHidden>
          {t('common.loading')}
        </Text>
        <BlockStack gap="400">
          <SkeletonDisplayText size="small" />
          <SkeletonBodyText lines={lines} />
        </BlockStack>
      </div>
    </Card>
  );
}

/** What could not be read, why, and a button to try again. */
export function LoadError({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t, i18n } = useTranslation();
  const words = errorWords(t, i18n.language, error);
  return (
    <Card>
      <div role="alert">
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t('common.errorTitle')}
          </Text>
          <Text as="p" tone="critical">
            {words.text}
          </Text>
          <Button onClick={onRetry}>{t('common.retry')}</Button>
        </BlockStack>
      </div>
    </Card>
  );
}

/** Stands where something is shown once it is read: while it is read, and where it cannot be. */
export function Reading({ query, lines }: { readonly query: UseQueryResult; readonly lines?: number }) {
  if (query.isPending) return <LoadingCard {...(lines ? { lines } : {})} />;
  return query.isLoadingError ? <LoadError error={query.error} onRetry={() => void query.refetch()} /> : null;
}

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly content: string; readonly url?: string; readonly onAction?: () => void };
}

/** Nothing to show yet, and what to do about it. Without a picture from another host. */
export function EmptyCard({ title, text, action }: EmptyProps) {
  return (
    <Card>
      <EmptyState heading={title} image="" {...(action ? { action } : {})}>
        <Text as="p">{text}</Text>
      </EmptyState>
    </Card>
  );
}
