import { Button } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { useSuggestions } from '../queries/mappings';
import { MappingRow, type SectionProps } from './mapping-row';
import { SettingCard } from './setting-card';
import { SettingChoice, SettingText } from './setting-fields';
import { TitledCard } from './titled-card';

/** Who stands on the documents, and when companies pay. */
export function CustomerSettings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  const { settings } = view;
  const mode = form.draft.value('setting', 'customers', settings.customers);
  const suggestions = useSuggestions(view.paymentTerms.some(({ target }) => target === null));
  return (
    <>
      <SettingCard title={t('settings.section.customers')}>
        <SettingChoice setting="customers" settings={settings} form={form} />
        {mode === 'generic' ? (
          <SettingText setting="generic-customer" settings={settings} form={form} />
        ) : null}
      </SettingCard>
      <TitledCard title={t('settings.section.terms')} help={t('settings.section.termsHelp')}>
        {view.paymentTerms.map((row) => {
          const fits = suggestions.data?.terms[row.key];
          const open = form.draft.chosen('payment-term', row.key, row.target) === null;
          return (
            <MappingRow
              key={row.key}
              form={form}
              kind="payment-term"
              row={row}
              name={row.key}
              choices="payment-term"
              extra={
                fits && open ? (
                  <div>
                    <Button variant="plain" onClick={() => form.draft.choose('payment-term', row.key, fits)}>
                      {t('mappings.use', { name: fits.label })}
                    </Button>
                  </div>
                ) : null
              }
            />
          );
        })}
      </TitledCard>
    </>
  );
}
