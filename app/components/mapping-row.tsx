import { InlineStack, Text } from '@shopify/polaris';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { MappingProblems } from '../queries/mappings';
import type { Choice, ChoiceKind } from '../views/mapping-view';
import type { FindingView } from '../views/payout-view';
import { ChoiceSelect } from './choice-select';
import { findingWords } from './finding-words';
import { fieldId, placeOf, type MappingDraft, type MappingKind } from './mapping-draft';
import styles from './mapping-rows.module.css';

export interface MappingForm {
  readonly draft: MappingDraft;
  /** What the server refused at the last save, by `kind:key`. */
  readonly problems: MappingProblems;
  /** The key that a finding's link points at: its row is shown and focused. */
  readonly wanted: string | null;
}

interface Props {
  readonly form: MappingForm;
  readonly kind: MappingKind;
  readonly rowKey: string;
  readonly name: string;
  readonly help?: string | undefined;
  readonly note?: string | undefined;
  readonly choices: ChoiceKind;
  readonly saved: Choice | null;
  readonly problem: FindingView | null;
  /** A button of its own below the select. */
  readonly extra?: ReactNode;
}

/** One mapping: what it is in Shopify on the left, what stands for it in Odoo on the right. */
export function MappingRow({ form, kind, rowKey, name, help, note, choices, saved, problem, extra }: Props) {
  const { t, i18n } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  const place = placeOf(kind, rowKey);
  const id = fieldId('mapping', place);
  const isWanted = form.wanted === rowKey;
  useEffect(() => {
    if (!isWanted) return;
    row.current?.scrollIntoView({ block: 'center' });
    document.getElementById(id)?.focus({ preventScroll: true });
  }, [isWanted, id]);
  const refused = form.problems[place];
  const shown = refused ?? (form.draft.isChanged(kind, rowKey) ? null : problem);
  const error = shown ? problemWords(t, i18n.language, shown) : undefined;
  return (
    <div ref={row} className={styles.row} data-wanted={isWanted ? '' : undefined}>
      <div className={styles.name}>
        <InlineStack gap="200" blockAlign="baseline">
          <Text as="p" fontWeight="semibold">
            {name}
          </Text>
          {note ? (
            <Text as="span" tone="subdued" variant="bodySm">
              {note}
            </Text>
          ) : null}
        </InlineStack>
        {help ? (
          <Text as="p" tone="subdued" variant="bodySm">
            {help}
          </Text>
        ) : null}
      </div>
      <div className={styles.choice}>
        <ChoiceSelect
          id={id}
          label={name}
          labelHidden
          kind={choices}
          value={form.draft.chosen(kind, rowKey, saved)}
          onChange={(choice) => form.draft.choose(kind, rowKey, choice)}
          {...(error ? { error } : {})}
        />
        {extra}
      </div>
    </div>
  );
}

function problemWords(
  t: ReturnType<typeof useTranslation>['t'],
  locale: string,
  finding: FindingView,
): string {
  const words = findingWords(t, locale, finding);
  return finding.kind === 'mapping-broken' ? words.explain : words.title;
}
