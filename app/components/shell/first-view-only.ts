import type { ShouldRevalidateFunction } from '@remix-run/react';

/**
 * For pages that ask for themselves once they are there: the loader serves the first view. Another filter is asked for
 * by the page's own query, another tab shows what is there already, and what is unsaved is not read over.
 */
export const firstViewOnly: ShouldRevalidateFunction = ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
  currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;
