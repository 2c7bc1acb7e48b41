import { useTranslation } from 'react-i18next';

import type { WaterfallView } from '../views/payout-view';
import { formatMoney } from './money-text';
import styles from './waterfall-picture.module.css';

/** The picture as a table, for those who hear it. */
export function WaterfallTable({ bars }: { readonly bars: readonly WaterfallView[] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.hidden}>
      <table>
        <caption>{t('payout.waterfall.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('payout.waterfall.step')}</th>
            <th scope="col">{t('payout.waterfall.count')}</th>
            <th scope="col">{t('payout.waterfall.amount')}</th>
            <th scope="col">{t('payout.waterfall.running')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.step}>
              <th scope="row">{t(`waterfall.${bar.step}`)}</th>
              <td>{bar.step === 'payout' ? '' : bar.count}</td>
              <td>{formatMoney(bar.amount, i18n.language)}</td>
              <td>{formatMoney(bar.to, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
