import { BlockStack, Card, Tabs, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { problemsOf, useMappings, useSaveMappings } from '../queries/mappings';
import type { MappingsView } from '../sync/views/mapping-view';
import { AccountMappings, GatewayMappings, LineMappings, TypeMappings } from './account-mappings';
import { ActionError } from './action-error';
import { bareKey } from './fact-words';
import { EmptyCard, LoadError, LoadingCard } from './load-states';
import { mappingSections, openRows, useMappingDraft, type MappingSection } from './mapping-draft';
import type { MappingForm } from './mapping-row';
import { MappingSettings } from './mapping-settings';
import { PageFrame } from './page-frame';
import { SaveBar } from './save-bar';
import { showToast } from './show-toast';
import { TaxMappings } from './tax-mappings';

interface Props {
  /** From the address: a finding's link names section and row. */
  readonly section: string;
  readonly wanted: string | null;
  readonly onSection: (section: MappingSection) => void;
  readonly initial?: MappingsView | undefined;
}

export function MappingsPage({ section, wanted, onSection, initial }: Props) {
  const { t } = useTranslation();
  const query = useMappings(initial);
  const view = query.data;
  const draft = useMappingDraft();
  const save = useSaveMappings();
  const problems = problemsOf(save.error);
  const refused = Object.keys(problems).length;
  const key = wanted === null ? null : bareKey(wanted);
  const at = sectionOf(section, key);
  const form: MappingForm = { draft, problems, wanted: key };
  return (
    <PageFrame title={t('mappings.title')} subtitle={t('mappings.subtitle')}>
      <SaveBar
        id="mappings-save-bar"
        dirty={draft.dirty}
        saving={save.isPending}
        onSave={() =>
          save.mutate(draft.changes, {
            onSuccess: () => {
              draft.clear();
              showToast(t('mappings.saved'));
            },
          })
        }
        onDiscard={() => {
          draft.clear();
          save.reset();
        }}
      />
      <BlockStack gap="400">
        {query.isPending ? <LoadingCard lines={10} /> : null}
        {query.isError && !view ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {view && !view.connected ? (
          <EmptyCard
            title={t('mappings.notConnectedTitle')}
            text={t('mappings.notConnectedText')}
            action={{ content: t('mappings.connect'), url: '/app/connection' }}
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
                tabs={mappingSections.map((name) => {
                  const open = openRows(view, name);
                  return {
                    id: `mappings-${name}`,
                    content: t(`mappings.tab.${name}`),
                    ...(open > 0
                      ? {
                          badge: String(open),
                          accessibilityLabel: `${t(`mappings.tab.${name}`)}, ${t('mappings.todo', { count: open })}`,
                        }
                      : {}),
                  };
                })}
                selected={mappingSections.indexOf(at)}
                onSelect={(index) => onSection(mappingSections[index] ?? 'accounts')}
                disclosureText={t('mappings.tabsLabel')}
              />
            </Card>
            <Section at={at} view={view} form={form} />
          </>
        ) : null}
      </BlockStack>
    </PageFrame>
  );
}

function Section({
  at,
  view,
  form,
}: {
  readonly at: MappingSection;
  readonly view: MappingsView;
  readonly form: MappingForm;
}) {
  switch (at) {
    case 'accounts':
      return <AccountMappings view={view} form={form} />;
    case 'taxes':
      return <TaxMappings view={view} form={form} />;
    case 'types':
      return <TypeMappings view={view} form={form} />;
    case 'lines':
      return <LineMappings view={view} form={form} />;
    case 'gateways':
      return <GatewayMappings view={view} form={form} />;
    case 'settings':
      return <MappingSettings view={view} form={form} />;
  }
}

/** Findings about closed periods point at "accounts"; their setting stands under "settings". */
function sectionOf(section: string, key: string | null): MappingSection {
  if (key === 'locked-period') return 'settings';
  return mappingSections.find((name) => name === section) ?? 'accounts';
}
