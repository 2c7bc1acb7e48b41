import { useTranslation } from 'react-i18next';

/** A page that could not be shown. Plain elements: what failed may be the provider of everything else. */
export function PageFailed({ missing = false }: { missing?: boolean }) {
  const { t } = useTranslation();
  return (
    <main
      role="alert"
      style={{ fontFamily: 'sans-serif', maxWidth: '40rem', margin: '3rem auto', padding: '0 1rem' }}
    >
      <h1>{t(missing ? 'shell.missingTitle' : 'shell.failedTitle')}</h1>
      <p>{t(missing ? 'shell.missingText' : 'shell.failedText')}</p>
      <p>
        <button type="button" onClick={() => window.location.reload()}>
          {t('common.retry')}
        </button>
      </p>
    </main>
  );
}
