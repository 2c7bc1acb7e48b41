import { BlockStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { MappingsView } from '../views/mapping-view';
import { MappingFormPage } from './mapping-form';
import { settingSections } from './mapping-sections';
import { CustomerSettings } from './settings-customers';
import { DocumentSettings } from './settings-documents';
import { OrderSettings } from './settings-orders';

interface Props {
  readonly section: string;
  readonly wanted: string | null;
  readonly onSection: (section: string) => void;
  readonly initial?: MappingsView | undefined;
}

/** How orders become documents, who stands on them, and when it happens. */
export function SettingsPage({ section, wanted, onSection, initial }: Props) {
  const { t } = useTranslation();
  const at = settingSections.find((name) => name === section) ?? 'documents';
  return (
    <MappingFormPage
      id="settings"
      title={t('settings.title')}
      subtitle={t('settings.subtitle')}
      saved={t('settings.saved')}
      tabsLabel={t('settings.tabsLabel')}
      wanted={wanted}
      initial={initial}
      tabs={() => settingSections.map((id) => ({ id, label: t(`settings.tab.${id}`), open: 0 }))}
      at={at}
      onSection={onSection}
    >
      {(view, form) => (
        <BlockStack gap="400">
          {at === 'documents' ? <DocumentSettings view={view} form={form} /> : null}
          {at === 'customers' ? <CustomerSettings view={view} form={form} /> : null}
          {at === 'orders' ? <OrderSettings view={view} form={form} /> : null}
        </BlockStack>
      )}
    </MappingFormPage>
  );
}
