import { BlockStack, Card, Tabs, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsOf, useMappings, useSaveMappings } from '../queries/mappings';
import type { MappingsView } from '../views/mapping-view';
import { ActionError } from './action-error';
import { bareKey } from './fact-words';
import { EmptyCard, Reading } from './load-states';
import { useMappingDraft } from './mapping-draft';
import type { MappingForm } from './mapping-row';
import { PageFrame } from './page-frame';
import { SaveBar } from './save-bar';
import { showToast } from './show-toast';

export interface SectionTab {
  readonly id: string;
  readonly label: string;
  /** How many rows want a choice. */
  readonly open: number;
}

interface Props {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly saved: string;
  readonly tabsLabel: string;
  readonly wanted: string | null;
  readonly initial: MappingsView | undefined;
  readonly tabs: (view: MappingsView) => readonly SectionTab[];
  readonly at: string;
  readonly onSection: (id: string) => void;
  readonly children: (view: MappingsView, form: MappingForm) => ReactNode;
}

/** A page of mappings or settings in sections, saved in one go by the admin's save bar. */
export function MappingFormPage({
  id,
  title,
  subtitle,
  saved,
  tabsLabel,
  wanted,
  initial,
  tabs: tabsOf,
  at,
  onSection,
  children,
}: Props) {
  const { t } = useTranslation();
  const query = useMappings(initial);
  const view = query.data;
  const draft = useMappingDraft();
  const save = useSaveMappings();
  const problems = problemsOf(save.error);
  const refused = Object.keys(problems).length;
  const form: MappingForm = { draft, problems, wanted: wanted === null ? null : bareKey(wanted) };
  const tabs = view?.connected ? tabsOf(view) : [];
  return (
    <PageFrame title={title} subtitle={subtitle}>
      <SaveBar
        id={`${id}-save-bar`}
        dirty={draft.dirty}
        saving={save.isPending}
        onSave={() =>
          save.mutate(draft.changes, {
            onSuccess: () => {
              draft.clear();
              showToast(saved);
            },
          })
        }
        onDiscard={() => {
          draft.clear();
          save.reset();
        }}
      />
      <BlockStack gap="400">
        <Reading query={query} lines={10} />
        {view && !view.connected ? (
          <EmptyCard
            title={t('mappings.notConnectedTitle')}
            text={t('mappings.notConnectedText')}
            action={{ content: t('common.connectOdoo'), url: '/app/connection' }}
          />
        ) : null}
        {view?.connected ? (
          <>
            {refused > 0 ? (
              <div role="alert">
                <Text as="p" tone="critical" fontWeight="semibold">
                  {t('mappings.refused', { count: refused })}
                </Text>
              </div>
            ) : (
              <ActionError error={save.error} />
            )}
            <Card padding="0">
              <Tabs
                tabs={tabs.map(({ id: name, label, open }) => ({
                  id: `${id}-${name}`,
                  content: label,
                  ...(open > 0
                    ? {
                        badge: String(open),
                        accessibilityLabel: `${label}, ${t('mappings.todo', { count: open })}`,
                      }
                    : {}),
                }))}
                selected={Math.max(
                  0,
                  tabs.findIndex(({ id: name }) => name === at),
                )}
                onSelect={(index) => onSection(tabs[index]?.id ?? at)}
                disclosureText={tabsLabel}
              />
            </Card>
            {children(view, form)}
          </>
        ) : null}
      </BlockStack>
    </PageFrame>
  );
}
