import { BlockStack } from '@shopify/polaris';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { ApiError } from '../queries/ask-api';
import { EmptyCard, LoadError, LoadingCard } from './load-states';
import { PageFrame } from './page-frame';

interface Props<Thing> {
  readonly query: UseQueryResult<Thing>;
  /** Of the page while the thing itself is not known. */
  readonly title: string;
  readonly back: { readonly content: string; readonly url: string };
  readonly missing: { readonly title: string; readonly text: string };
  /** The page once it is read. */
  readonly children: (thing: Thing) => ReactNode;
}

/** The page of one thing, also while it is read, where it cannot be, and where there is none. */
export function PageOfOne<Thing>({ query, title, back, missing, children }: Props<Thing>) {
  if (query.data !== undefined) return children(query.data);
  const notThere = query.error instanceof ApiError && query.error.status === 404;
  return (
    <PageFrame title={title} backAction={back}>
      {query.isPending ? (
        <BlockStack gap="400">
          <LoadingCard lines={8} />
          <LoadingCard lines={8} />
        </BlockStack>
      ) : notThere ? (
        <EmptyCard {...missing} />
      ) : (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      )}
    </PageFrame>
  );
}
