import { Banner, BlockStack, Button, DropZone, InlineStack, List, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useImportCsv } from '../queries/payouts';
import { csvErrorWords } from './csv-error-words';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Import of Shopify's CSV export, opened by a person. Errors stand beside the file, with line and column. */
export function CsvImport({ open, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [notCsv, setNotCsv] = useState(false);
  const upload = useImportCsv();
  const close = () => {
    setFile(null);
    setNotCsv(false);
    upload.reset();
    onClose();
  };
  const choose = (chosen: File | undefined) => {
    upload.reset();
    const fits = chosen !== undefined && /\.csv$/i.test(chosen.name);
    setNotCsv(chosen !== undefined && !fits);
    setFile(fits ? chosen : null);
  };
  const done = upload.data;
  const words = upload.error ? csvErrorWords(t, i18n.language, upload.error) : null;
  return (
    <Modal
      open={open}
      onClose={close}
      title={t('payouts.csv.title')}
      {...(done
        ? { primaryAction: { content: t('payouts.csv.close'), onAction: close } }
        : {
            primaryAction: {
              content: t('payouts.csv.import'),
              disabled: file === null,
              loading: upload.isPending,
              onAction: () => {
                if (file) upload.mutate(file);
              },
            },
            secondaryActions: [{ content: t('payouts.csv.close'), onAction: close }],
          })}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{t('payouts.csv.explain')}</Text>
          {done ? null : (
            <DropZone
              label={t('payouts.csv.drop')}
              labelHidden
              allowMultiple={false}
              onDrop={(files) => choose(files[0])}
              variableHeight
            >
              {file ? (
                <InlineStack align="center" blockAlign="center" gap="200">
                  <div style={{ padding: 'var(--p-space-600)' }}>
                    <Text as="span" fontWeight="semibold">
                      {file.name}
                    </Text>
                  </div>
                </InlineStack>
              ) : (
                <DropZone.FileUpload
                  actionTitle={t('payouts.csv.drop')}
                  actionHint={t('payouts.csv.dropHint')}
                />
              )}
            </DropZone>
          )}
          <div role="alert">
            {notCsv ? (
              <Text as="p" tone="critical">
                {t('payouts.csv.notCsv')}
              </Text>
            ) : null}
          </div>
          {words ? (
            <Banner tone="critical" title={words.where ?? words.text}>
              {words.where ? <Text as="p">{words.text}</Text> : null}
              <Text as="p">{t('payouts.csv.nothing')}</Text>
            </Banner>
          ) : null}
          <div role="status">
            {upload.isPending ? <Text as="p">{t('payouts.csv.importing')}</Text> : null}
            {done ? (
              <BlockStack gap="200">
                <Text as="p" fontWeight="semibold" tone="success">
                  {t('payouts.csv.done', { count: done.payouts.length })}
                </Text>
                <List>
                  {done.payouts.map(({ id, transactions, known }) => (
                    <List.Item key={id}>
                      <Button variant="plain" url={`/app/payouts/${id}`}>
                        {t('payouts.csv.payout', { id, count: transactions })}
                      </Button>
                      {known ? ` (${t('payouts.csv.known')})` : ''}
                    </List.Item>
                  ))}
                </List>
                {done.pending > 0 ? (
                  <Text as="p">{t('payouts.csv.pending', { count: done.pending })}</Text>
                ) : null}
              </BlockStack>
            ) : null}
          </div>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
