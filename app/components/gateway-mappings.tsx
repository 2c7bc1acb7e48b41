import { Badge, Select, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { GatewayMappingRow } from '../views/mapping-view';
import { ChoiceSelect } from './choice-select';
import { findingWords } from './finding-words';
import { gatewayWords } from './gateway-words';
import { fieldId, placeOf, type MappingKind } from './mapping-draft';
import type { MappingForm, SectionProps } from './mapping-row';
import styles from './mapping-rows.module.css';
import { RowFrame } from './row-frame';
import { TitledCard } from './titled-card';

/** Each payment method of Shopify: whether its payments are registered, in which journal and on which account. */
export function GatewayMappings({ view, form }: SectionProps) {
  const { t } = useTranslation();
  return (
    <TitledCard title={t('mappings.section.gateways')} help={t('mappings.section.gatewaysHelp')}>
      {view.gateways.map((row) => (
        <GatewayRow key={row.key} row={row} form={form} />
      ))}
    </TitledCard>
  );
}

function GatewayRow({ row, form }: { readonly row: GatewayMappingRow; readonly form: MappingForm }) {
  const { t } = useTranslation();
  const name = gatewayWords(t, row.key);
  return (
    <RowFrame
      isWanted={form.wanted === row.key}
      name={name}
      note={row.seen > 0 ? t('mappings.seenOrders', { count: row.seen }) : t('mappings.notSeen')}
      help={name === row.key ? undefined : row.key}
    >
      {row.feed ? (
        <div className={styles.name}>
          <Badge tone="success">{t('mappings.comesWithPayouts')}</Badge>
        </div>
      ) : (
        <GatewayChoices row={row} name={name} form={form} />
      )}
    </RowFrame>
  );
}

function GatewayChoices({
  row,
  name,
  form: { draft, problems },
}: {
  readonly row: GatewayMappingRow;
  readonly name: string;
  readonly form: MappingForm;
}) {
  const { t, i18n } = useTranslation();
  const said = draft.value('gateway-register', row.key, row.register ?? '');
  const journal = draft.chosen('gateway', row.key, row.journal);
  const account = draft.chosen('gateway-account', row.key, row.account);
  // With a journal or an account payments are registered, whether or not someone said so.
  const placed = journal !== null || account !== null;
  const register = said === '' && placed ? 'yes' : said;
  const error = (kind: MappingKind) => {
    const problem = problems[placeOf(kind, row.key)];
    return problem ? { error: findingWords(t, i18n.language, problem).explain } : {};
  };
  return (
    <div className={styles.choice}>
      <Select
        label={t('mappings.register.title', { name })}
        labelHidden
        options={[
          ...(placed ? [] : [{ value: '', label: t('mappings.register.none') }]),
          { value: 'yes', label: t('mappings.register.yes') },
          { value: 'no', label: t('mappings.register.no') },
        ]}
        value={register}
        onChange={(value) => draft.register(row.key, value === 'yes' || value === 'no' ? value : null)}
        {...error('gateway-register')}
      />
      {register !== 'yes' ? null : (
        <>
          <ChoiceSelect
            id={fieldId('mapping-gateway', row.key)}
            label={<LabelOf name={name}>{t('mappings.gatewayJournal')}</LabelOf>}
            kind="payment-journal"
            value={journal}
            onChange={(choice) => draft.choose('gateway', row.key, choice)}
            {...error('gateway')}
          />
          <ChoiceSelect
            id={fieldId('mapping-gateway-account', row.key)}
            label={<LabelOf name={name}>{t('mappings.gatewayAccount')}</LabelOf>}
            helpText={
              row.key === 'gift_card' ? t('mappings.giftCardAccountHelp') : t('mappings.gatewayAccountHelp')
            }
            kind="payment-account"
            value={account}
            onChange={(choice) => draft.choose('gateway-account', row.key, choice)}
            {...error('gateway-account')}
          />
        </>
      )}
    </div>
  );
}

/** Each row has these fields: one who hears the page is told whose they are. */
function LabelOf({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {children}{' '}
      <Text as="span" visuallyHidden>
        {t('mappings.gatewayOf', { name })}
      </Text>
    </>
  );
}
