import { useTranslation } from 'react-i18next';

import { say } from '../i18n/say';
import type { MappingsView } from '../views/mapping-view';
import { MappingCard } from './mapping-card';
import { MappingRow, type MappingForm } from './mapping-row';

interface Props {
  readonly view: MappingsView;
  readonly form: MappingForm;
}

/** Order lines that are no ordinary product → their account, and the product for who books by products. */
export function LineMappings({ view, form }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <MappingCard title={t('mappings.section.lines')} help={t('mappings.section.linesHelp')}>
        {view.lines.map((row) => (
          <MappingRow
            key={row.key}
            form={form}
            kind="line"
            rowKey={row.key}
            name={say(t, `role.${row.key}`, { defaultValue: row.key })}
            help={say(t, `mappings.roleHelp.${row.key}`, { defaultValue: '' })}
            choices="account"
            saved={row.target}
            problem={row.problem}
          />
        ))}
      </MappingCard>
      <MappingCard title={t('mappings.section.lineProducts')} help={t('mappings.section.lineProductsHelp')}>
        {view.lineProducts.map((row) => (
          <MappingRow
            key={row.key}
            form={{ ...form, wanted: null }}
            kind="line-product"
            rowKey={row.key}
            name={say(t, `role.${row.key}`, { defaultValue: row.key })}
            choices="product"
            saved={row.target}
            problem={row.problem}
          />
        ))}
      </MappingCard>
    </>
  );
}
