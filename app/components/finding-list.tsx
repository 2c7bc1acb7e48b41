import { BlockStack, Button, Card, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FindingView } from '../sync/views/payout-view';
import { FindingItem } from './finding-item';
import styles from './finding-list.module.css';

/** Of one kind this many are shown at first; a hundred charges may wait for the same thing. */
const shownAtFirst = 3;

/** What does not match, kind by kind, blocking ones first. */
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
          <ul className={styles.list}>
            {grouped(findings).map((group) => (
              <FindingGroup key={`${group[0]?.kind ?? ''} ${group[0]?.severity ?? ''}`} group={group} />
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}

function FindingGroup({ group }: { readonly group: readonly FindingView[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? group : group.slice(0, shownAtFirst);
  const rest = group.length - shown.length;
  return (
    <>
      {shown.map((finding) => (
        <li key={finding.id}>
          <FindingItem finding={finding} />
        </li>
      ))}
      {rest > 0 ? (
        <li>
          <Button variant="plain" onClick={() => setAll(true)}>
            {t('payout.findings.same', { count: rest })}
          </Button>
        </li>
      ) : null}
    </>
  );
}

function grouped(findings: readonly FindingView[]): FindingView[][] {
  const groups = new Map<string, FindingView[]>();
  const ordered = [...findings].sort(
    (a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'),
  );
  for (const finding of ordered) {
    const key = `${finding.severity} ${finding.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}
