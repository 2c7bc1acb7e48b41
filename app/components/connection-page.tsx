import { BlockStack, Button, InlineStack, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCheckConnection, useConnection, useDisconnect } from '../queries/connection';
import type { ConnectionView } from '../views/mapping-view';
import { ActionError } from './action-error';
import { ConnectionCard } from './connection-card';
import { ConnectionForm } from './connection-form';
import { Reading } from './load-states';
import { PageFrame } from './page-frame';

export function ConnectionPage({ initial }: { readonly initial?: ConnectionView | undefined }) {
  const { t } = useTranslation();
  const query = useConnection(initial);
  const check = useCheckConnection();
  const disconnect = useDisconnect();
  const [asking, setAsking] = useState(false);
  const view = query.data;
  return (
    <PageFrame title={t('connection.title')} subtitle={t('connection.subtitle')} narrowWidth>
      <BlockStack gap="400">
        <Reading query={query} />
        {view ? (
          <>
            {view.connected ? (
              <ConnectionCard view={view}>
                <InlineStack gap="200">
                  <Button onClick={() => check.mutate()} loading={check.isPending}>
                    {t('connection.check')}
                  </Button>
                  <Button url="/app/mappings">{t('connection.nextAction')}</Button>
                  <Button tone="critical" onClick={() => setAsking(true)}>
                    {t('connection.disconnect')}
                  </Button>
                </InlineStack>
              </ConnectionCard>
            ) : null}
            <ActionError error={check.error ?? disconnect.error} />
            <ConnectionForm
              key={`${view.url ?? ''} ${view.login ?? ''} ${String(view.connected)}`}
              view={view}
            />
          </>
        ) : null}
      </BlockStack>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={t('connection.disconnectTitle')}
        primaryAction={{
          content: t('connection.disconnectYes'),
          destructive: true,
          loading: disconnect.isPending,
          onAction: () => disconnect.mutate(undefined, { onSettled: () => setAsking(false) }),
        }}
        secondaryActions={[{ content: t('connection.cancel'), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{t('connection.disconnectText')}</Text>
        </Modal.Section>
      </Modal>
    </PageFrame>
  );
}
