import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import type { AccountMappingRow } from '../views/mapping-view';
import { ClearingJournalButton } from './clearing-journal-button';
import { MappingRow, type SectionProps } from './mapping-row';
import { SalesJournalMapping } from './sales-journal-mapping';
import { TitledCard } from './titled-card';
import { typeWords } from './type-words';

/** Journals, and the accounts that every payout needs. */
export function AccountMappings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  const note = (row: AccountMappingRow) => (row.required ? t('mappings.required') : undefined);
  return (
    <>
      <TitledCard title={t('mappings.section.journals')} help={t('mappings.section.journalsHelp')}>
        {view.clearingJournals.map((row) => (
          <MappingRow
            key={row.key}
            form={form.wanted === 'clearing-journal' ? { ...form, wanted: row.key } : form}
            kind="clearing-journal"
            row={row}
            name={`${t('account.clearing-journal')} ${row.key}`}
            help={t('accountHelp.clearing-journal')}
            note={note(row)}
            choices="bank-journal"
            extra={row.target ? null : <ClearingJournalButton currency={row.key} />}
          />
        ))}
        <SalesJournalMapping view={view} form={form} />
      </TitledCard>
      <TitledCard title={t('mappings.section.accounts')} help={t('mappings.section.accountsHelp')}>
        {view.accounts.map((row) => (
          <MappingRow
            key={row.key}
            form={form}
            kind="account"
            row={row}
            name={say(t, `account.${row.key}`, { defaultValue: row.key })}
            help={say(t, `accountHelp.${row.key}`, { defaultValue: '' })}
            note={note(row)}
            choices="account"
          />
        ))}
      </TitledCard>
    </>
  );
}

/** Every balance transaction type that is no charge, refund or payout → its account. */
export function TypeMappings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  return (
    <TitledCard
      title={t('mappings.section.types')}
      help={t('mappings.section.typesHelp')}
      empty={view.types.length === 0 ? t('mappings.none') : null}
    >
      {view.types.map((row) => (
        <MappingRow
          key={row.key}
          form={form}
          kind="type"
          row={row}
          name={typeWords(t, row.key)}
          help={row.key}
          note={row.seen > 0 ? t('mappings.seenTypes', { count: row.seen }) : t('mappings.notSeen')}
          choices="account"
        />
      ))}
    </TitledCard>
  );
}
