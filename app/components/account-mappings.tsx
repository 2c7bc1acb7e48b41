import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import type { AccountMappingRow, MappingsView } from '../views/mapping-view';
import { ClearingJournalButton } from './clearing-journal-button';
import { MappingCard } from './mapping-card';
import { MappingRow, type MappingForm } from './mapping-row';
import { typeWords } from './type-words';

interface Props {
  readonly view: MappingsView;
  readonly form: MappingForm;
}

/** Journals, and the accounts that every payout needs. */
export function AccountMappings({ view, form }: Props) {
  const { t } = useTranslation();
  const note = (row: AccountMappingRow) => (row.required ? t('mappings.required') : undefined);
  return (
    <>
      <MappingCard title={t('mappings.section.journals')} help={t('mappings.section.journalsHelp')}>
        {view.clearingJournals.map((row) => (
          <MappingRow
            key={row.key}
            form={form.wanted === 'clearing-journal' ? { ...form, wanted: row.key } : form}
            kind="clearing-journal"
            rowKey={row.key}
            name={`${t('account.clearing-journal')} ${row.key}`}
            help={t('accountHelp.clearing-journal')}
            note={note(row)}
            choices="bank-journal"
            saved={row.target}
            problem={row.problem}
            extra={row.target ? null : <ClearingJournalButton currency={row.key} />}
          />
        ))}
        <MappingRow
          form={form}
          kind="sales-journal"
          rowKey={view.salesJournal.key}
          name={t('account.sales-journal')}
          help={t('accountHelp.sales-journal')}
          note={note(view.salesJournal)}
          choices="sale-journal"
          saved={view.salesJournal.target}
          problem={view.salesJournal.problem}
        />
      </MappingCard>
      <MappingCard title={t('mappings.section.accounts')} help={t('mappings.section.accountsHelp')}>
        {view.accounts.map((row) => (
          <MappingRow
            key={row.key}
            form={form}
            kind="account"
            rowKey={row.key}
            name={say(t, `account.${row.key}`, { defaultValue: row.key })}
            help={say(t, `accountHelp.${row.key}`, { defaultValue: '' })}
            note={note(row)}
            choices="account"
            saved={row.target}
            problem={row.problem}
          />
        ))}
      </MappingCard>
    </>
  );
}

/** Every balance transaction type that is no charge, refund or payout → its account. */
export function TypeMappings({ view, form }: Props) {
  const { t } = useTranslation();
  return (
    <MappingCard
      title={t('mappings.section.types')}
      help={t('mappings.section.typesHelp')}
      empty={view.types.length === 0}
    >
      {view.types.map((row) => (
        <MappingRow
          key={row.key}
          form={form}
          kind="type"
          rowKey={row.key}
          name={typeWords(t, row.key)}
          help={row.key}
          note={row.seen > 0 ? t('mappings.seenTypes', { count: row.seen }) : t('mappings.notSeen')}
          choices="account"
          saved={row.target}
          problem={row.problem}
        />
      ))}
    </MappingCard>
  );
}
