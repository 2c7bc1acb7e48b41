import { Button, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMakeClearingJournal } from '../queries/mappings';
import { ActionError } from './action-error';

/** Makes a clearing journal in Odoo, after a person has said so. */
export function ClearingJournalButton({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const make = useMakeClearingJournal();
  return (
    <div>
      <Button variant="plain" onClick={() => setAsking(true)}>
        {t('mappings.makeClearing')}
      </Button>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={t('mappings.makeClearingTitle', { currency })}
        primaryAction={{
          content: t('mappings.makeClearingYes'),
          loading: make.isPending,
          onAction: () => make.mutate(currency, { onSuccess: () => setAsking(false) }),
        }}
        secondaryActions={[{ content: t('mappings.cancel'), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{t('mappings.makeClearingText', { currency })}</Text>
          <ActionError error={make.error} />
        </Modal.Section>
      </Modal>
    </div>
  );
}
