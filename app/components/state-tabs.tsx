import { Tabs } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

interface Props<State extends string> {
  readonly states: readonly State[];
  /** How many are in each; not known while the list is read. */
  readonly counts: Readonly<Record<State, number>> | undefined;
  /** The chosen one, or empty for all. */
  readonly state: string;
  readonly onState: (state: State | '') => void;
  readonly words: (state: State) => string;
}

/** All, and each state with how many are in it. */
export function StateTabs<State extends string>({ states, counts, state, onState, words }: Props<State>) {
  const { t } = useTranslation();
  const tab = (id: string, content: string, count: number | undefined) => {
    if (count === undefined) return { id, content };
    const badge = String(count);
    // Without a label of its own, Polaris has the badge read as "New".
    return { id, content, badge, accessibilityLabel: `${content}, ${badge}` };
  };
  const total = counts && states.reduce((sum, name) => sum + counts[name], 0);
  return (
    <Tabs
      tabs={[
        tab('all', t('list.all'), total),
        ...states.map((name) => tab(name, words(name), counts?.[name])),
      ]}
      selected={states.findIndex((name) => name === state) + 1}
      onSelect={(index) => onState(states[index - 1] ?? '')}
      disclosureText={t('list.byState')}
    />
  );
}
