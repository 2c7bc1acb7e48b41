import { useTranslation } from 'react-i18next';

import type { MappingsView } from '../views/mapping-view';
import { AccountMappings, TypeMappings } from './account-mappings';
import { GatewayMappings } from './gateway-mappings';
import { LineMappings } from './line-mappings';
import { MappingFormPage } from './mapping-form';
import type { SectionProps } from './mapping-row';
import { mappingSections, openRows, type MappingSection } from './mapping-sections';
import { ProductMappings } from './product-mappings';
import { TaxMappings } from './tax-mappings';

interface Props {
  /** From the address: a finding's link names section and row. */
  readonly section: string;
  readonly wanted: string | null;
  readonly onSection: (section: string) => void;
  readonly initial?: MappingsView | undefined;
}

export function MappingsPage({ section, wanted, onSection, initial }: Props) {
  const { t } = useTranslation();
  const at = mappingSections.find((name) => name === section) ?? 'accounts';
  return (
    <MappingFormPage
      id="mappings"
      title={t('mappings.title')}
      subtitle={t('mappings.subtitle')}
      saved={t('mappings.saved')}
      tabsLabel={t('mappings.tabsLabel')}
      wanted={wanted}
      initial={initial}
      tabs={(view) =>
        mappingSections.map((id) => ({ id, label: t(`mappings.tab.${id}`), open: openRows(view, id) }))
      }
      at={at}
      onSection={onSection}
    >
      {(view, form) => <Section at={at} view={view} form={form} />}
    </MappingFormPage>
  );
}

function Section({ at, view, form }: SectionProps & { readonly at: MappingSection }) {
  switch (at) {
    case 'accounts':
      return <AccountMappings view={view} form={form} />;
    case 'taxes':
      return <TaxMappings view={view} form={form} />;
    case 'types':
      return <TypeMappings view={view} form={form} />;
    case 'lines':
      return <LineMappings view={view} form={form} />;
    case 'gateways':
      return <GatewayMappings view={view} form={form} />;
    case 'products':
      return <ProductMappings view={view} form={form} />;
  }
}
