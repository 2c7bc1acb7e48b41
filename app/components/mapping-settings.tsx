import { BlockStack, Box, ChoiceList } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { MappingsView } from '../sync/views/mapping-view';
import { MappingCard } from './mapping-card';
import type { MappingForm } from './mapping-row';

/** How customers and closed periods are handled. */
export function MappingSettings({
  view,
  form: { draft, wanted },
}: {
  readonly view: MappingsView;
  readonly form: MappingForm;
}) {
  const { t } = useTranslation();
  const locked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted !== 'locked-period') return;
    locked.current?.scrollIntoView({ block: 'center' });
    locked.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <MappingCard title={t('mappings.section.settings')}>
      <Box padding="400" paddingBlockStart="0">
        <BlockStack gap="500">
          <ChoiceList
            title={t('mappings.customers.title')}
            name="customers"
            choices={[
              {
                value: 'original',
                label: t('mappings.customers.original'),
                helpText: t('mappings.customers.originalHelp'),
              },
              {
                value: 'generic',
                label: t('mappings.customers.generic'),
                helpText: t('mappings.customers.genericHelp'),
              },
            ]}
            selected={[draft.value('customers', view.customers)]}
            onChange={([value]) => draft.set('customers', value ?? view.customers)}
          />
          <div ref={locked}>
            <ChoiceList
              title={t('mappings.locked.title')}
              name="post-on-first-open-day"
              choices={[
                { value: 'no', label: t('mappings.locked.stop'), helpText: t('mappings.locked.stopHelp') },
                {
                  value: 'yes',
                  label: t('mappings.locked.firstOpenDay'),
                  helpText: t('mappings.locked.firstOpenDayHelp'),
                },
              ]}
              selected={[draft.value('post-on-first-open-day', view.postOnFirstOpenDay ? 'yes' : 'no')]}
              onChange={([value]) => draft.set('post-on-first-open-day', value ?? 'no')}
            />
          </div>
        </BlockStack>
      </Box>
    </MappingCard>
  );
}
