import { useTranslation } from 'react-i18next';

import { EmptyCard } from './load-states';
import { PageFrame } from './page-frame';

/** An address inside the app that leads nowhere. */
export function PageMissing() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('home.title')}>
      <EmptyCard
        title={t('shell.missingTitle')}
        text={t('shell.missingInApp')}
        action={{ content: t('home.open'), url: '/app/payouts' }}
      />
    </PageFrame>
  );
}
