import { Box, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import type { WaterfallView } from '../views/payout-view';
import { formatMoney } from './money-text';
import styles from './waterfall-picture.module.css';
import { waterfallShapes } from './waterfall-scale';
import { WaterfallTable } from './waterfall-table';

/** Height of one step: its words above, its bar below. In pixels; widths are in percent, so words never shrink. */
const stepHeight = 46;
const barTop = 22;
const barHeight = 16;

/** The payout as a picture: from gross sales, step by step, to what reached the bank. */
export function WaterfallPicture({ bars }: { readonly bars: readonly WaterfallView[] }) {
  const { t, i18n } = useTranslation();
  const { shapes, zero } = waterfallShapes(bars);
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        {t('payout.waterfall.title')}
      </Text>
      {bars.length <= 1 ? (
        <Box paddingBlockStart="300">
          <Text as="p" tone="subdued">
            {t('payout.waterfall.empty')}
          </Text>
        </Box>
      ) : (
        <>
          <svg
            role="group"
            aria-label={t('payout.waterfall.title')}
            width="100%"
            height={shapes.length * stepHeight + 4}
            className={styles.picture}
          >
            <line x1={`${zero}%`} x2={`${zero}%`} y1={barTop - 4} y2="100%" className={styles.zero} />
            {shapes.map(({ bar, left, width, end, direction }, index) => {
              const step = t(`waterfall.${bar.step}`);
              const amount = formatMoney(bar.amount, i18n.language);
              const values = { step, amount, count: bar.count, to: formatMoney(bar.to, i18n.language) };
              const label =
                direction === 'total'
                  ? t('payout.waterfall.barPayout', values)
                  : t('payout.waterfall.bar', values);
              const top = index * stepHeight;
              return (
                <g key={bar.step} role="img" aria-label={label} tabIndex={0} className={styles.step}>
                  <title>{label}</title>
                  <rect x="0" y={top} width="100%" height={stepHeight} className={styles.focus} rx="4" />
                  <text
                    x="0.5%"
                    y={top + 15}
                    className={direction === 'total' ? styles.strong : styles.words}
                  >
                    {step}
                    {direction === 'total' ? null : (
                      <tspan className={styles.count} dx="6">
                        {bar.count}
                      </tspan>
                    )}
                  </text>
                  <text
                    x="99.5%"
                    y={top + 15}
                    textAnchor="end"
                    className={direction === 'total' ? styles.strong : styles.figure}
                  >
                    {amount}
                  </text>
                  <rect
                    x={`${left}%`}
                    y={top + barTop}
                    width={`${width}%`}
                    height={barHeight}
                    rx="3"
                    className={styles.bar}
                    data-direction={direction}
                  />
                  {index < shapes.length - 1 ? (
                    <line
                      x1={`${end}%`}
                      x2={`${end}%`}
                      y1={top + barTop + barHeight}
                      y2={top + stepHeight + barTop}
                      className={styles.link}
                    />
                  ) : null}
                </g>
              );
            })}
          </svg>
          <WaterfallTable bars={bars} />
        </>
      )}
    </Card>
  );
}
