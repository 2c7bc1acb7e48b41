import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { PayoutView } from '../views/payout-view';
import { MatchBank } from './match-bank';
import { formatMoney, MoneyText } from './money-text';
import styles from './proof-card.module.css';
import { ProofLine } from './proof-line';
import { ProofTick } from './proof-tick';
import { SummaryList } from './summary-list';

/** Each figure of the proof with its = and its tick: payout = transactions = lines = transfer = bank. */
export function ProofCard({ payout }: { readonly payout: PayoutView }) {
  const { t, i18n } = useTranslation();
  const { proof } = payout;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('payout.proof.title')}
        </Text>
        <Verdict payout={payout} />
        {proof ? (
          <dl className={styles.proof}>
            <ProofLine name={t('payout.proof.payout')} strong>
              <MoneyText amount={proof.payout} fontWeight="semibold" />
            </ProofLine>
            {proof.steps.map((step) => (
              <ProofLine
                key={step.name}
                name={t(`payout.proof.step.${step.name}`)}
                equals={step.state === 'equal' ? '=' : step.state === 'differs' ? '≠' : ''}
                tick={<ProofTick state={step.state} withWord />}
              >
                {step.actual ? (
                  <MoneyText amount={step.actual} />
                ) : (
                  <Text as="span" tone="subdued">
                    {step.state === 'not-due' ? t('proof.not-due') : t('payout.proof.unknown')}
                  </Text>
                )}
                {step.state === 'differs' && step.residual ? (
                  <Text as="p" tone="critical" variant="bodySm">
                    {t('payout.proof.residual', {
                      amount: formatMoney(step.residual, i18n.language, 'always'),
                    })}
                  </Text>
                ) : null}
              </ProofLine>
            ))}
            {proof.documents > 0 ? (
              <ProofLine
                name={t('payout.proof.documents')}
                tick={<ProofTick state={proof.exact === proof.documents ? 'equal' : 'differs'} withWord />}
              >
                {t('payout.proof.documentsOf', { exact: proof.exact, documents: proof.documents })}
              </ProofLine>
            ) : null}
          </dl>
        ) : null}
        {payout.state === 'posted' ? <MatchBank payoutId={payout.id} /> : null}
        {payout.summary ? <SummaryList summary={payout.summary} currency={payout.net.currency} /> : null}
      </BlockStack>
    </Card>
  );
}

function Verdict({ payout: { proof } }: { readonly payout: PayoutView }) {
  const { t } = useTranslation();
  if (!proof) {
    return (
      <Text as="p" tone="subdued">
        {t('payout.proof.nothing')}
      </Text>
    );
  }
  const differs = proof.steps.some(({ state }) => state === 'differs');
  if (proof.holds) {
    return (
      <Text as="p" tone="success" fontWeight="semibold">
        {t('payout.proof.holds')}
      </Text>
    );
  }
  return (
    <Text as="p" {...(differs ? { tone: 'critical' as const } : {})} fontWeight="semibold">
      {differs ? t('payout.proof.not') : t('payout.proof.partly')}
    </Text>
  );
}
