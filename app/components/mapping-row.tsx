import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { MappingProblems } from '../queries/mappings';
import type { Choice, ChoiceKind, MappingsView } from '../views/mapping-view';
import type { FindingView } from '../views/payout-view';
import { ChoiceSelect } from './choice-select';
import { findingWords } from './finding-words';
import { fieldId, placeOf, type MappingDraft, type MappingKind } from './mapping-draft';
import styles from './mapping-rows.module.css';
import { RowFrame } from './row-frame';

export interface MappingForm {
  readonly draft: MappingDraft;
  /** What the server refused at the last save, by `kind:key`. */
  readonly problems: MappingProblems;
  /** The key that a finding's link points at: its row is shown and focused. */
  readonly wanted: string | null;
}

/** What each section of mappings or settings is given. */
export interface SectionProps {
  readonly view: MappingsView;
  readonly form: MappingForm;
}

interface Props {
  readonly form: MappingForm;
  readonly kind: MappingKind;
  readonly row: {
    readonly key: string;
    readonly target: Choice | null;
    readonly problem?: FindingView | null;
  };
  readonly name: string;
  readonly help?: string | undefined;
  readonly note?: string | undefined;
  readonly choices: ChoiceKind;
  /** A button of its own below the select. */
  readonly extra?: ReactNode;
}

/** One mapping: what it is in Shopify on the left, what stands for it in Odoo on the right. */
export function MappingRow({ form, kind, row, name, help, note, choices, extra }: Props) {
  const { t, i18n } = useTranslation();
  const place = placeOf(kind, row.key);
  const refused = form.problems[place];
  const shown = refused ?? (form.draft.isChanged(kind, row.key) ? null : row.problem);
  const error = shown ? problemWords(t, i18n.language, shown) : undefined;
  return (
    <RowFrame isWanted={form.wanted === row.key} name={name} note={note} help={help}>
      <div className={styles.choice}>
        <ChoiceSelect
          id={fieldId('mapping', place)}
          label={name}
          labelHidden
          kind={choices}
          value={form.draft.chosen(kind, row.key, row.target)}
          onChange={(choice) => form.draft.choose(kind, row.key, choice)}
          {...(error ? { error } : {})}
        />
        {extra}
      </div>
    </RowFrame>
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
