import { useTranslation } from 'react-i18next';

import { MappingRow, type SectionProps } from './mapping-row';

/** Where invoices go: asked among the journals, and among what stands on every document. */
export function SalesJournalMapping({ view: { salesJournal }, form }: SectionProps) {
  const { t } = useTranslation();
  return (
    <MappingRow
      form={form}
      kind="sales-journal"
      row={salesJournal}
      name={t('account.sales-journal')}
      help={t('accountHelp.sales-journal')}
      note={salesJournal.required ? t('mappings.required') : undefined}
      choices="sale-journal"
    />
  );
}
