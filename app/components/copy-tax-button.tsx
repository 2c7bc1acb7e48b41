import { BlockStack, Button, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsOf, useCopyTax } from '../queries/mappings';
import type { Choice } from '../sync/views/mapping-view';
import { ActionError } from './action-error';
import { ChoiceSelect } from './choice-select';
import { taxWords } from './fact-words';
import { findingWords } from './finding-words';

/** Copies a tax of Odoo as one that is included in prices, after a person has chosen it and said so. */
export function CopyTaxButton({ taxKey }: { readonly taxKey: string }) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [tax, setTax] = useState<Choice | null>(null);
  const copy = useCopyTax();
  const problem = Object.values(problemsOf(copy.error))[0];
  const close = () => {
    setAsking(false);
    setTax(null);
    copy.reset();
  };
  return (
    <div>
      <Button variant="plain" onClick={() => setAsking(true)}>
        {t('mappings.copyTax')}
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
              id={`copy-tax-${taxKey}`}
              label={t('mappings.copyTaxPick')}
              kind="sale-tax-excluded"
              value={tax}
              onChange={setTax}
              {...(problem ? { error: findingWords(t, i18n.language, problem).explain } : {})}
            />
            {problem ? null : <ActionError error={copy.error} />}
          </BlockStack>
        </Modal.Section>
      </Modal>
    </div>
  );
}
