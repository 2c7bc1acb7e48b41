import type { ReactNode } from 'react';
import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly href: string;
  /** `_top` for pages of Shopify's admin; else a tab of its own. */
  readonly target?: '_top';
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link out of the app: to a record in Odoo, or a page of Shopify's admin. */
export function OutsideLink({ href, target, label, children }: Props) {
  const { t } = useTranslation();
  return (
    <a
      href={href}
      target={target ?? '_blank'}
      rel="noopener noreferrer"
      style={{ color: 'var(--p-color-text-link)' }}
      {...(label ? { title: label } : {})}
    >
      {children}
      {target ? null : (
        <Text as="span" visuallyHidden>
          {' '}
          {t('common.opensNewTab')}
        </Text>
      )}
    </a>
  );
}
