import { ChoiceList, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { financialStatuses } from '../accounting/order';
import { pollMinutes } from '../views/settings';
import type { SectionProps } from './mapping-row';
import { financialStatusWords } from './order-words';
import { SettingCard } from './setting-card';
import { SettingChoice, SettingText, useRefusal, Wanted } from './setting-fields';

/** Which orders go to Odoo, and when. */
export function OrderSettings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  const { settings } = view;
  const statuses = form.draft.value('setting', 'order-statuses', settings['order-statuses']);
  const error = useRefusal('order-statuses', form);
  return (
    <>
      <SettingCard title={t('settings.section.when')}>
        <SettingChoice setting="orders-automatic" settings={settings} form={form} />
        <SettingText setting="start-date" settings={settings} form={form} type="date" />
        <SettingText
          setting="poll-minutes"
          settings={settings}
          form={form}
          type="number"
          min={pollMinutes.least}
          max={pollMinutes.most}
          suffix={t('settings.minutes')}
        />
      </SettingCard>
      <SettingCard title={t('settings.section.which')}>
        <Wanted setting="order-statuses" form={form}>
          <ChoiceList
            allowMultiple
            title={t('setting.order-statuses.title')}
            name="order-statuses"
            choices={financialStatuses.map((value) => ({
              value,
              label: financialStatusWords(t, value),
            }))}
            selected={statuses.split(',')}
            onChange={(chosen) =>
              form.draft.set(
                'order-statuses',
                financialStatuses.filter((status) => chosen.includes(status)).join(','),
              )
            }
            {...(error ? { error } : {})}
          />
        </Wanted>
        <Text as="p" tone="subdued">
          {t('setting.order-statuses.help')}
        </Text>
      </SettingCard>
    </>
  );
}
