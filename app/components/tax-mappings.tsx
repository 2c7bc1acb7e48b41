import { Button } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { goodsKey, readTaxKey, type TaxKey } from '../accounting/tax-key';
import { useSaveMappings, useSuggestions } from '../queries/mappings';
import type { Choice, ChoiceKind, TaxMappingRow, TaxSuggestionView } from '../views/mapping-view';
import { ActionError } from './action-error';
import { CopyTaxButton } from './copy-tax-button';
import { taxWords } from './fact-words';
import { MappingRow, type SectionProps } from './mapping-row';
import styles from './mapping-rows.module.css';
import { showToast } from './show-toast';
import { TitledCard } from './titled-card';

/** Each tax of Shopify → the tax of Odoo with its rate, included in prices or not. Those that wait come first. */
export function TaxMappings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  const suggestions = useSuggestions(
    view.taxes.some(({ target, instead }) => target === null && instead === null),
  );
  return (
    <TitledCard
      title={t('mappings.section.taxes')}
      help={t('mappings.section.taxesHelp')}
      empty={view.taxes.length === 0 ? t('mappings.none') : null}
    >
      {view.taxes.map((row) => (
        <MappingRow
          key={row.key}
          form={form}
          kind="tax"
          row={row}
          name={taxWords(t, row.key)}
          help={helpOf(row)}
          note={noteOf(row)}
          choices={choicesOf(row)}
          extra={
            form.draft.chosen('tax', row.key, row.target) ? null : (
              <Ways row={row} suggestion={suggestions.data?.taxes[row.key]} />
            )
          }
        />
      ))}
    </TitledCard>
  );

  function noteOf({ orders, seen }: TaxMappingRow): string | undefined {
    if (orders > 0) return t('mappings.waits', { count: orders });
    return seen > 0 ? t('mappings.seen', { count: seen }) : undefined;
  }

  function helpOf(row: TaxMappingRow): string | undefined {
    if (row.instead) {
      const isGoods = row.instead.key === goodsKey(row.key as TaxKey);
      return t(isGoods ? 'mappings.asTheGoods' : 'mappings.asOthers', { tax: row.instead.target.label });
    }
    const { remitted, company } = readTaxKey(row.key as TaxKey);
    if (remitted) return t('mappings.remittedHelp');
    if (company) return t('mappings.companyHelp');
    return isZeroRate(row) ? undefined : t(row.included ? 'mappings.included' : 'mappings.excluded');
  }
}

/** What one click can do for a tax without a mapping. */
function Ways({
  row,
  suggestion,
}: {
  readonly row: TaxMappingRow;
  readonly suggestion: TaxSuggestionView | undefined;
}) {
  const copies = row.included && !isZeroRate(row) && row.instead === null;
  if (suggestion?.way === 'use') return <UseTaxButton taxKey={row.key} tax={suggestion.tax} />;
  return copies ? <CopyTaxButton taxKey={row.key} suggested={suggestion?.tax ?? null} /> : null;
}

/** Maps at once, and what waited for it goes on. */
function UseTaxButton({ taxKey, tax }: { readonly taxKey: string; readonly tax: Choice }) {
  const { t } = useTranslation();
  const save = useSaveMappings();
  return (
    <div className={styles.choice}>
      <div>
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate([{ kind: 'tax', key: taxKey, target: { id: tax.id } }], {
              onSuccess: () => showToast(t('mappings.taxUsed', { name: tax.label })),
            })
          }
        >
          {t('mappings.use', { name: tax.label })}
        </Button>
      </div>
      <ActionError error={save.error} />
    </div>
  );
}

/** A tax of 0 adds nothing, included or not: any tax of sales will do. So for what Shopify pays itself. */
function choicesOf(row: TaxMappingRow): ChoiceKind {
  if (isZeroRate(row)) return 'sale-tax';
  return row.included ? 'sale-tax-included' : 'sale-tax-excluded';
}

function isZeroRate({ key, rate }: TaxMappingRow): boolean {
  return !/[1-9]/.test(rate) || readTaxKey(key as TaxKey).remitted;
}
