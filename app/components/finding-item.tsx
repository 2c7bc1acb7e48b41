import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { wantsPerson } from '../accounting/finding';
import type { FindingView } from '../views/payout-view';
import styles from './finding-list.module.css';
import { findingWords } from './finding-words';
import { MoneyText } from './money-text';
import { RemedyLink } from './remedy-link';
import { objectWords } from './type-words';

/** One finding: what, how much, why, what now. */
export function FindingItem({ finding }: { readonly finding: FindingView }) {
  const { t, i18n } = useTranslation();
  const words = findingWords(t, i18n.language, finding);
  const { object, expected, actual, residual } = finding;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {words.title}
        </Text>
        <Severity finding={finding} />
      </InlineStack>
      {object.type === 'mapping' || object.type === 'connection' ? null : (
        <Text as="p" tone="subdued" variant="bodySm">
          {objectWords(t, object)}
        </Text>
      )}
      <Text as="p">{words.explain}</Text>
      {expected || actual || residual ? (
        <dl className={styles.figures}>
          {expected ? <Figure name={t('payout.findings.expected')} amount={expected} /> : null}
          {actual ? (
            <Figure
              name={t(expected ? 'payout.findings.actual' : 'payout.findings.amount')}
              amount={actual}
            />
          ) : null}
          {residual ? <Figure name={t('payout.findings.residual')} amount={residual} signed /> : null}
        </dl>
      ) : null}
      <Text as="p">
        <Text as="span" fontWeight="semibold">
          {t('payout.findings.todo')}:
        </Text>{' '}
        {words.todo}
      </Text>
      <div>
        <RemedyLink finding={finding} />
      </div>
    </BlockStack>
  );
}

function Severity({ finding }: { readonly finding: FindingView }) {
  const { t } = useTranslation();
  if (finding.severity === 'blocks') return <Badge tone="critical">{t('payout.findings.blocks')}</Badge>;
  if (wantsPerson(finding)) return <Badge tone="attention">{t('payout.findings.needsYou')}</Badge>;
  return <Badge tone="info">{t('payout.findings.notice')}</Badge>;
}

interface FigureProps {
  readonly name: string;
  readonly amount: NonNullable<FindingView['expected']>;
  readonly signed?: boolean;
}

function Figure({ name, amount, signed = false }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <MoneyText
          amount={amount}
          {...(signed
            ? { sign: 'always' as const, tone: 'critical' as const, fontWeight: 'semibold' as const }
            : {})}
        />
      </dd>
    </div>
  );
}
