import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import { MappingRow, type SectionProps } from './mapping-row';
import { TitledCard } from './titled-card';

/** Order lines that are no ordinary product → their account, and the product for who books by products. */
export function LineMappings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  return (
    <>
      <TitledCard title={t('mappings.section.lines')} help={t('mappings.section.linesHelp')}>
        {view.lines.map((row) => (
          <MappingRow
            key={row.key}
            form={form}
            kind="line"
            row={row}
            name={say(t, `role.${row.key}`, { defaultValue: row.key })}
            help={say(t, `mappings.roleHelp.${row.key}`, { defaultValue: '' })}
            choices="account"
          />
        ))}
      </TitledCard>
      <TitledCard title={t('mappings.section.lineProducts')} help={t('mappings.section.lineProductsHelp')}>
        {view.lineProducts.map((row) => (
          <MappingRow
            key={row.key}
            form={{ ...form, wanted: null }}
            kind="line-product"
            row={row}
            name={say(t, `role.${row.key}`, { defaultValue: row.key })}
            choices="product"
          />
        ))}
      </TitledCard>
    </>
  );
}
