import { Banner, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

import { errorWords } from './error-words';

/** A refused action, said where it was asked for; it stays until the next try. Nothing when there is no error. */
export function ActionError({ error, title }: { readonly error: unknown; readonly title?: string }) {
  const { t, i18n } = useTranslation();
  if (!error) return null;
  const words = errorWords(t, i18n.language, error);
  return (
    <Banner tone="critical" title={title ?? words.title}>
      <Text as="p">{words.text}</Text>
    </Banner>
  );
}
