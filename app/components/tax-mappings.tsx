import { useTranslation } from 'react-i18next';

import type { ChoiceKind, MappingsView, TaxMappingRow } from '../sync/views/mapping-view';
import { CopyTaxButton } from './copy-tax-button';
import { taxWords } from './fact-words';
import { MappingCard } from './mapping-card';
import { MappingRow, type MappingForm } from './mapping-row';

interface Props {
  readonly view: MappingsView;
  readonly form: MappingForm;
}

/** Each tax of Shopify → the tax of Odoo with its rate, included in prices or not. */
export function TaxMappings({ view, form }: Props) {
  const { t } = useTranslation();
  return (
    <MappingCard
      title={t('mappings.section.taxes')}
      help={t('mappings.section.taxesHelp')}
      empty={view.taxes.length === 0}
    >
      {view.taxes.map((row) => (
        <MappingRow
          key={row.key}
          form={form}
          kind="tax"
          rowKey={row.key}
          name={taxWords(t, row.key)}
          help={isZeroRate(row) ? undefined : t(row.included ? 'mappings.included' : 'mappings.excluded')}
          note={row.seen > 0 ? t('mappings.seen', { count: row.seen }) : undefined}
          choices={choicesOf(row)}
          saved={row.target}
          problem={row.problem}
          extra={row.included && !isZeroRate(row) && !row.target ? <CopyTaxButton taxKey={row.key} /> : null}
        />
      ))}
    </MappingCard>
  );
}

/** A tax of 0 adds nothing, included or not: any tax of sales will do. */
function choicesOf(row: TaxMappingRow): ChoiceKind {
  if (isZeroRate(row)) return 'sale-tax';
  return row.included ? 'sale-tax-included' : 'sale-tax-excluded';
}

function isZeroRate({ rate }: TaxMappingRow): boolean {
  return !/[1-9]/.test(rate);
}
