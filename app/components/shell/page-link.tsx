import { Link } from '@remix-run/react';
import { forwardRef, type AnchorHTMLAttributes } from 'react';

/** What Polaris gives a link. */
interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly url: string;
  readonly external?: boolean;
}

/**
 * Every link of Polaris: pages of the app through the router, other sites in a tab of their own (they refuse to be
 * framed), pages of Shopify's admin in the frame around us. The link of Shopify's provider opens all of them in here.
 */
export const PageLink = forwardRef<HTMLAnchorElement, Props>(function PageLink(
  { url, external, target, children, ...rest },
  ref,
) {
  const away = external === true || /^https?:/.test(url);
  if (away || url.startsWith('shopify:')) {
    return (
      <a
        {...rest}
        href={url}
        target={target ?? (away ? '_blank' : '_top')}
        rel="noopener noreferrer"
        ref={ref}
      >
        {children}
      </a>
    );
  }
  return (
    <Link {...rest} to={url} {...(target ? { target } : {})} ref={ref}>
      {children}
    </Link>
  );
});
