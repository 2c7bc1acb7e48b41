import { Box, Button, Collapsible, InlineGrid, InlineStack, Select, TextField } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { financialStatuses } from '../accounting/order';
import { useOrderGateways } from '../queries/orders';
import type { OrderFilter } from '../queries/list-filter';
import { gatewayWords } from './gateway-words';
import { financialStatusWords } from './order-words';
import { SearchField } from './search-field';

interface Props {
  readonly filter: OrderFilter;
  readonly onFilter: (filter: OrderFilter) => void;
}

const more = ['status', 'gateway', 'from', 'to'] as const;

/** The search, and behind a button the other filters; open where one of them is set. */
export function OrderFilters({ filter, onFilter }: Props) {
  const { t } = useTranslation();
  const panel = useId();
  const set = more.filter((name) => filter[name] !== '').length;
  const [open, setOpen] = useState(set > 0);
  return (
    <Box padding="300" paddingBlockStart="100">
      <InlineGrid columns="1fr auto" gap="200">
        <SearchField
          label={t('orders.searchLabel')}
          placeholder={t('orders.searchPlaceholder')}
          filter={filter}
          onFilter={onFilter}
        />
        <Button
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={panel}
          onClick={() => setOpen(!open)}
        >
          {set > 0 ? t('orders.filtersOn', { count: set }) : t('orders.filters')}
        </Button>
      </InlineGrid>
      <Collapsible id={panel} open={open}>
        <Box paddingBlockStart="300">
          <MoreFilters filter={filter} onFilter={onFilter} open={open} set={set} />
        </Box>
      </Collapsible>
    </Box>
  );
}

function MoreFilters({
  filter,
  onFilter,
  open,
  set,
}: Props & { readonly open: boolean; readonly set: number }) {
  const { t } = useTranslation();
  const known = useOrderGateways(open).data?.gateways ?? [];
  const gateways =
    filter.gateway === '' || known.includes(filter.gateway) ? known : [filter.gateway, ...known];
  const choose = (name: (typeof more)[number]) => (value: string) =>
    onFilter({ ...filter, [name]: value, page: 1 });
  return (
    <>
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="200">
        <Select
          label={t('orders.filter.status')}
          value={filter.status}
          options={[
            { value: '', label: t('orders.filter.anyStatus') },
            ...financialStatuses.map((value) => ({ value, label: financialStatusWords(t, value) })),
          ]}
          onChange={choose('status')}
        />
        <Select
          label={t('orders.filter.gateway')}
          value={filter.gateway}
          options={[
            { value: '', label: t('orders.filter.anyGateway') },
            ...gateways.map((value) => ({ value, label: gatewayWords(t, value) })),
          ]}
          onChange={choose('gateway')}
        />
        <TextField
          type="date"
          label={t('orders.filter.from')}
          value={filter.from}
          onChange={choose('from')}
          autoComplete="off"
        />
        <TextField
          type="date"
          label={t('orders.filter.to')}
          value={filter.to}
          onChange={choose('to')}
          autoComplete="off"
        />
      </InlineGrid>
      {set > 0 ? (
        <Box paddingBlockStart="200">
          <InlineStack>
            <Button
              variant="plain"
              onClick={() => onFilter({ ...filter, status: '', gateway: '', from: '', to: '', page: 1 })}
            >
              {t('orders.filter.clear')}
            </Button>
          </InlineStack>
        </Box>
      ) : null}
    </>
  );
}
