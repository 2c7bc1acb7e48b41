import { useTranslation } from 'react-i18next';

import { currency } from '../accounting/currency';
import { sum } from '../accounting/money';
import type { MoneyView } from '../views/money-view';
import type { PreviewView } from '../views/payout-view';
import { moneyOfView, viewOfMoney } from './money-of-view';
import { MoneyText } from './money-text';
import { RowTable, type Column } from './row-table';

type Total = PreviewView['totals'][number];

/** What the entries together do to each account. */
export function AccountTotals({ totals }: { readonly totals: PreviewView['totals'] }) {
  const { t } = useTranslation();
  const columns: Column<Total>[] = [
    {
      key: 'account',
      heading: t('payout.preview.account'),
      width: 'minmax(9rem, 1fr)',
      phone: 'whole',
      cell: (row) => row.account,
      foot: t('payout.preview.total'),
    },
    ...(['debit', 'credit'] as const).map((side): Column<Total> => ({
      key: side,
      heading: t(`payout.preview.${side}`),
      width: '8rem',
      align: 'end',
      cell: (row) => (row[side].minor === '0' ? null : <MoneyText amount={row[side]} />),
      foot: <Sums amounts={totals.map((row) => row[side])} />,
    })),
  ];
  return (
    <RowTable
      label={t('payout.preview.totals')}
      columns={columns}
      rows={totals}
      rowKey={(row) => `${row.account} ${row.debit.currency}`}
    />
  );
}

/** One sum a currency. */
function Sums({ amounts }: { readonly amounts: readonly MoneyView[] }) {
  const units = [...new Set(amounts.map((amount) => amount.currency))];
  return (
    <>
      {units.map((unit) => {
        const own = amounts.filter((amount) => amount.currency === unit);
        const total = sum(currency(unit), own.map(moneyOfView));
        return <MoneyText key={unit} amount={viewOfMoney(total)} fontWeight="semibold" />;
      })}
    </>
  );
}
