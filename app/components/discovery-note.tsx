import { Text } from '@shopify/polaris';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';

import type { PayoutPage } from '../views/payout-view';
import { formatInstant } from './date-text';
import { findingWords } from './finding-words';
import { ShopTimeZone } from './shop-time-zone';

/** When Shopify was last asked for payouts or orders, and what went wrong then. */
export function DiscoveryNote({ discovery }: { readonly discovery: PayoutPage['lastDiscovery'] }) {
  const { t, i18n } = useTranslation();
  const timeZone = useContext(ShopTimeZone);
  if (!discovery) {
    return (
      <Text as="p" tone="subdued" variant="bodySm">
        {t('list.neverLooked')}
      </Text>
    );
  }
  const { at, problem } = discovery;
  const words = problem ? findingWords(t, i18n.language, problem) : null;
  return (
    <>
      <Text as="p" tone="subdued" variant="bodySm">
        <span suppressHydrationWarning>
          {t('list.lookedAt', { when: formatInstant(at, i18n.language, timeZone) })}
        </span>
      </Text>
      {words ? (
        <Text as="p" tone="critical" variant="bodySm">
          {t('list.lookProblem', { problem: `${words.title}. ${words.todo}` })}
        </Text>
      ) : null}
    </>
  );
}
