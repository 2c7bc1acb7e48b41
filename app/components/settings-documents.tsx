import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import { MappingRow, type SectionProps } from './mapping-row';
import { SalesJournalMapping } from './sales-journal-mapping';
import { SettingCard } from './setting-card';
import { SettingChoice, SettingText } from './setting-fields';
import { TitledCard } from './titled-card';

/** What an order becomes in Odoo, and what stands on it. */
export function DocumentSettings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  const { settings } = view;
  const mapped = form.draft.value('setting', 'fiscal-position', settings['fiscal-position']) === 'mapped';
  return (
    <>
      <SettingCard title={t('settings.section.documents')}>
        <SettingChoice setting="document-kind" settings={settings} form={form} />
        <SettingChoice setting="documents-per" settings={settings} form={form} />
        <SettingChoice setting="discounts" settings={settings} form={form} />
        <SettingText setting="order-prefix" settings={settings} form={form} />
        <SettingChoice setting="document-currency" settings={settings} form={form} />
        <SettingChoice setting="post-on-first-open-day" settings={settings} form={form} />
      </SettingCard>
      <TitledCard title={t('settings.section.records')} help={t('settings.section.recordsHelp')}>
        <SalesJournalMapping view={view} form={form} />
        <MappingRow
          form={form}
          kind="team"
          row={view.team}
          name={t('settings.team')}
          help={t('settings.teamHelp')}
          choices="team"
        />
        {view.analytic.map((row, index) => (
          <MappingRow
            key={row.key}
            form={form}
            kind="analytic"
            row={row}
            name={t('settings.analytic', { number: index + 1 })}
            help={index === 0 ? t('settings.analyticHelp') : undefined}
            choices="analytic"
          />
        ))}
      </TitledCard>
      <SettingCard
        title={t('settings.section.fiscalPosition')}
        help={t('settings.section.fiscalPositionHelp')}
      >
        <SettingChoice setting="fiscal-position" settings={settings} form={form} />
      </SettingCard>
      {mapped ? (
        <TitledCard title={t('settings.section.situations')}>
          {view.fiscalPositions.map((row) => (
            <MappingRow
              key={row.key}
              form={form}
              kind="fiscal-position"
              row={row}
              name={say(t, `settings.situation.${row.key}`)}
              choices="fiscal-position"
            />
          ))}
        </TitledCard>
      ) : null}
    </>
  );
}
