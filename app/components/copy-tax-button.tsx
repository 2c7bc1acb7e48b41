import { BlockStack, Button, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsOf, useCopyTax, useKeptByCopy } from '../queries/mappings';
import type { Choice } from '../views/mapping-view';
import { ActionError } from './action-error';
import { ChoiceSelect } from './choice-select';
import { taxWords } from './fact-words';
import { findingWords } from './finding-words';
import { fieldId } from './mapping-draft';

interface Props {
  readonly taxKey: string;
  /** A tax of that rate which is not included in prices: chosen beforehand. */
  readonly suggested: Choice | null;
}

/** Copies a tax of Odoo as one that is included in prices, after a person has chosen it and said so. */
export function CopyTaxButton({ taxKey, suggested }: Props) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<Choice | null | undefined>(undefined);
  const tax = chosen === undefined ? suggested : chosen;
  const copy = useCopyTax();
  const problem = Object.values(problemsOf(copy.error))[0];
  const close = () => {
    setAsking(false);
    setChosen(undefined);
    copy.reset();
  };
  return (
    <div>
      <Button variant="plain" onClick={() => setAsking(true)}>
        {suggested ? t('mappings.copyTaxOf', { name: suggested.label }) : t('mappings.copyTax')}
      </Button>
      <Modal
        open={asking}
        onClose={close}
        title={t('mappings.copyTaxTitle', { tax: taxWords(t, taxKey) })}
        primaryAction={{
          content: t('mappings.copyTaxYes'),
          disabled: tax === null,
          loading: copy.isPending,
          onAction: () => {
            if (tax) copy.mutate({ taxId: tax.id, key: taxKey }, { onSuccess: close });
          },
        }}
        secondaryActions={[{ content: t('mappings.cancel'), onAction: close }]}
      >
        <Modal.Section>
          <BlockStack gap="300">
            <Text as="p">{t('mappings.copyTaxText')}</Text>
            <ChoiceSelect
              id={fieldId('copy-tax', taxKey)}
              label={t('mappings.copyTaxPick')}
              kind="sale-tax-excluded"
              value={tax}
              onChange={setChosen}
              {...(problem ? { error: findingWords(t, i18n.language, problem).explain } : {})}
            />
            {asking && tax ? <Kept taxId={tax.id} /> : null}
            {problem ? null : <ActionError error={copy.error} />}
          </BlockStack>
        </Modal.Section>
      </Modal>
    </div>
  );
}

/** Which accounts and boxes of the VAT return the copy keeps, by name. */
function Kept({ taxId }: { readonly taxId: number }) {
  const { t } = useTranslation();
  const kept = useKeptByCopy(taxId);
  if (!kept.data) return null;
  const { accounts, tags } = kept.data;
  return (
    <Text as="p" tone="subdued">
      {accounts.length > 0 ? t('mappings.copyKeepsAccounts', { accounts: accounts.join(', ') }) : null}{' '}
      {tags.length > 0 ? t('mappings.copyKeepsTags', { tags: tags.join(', ') }) : null}
    </Text>
  );
}
