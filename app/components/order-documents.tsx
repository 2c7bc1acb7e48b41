import { Badge, BlockStack, Box, Button, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { OrderDocumentView, OrderView } from '../views/order-view';
import { InstantText } from './date-text';
import { taxWords } from './fact-words';
import { MoneyText } from './money-text';
import { OutsideLink } from './outside-link';
import { RowTable } from './row-table';
import { TitledCard } from './titled-card';

/** What Shopify's ledger calls for: each document, its taxes, its lines, and where it stands in Odoo. */
export function OrderDocuments({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation();
  return (
    <TitledCard
      title={t('orders.one.documents')}
      empty={order.documentList.length === 0 ? t('orders.one.documentsNone') : null}
    >
      {order.documentList.map((document) => (
        <OneDocument key={`${document.reference} ${document.happenedAt}`} document={document} />
      ))}
    </TitledCard>
  );
}

function OneDocument({ document }: { readonly document: OrderDocumentView }) {
  const { t } = useTranslation();
  const panel = useId();
  const [open, setOpen] = useState(false);
  const { reference, lines } = document;
  return (
    <Box borderBlockStartWidth="025" borderColor="border-secondary">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="start" gap="300">
            <BlockStack gap="100">
              <InlineStack gap="200" blockAlign="center">
                <Text as="h3" variant="headingSm">
                  {t('orders.one.document', { kind: t(`entryKind.${document.kind}`), reference })}
                </Text>
                {document.earlier ? <Badge>{t('orders.one.earlier')}</Badge> : null}
              </InlineStack>
              <Text as="p" tone="subdued" variant="bodySm">
                {t(`orders.agreement.${document.agreement}`)} · <InstantText at={document.happenedAt} />
              </Text>
              {document.odoo ? (
                <div>
                  <OutsideLink href={document.odoo.href}>{document.odoo.name}</OutsideLink>
                </div>
              ) : document.earlier ? null : (
                <Text as="p" tone="subdued">
                  {t('orders.one.notInOdoo')}
                </Text>
              )}
            </BlockStack>
            <BlockStack gap="050" inlineAlign="end">
              <MoneyText amount={document.total} fontWeight="semibold" variant="headingMd" />
            </BlockStack>
          </InlineStack>
          <div>
            <Button
              variant="plain"
              disclosure={open ? 'up' : 'down'}
              ariaExpanded={open}
              ariaControls={panel}
              onClick={() => setOpen(!open)}
            >
              {open ? t('orders.one.hideLines') : t('orders.one.showLines', { count: lines.length })}
            </Button>
          </div>
        </BlockStack>
      </Box>
      <Collapsible id={panel} open={open}>
        {open ? <Lines document={document} /> : null}
      </Collapsible>
      <Box paddingBlockStart={open ? '400' : '0'}>
        <Taxes document={document} />
      </Box>
    </Box>
  );
}

function Lines({ document: { reference, lines, untaxed, total } }: { readonly document: OrderDocumentView }) {
  const { t } = useTranslation();
  return (
    <RowTable
      label={t('orders.one.lines', { reference })}
      rows={lines.map((line, index) => ({ ...line, key: String(index) }))}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'label',
          heading: t('orders.one.line.label'),
          width: 'minmax(8rem, 1fr)',
          phone: 'whole',
          cell: (line) => (
            <>
              {line.label}
              {line.sku ? (
                <Text as="p" tone="subdued" variant="bodySm">
                  {line.sku}
                </Text>
              ) : null}
            </>
          ),
          foot: t('orders.one.total'),
        },
        {
          key: 'quantity',
          heading: t('orders.one.line.quantity'),
          width: 'max-content',
          align: 'end',
          phone: 'third',
          cell: ({ quantity }) => quantity,
        },
        {
          key: 'untaxed',
          heading: t('orders.one.line.untaxed'),
          width: 'max-content',
          align: 'end',
          phone: 'third',
          cell: (line) => <MoneyText amount={line.untaxed} />,
          foot: <MoneyText amount={untaxed} />,
        },
        {
          key: 'total',
          heading: t('orders.one.line.total'),
          width: 'max-content',
          align: 'end',
          phone: 'third',
          cell: (line) => <MoneyText amount={line.total} fontWeight="semibold" />,
          foot: <MoneyText amount={total} />,
        },
      ]}
    />
  );
}

function Taxes({ document: { reference, taxes } }: { readonly document: OrderDocumentView }) {
  const { t } = useTranslation();
  if (taxes.length === 0) return null;
  return (
    <RowTable
      label={t('orders.one.taxes', { reference })}
      rows={taxes}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'tax',
          heading: t('orders.one.taxColumn.tax'),
          width: 'minmax(8rem, 1fr)',
          phone: 'whole',
          cell: ({ key }) => taxWords(t, key),
        },
        {
          key: 'base',
          heading: t('orders.one.taxColumn.base'),
          width: 'max-content',
          align: 'end',
          phone: 'third',
          cell: ({ base }) => <MoneyText amount={base} tone="subdued" />,
        },
        {
          key: 'amount',
          heading: t('orders.one.taxColumn.amount'),
          width: 'max-content',
          align: 'end',
          phone: 'third',
          cell: ({ amount }) => <MoneyText amount={amount} />,
        },
      ]}
    />
  );
}
