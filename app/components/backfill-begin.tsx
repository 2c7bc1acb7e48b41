import { BlockStack, Button, Card, ChoiceList, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useBeginBackfill, useFiscalYear } from '../queries/backfill';
import type { BackfillReach } from '../views/order-view';
import { ActionError } from './action-error';
import { formatDay } from './date-text';
import { errorWords } from './error-words';

/** From when on a person wants the history; counting it posts nothing. */
export function BackfillBegin() {
  const { t } = useTranslation();
  const begin = useBeginBackfill();
  const [reach, setReach] = useState<BackfillReach>('fiscal-year');
  const [since, setSince] = useState('');
  const year = useFiscalYear(true);
  const ready = reach === 'all' || (reach === 'date' ? since !== '' : year.data !== undefined);
  return (
    <Card>
      <BlockStack gap="400">
        <ActionError error={begin.error} />
        <ChoiceList
          title={
            <Text as="span" variant="headingMd">
              {t('history.begin.title')}
            </Text>
          }
          name="reach"
          choices={[
            { value: 'fiscal-year', label: t('history.begin.year'), helpText: <YearHelp /> },
            {
              value: 'date',
              label: t('history.begin.date'),
              helpText: t('history.begin.dateHelp'),
              renderChildren: (chosen) =>
                chosen ? (
                  <div style={{ maxWidth: '14rem' }}>
                    <TextField
                      type="date"
                      label={t('history.begin.dateLabel')}
                      value={since}
                      onChange={setSince}
                      autoComplete="off"
                    />
                  </div>
                ) : null,
            },
            { value: 'all', label: t('history.begin.all'), helpText: t('history.begin.allHelp') },
          ]}
          selected={[reach]}
          onChange={([chosen]) => setReach((chosen ?? 'fiscal-year') as BackfillReach)}
        />
        <InlineStack gap="300" blockAlign="center">
          <Button
            variant="primary"
            disabled={!ready}
            loading={begin.isPending}
            onClick={() => begin.mutate({ reach, ...(reach === 'date' ? { since } : {}) })}
          >
            {t('history.begin.count')}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t('history.begin.explain')}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** The first day of the fiscal year, as Odoo says it. */
function YearHelp() {
  const { t, i18n } = useTranslation();
  const { data, error } = useFiscalYear(true);
  if (data) {
    return <>{t('history.begin.yearHelp', { date: formatDay(data.start, i18n.language, 'long') })}</>;
  }
  if (!error) return <>{t('history.begin.yearAsking')}</>;
  return <>{t('history.begin.yearFailed', { problem: errorWords(t, i18n.language, error).text })}</>;
}
