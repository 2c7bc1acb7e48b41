import { BlockStack, Button, Card, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FindingView } from '../views/payout-view';
import { FindingItem } from './finding-item';
import styles from './finding-list.module.css';
import { MoneyText } from './money-text';
import { objectWords } from './type-words';

/** Of one group this many further objects are named at first; a hundred charges may wait for the same thing. */
const namedAtFirst = 5;

/** What does not match, blocking ones first. What has one cause and one remedy is explained once. */
export function FindingList({ findings }: { readonly findings: readonly FindingView[] }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('payout.findings.title')} {findings.length > 0 ? `(${String(findings.length)})` : ''}
        </Text>
        {findings.length === 0 ? (
          <Text as="p" tone="subdued">
            {t('payout.findings.none')}
          </Text>
        ) : (
          <FindingGroups findings={findings} />
        )}
      </BlockStack>
    </Card>
  );
}

export function FindingGroups({ findings }: { readonly findings: readonly FindingView[] }) {
  return (
    <ul className={styles.list}>
      {grouped(findings).map(([first, rest]) => (
        <li key={first.id}>
          <BlockStack gap="200">
            <FindingItem finding={first} />
            {rest.length > 0 ? <AlsoThese findings={rest} /> : null}
          </BlockStack>
        </li>
      ))}
    </ul>
  );
}

function AlsoThese({ findings }: { readonly findings: readonly FindingView[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, namedAtFirst);
  const hidden = findings.length - shown.length;
  return (
    <div>
      <Text as="p" tone="subdued" variant="bodySm">
        {t('payout.findings.also')} ({findings.length})
      </Text>
      <ul className={styles.also}>
        {shown.map((finding) => (
          <li key={finding.id}>
            <span>{objectWords(t, finding.object)}</span>
            {finding.actual ? <MoneyText amount={finding.actual} /> : null}
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Button variant="plain" onClick={() => setAll(true)}>
          {t('payout.findings.same', { count: hidden })}
        </Button>
      ) : null}
    </div>
  );
}

/** One group for findings of one kind that are resolved in one place; the others stand alone. */
function grouped(findings: readonly FindingView[]): [FindingView, FindingView[]][] {
  const groups = new Map<string, [FindingView, FindingView[]]>();
  const ordered = [...findings].sort(
    (a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'),
  );
  for (const finding of ordered) {
    const { kind, severity, remedy, id } = finding;
    const shared = remedy.page === 'mappings' && remedy.key !== undefined ? remedy.key : id;
    const key = `${severity} ${kind} ${shared}`;
    const group = groups.get(key);
    if (group) group[1].push(finding);
    else groups.set(key, [finding, []]);
  }
  return [...groups.values()];
}
