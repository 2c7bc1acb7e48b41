import { Button, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { MappingRow, type SectionProps } from './mapping-row';
import styles from './mapping-rows.module.css';
import { SettingCard } from './setting-card';
import { SettingChoice } from './setting-fields';
import { TitledCard } from './titled-card';

/** How sold lines find their product in Odoo, and what happens to those that find none. */
export function ProductMappings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  const { settings } = view;
  const unmatched = form.draft.value('setting', 'product-unmatched', settings['product-unmatched']);
  return (
    <>
      <SettingCard title={t('mappings.section.products')}>
        <SettingChoice setting="product-rule" settings={settings} form={form} />
        <SettingChoice setting="product-unmatched" settings={settings} form={form} />
        {unmatched === 'make' ? (
          <SettingChoice setting="product-type" settings={settings} form={form} />
        ) : null}
      </SettingCard>
      {unmatched === 'make' || unmatched === 'generic' ? (
        <TitledCard title={t('mappings.section.newProducts')}>
          {unmatched === 'generic' ? (
            <MappingRow
              form={form}
              kind="generic-product"
              row={view.genericProduct}
              name={t('mappings.genericProduct')}
              help={t('mappings.genericProductHelp')}
              choices="product"
            />
          ) : (
            <MappingRow
              form={form}
              kind="product-category"
              row={view.productCategory}
              name={t('mappings.productCategory')}
              help={t('mappings.productCategoryHelp')}
              choices="product-category"
            />
          )}
        </TitledCard>
      ) : null}
      <ByHand view={view} form={form} />
    </>
  );
}

function ByHand({ view, form }: SectionProps) {
  const { t } = useTranslation();
  const [sku, setSku] = useState('');
  const [added, setAdded] = useState<readonly string[]>([]);
  const known = new Set(view.products.map(({ key }) => key));
  const more = [...new Set([...added, ...form.draft.keysOf('product')])].filter((key) => !known.has(key));
  const rows = [
    ...view.products,
    ...more.map((key) => ({ key, name: key.replace(/^sku:/, ''), target: null, orders: 0 })),
  ];
  // As the server writes it: blanks and case make no other SKU.
  const word = sku.trim().toLowerCase();
  const add = () => {
    if (word) setAdded((keys) => [...keys, `sku:${word}`]);
    setSku('');
  };
  return (
    <TitledCard title={t('mappings.section.byHand')} help={t('mappings.section.byHandHelp')}>
      {rows.map((row) => (
        <MappingRow
          key={row.key}
          form={form}
          kind="product"
          row={row}
          name={row.name.replace(/^(sku|variant):/, '')}
          note={row.orders > 0 ? t('mappings.waits', { count: row.orders }) : undefined}
          choices="product"
        />
      ))}
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('mappings.addSku')}
          labelHidden
          placeholder={t('mappings.addSku')}
          value={sku}
          onChange={setSku}
          autoComplete="off"
          maxLength={200}
        />
        <InlineStack>
          <Button submit disabled={word === ''}>
            {t('mappings.addSkuButton')}
          </Button>
        </InlineStack>
      </form>
    </TitledCard>
  );
}
