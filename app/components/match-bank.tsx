import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { useMatchBank } from '../queries/payout';
import { ActionError } from './action-error';

/** Looks for the bank's own line of a posted payout, matches it, and says in words how that ended. */
export function MatchBank({ payoutId }: { readonly payoutId: string }) {
  const { t } = useTranslation();
  const match = useMatchBank(payoutId);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button onClick={() => match.mutate()} loading={match.isPending}>
        {t('payout.bank.find')}
      </Button>
      <Text as="p" tone="subdued" variant="bodySm">
        {t('payout.bank.explain')}
      </Text>
      <div aria-live="polite">
        {match.data ? (
          <Text as="p">
            {t(`payout.bank.outcome.${match.data.kind}`, { candidates: match.data.candidates })}
          </Text>
        ) : null}
      </div>
      <ActionError error={match.error} />
    </BlockStack>
  );
}
