import { BlockStack, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './home-page.module.css';

interface Props<State extends string> {
  readonly heading: string;
  readonly label: string;
  /** The list that each figure leads to. */
  readonly list: '/app/payouts' | '/app/orders';
  readonly states: readonly State[];
  /** One that nothing is in most of the time, shown only while something is. */
  readonly passing: State;
  readonly counts: Readonly<Partial<Record<string, number>>>;
  readonly linkLabel: (state: State, count: number) => string;
  readonly badge: (state: State) => ReactNode;
}

/** How many are in each state; each figure leads to them. */
export function StateFigures<State extends string>({
  heading,
  label,
  list,
  states,
  passing,
  counts,
  linkLabel,
  badge,
}: Props<State>) {
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const figures = states.map((state) => ({ state, count: counts[state] ?? 0 }));
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {heading}
      </Text>
      <section aria-label={label} className={styles.figures}>
        {figures
          .filter(({ state, count }) => state !== passing || count > 0)
          .map(({ state, count }) => (
            <Link
              key={state}
              url={`${list}?state=${state}`}
              monochrome
              removeUnderline
              accessibilityLabel={linkLabel(state, count)}
            >
              <span className={styles.figure}>
                <Text
                  as="span"
                  variant="heading2xl"
                  numeric
                  {...(count === 0 ? { tone: 'disabled' as const } : {})}
                >
                  {number.format(count)}
                </Text>
                {badge(state)}
              </span>
            </Link>
          ))}
      </section>
    </BlockStack>
  );
}
