import type { NavItem } from '../protocol';
import type { Settings } from './app-frame';
import { byId, make } from './element';
import type { Locale, Texts } from './texts';

/** The rest of Shopify's menu, for the look of it; of these only the orders may be a page of their own. */
export function drawOtherItems(texts: Texts, ordersPath: string, locale: Locale): void {
  const items = texts.others.map((label, index) => {
    const isOrders = index === 1 && ordersPath !== '';
    const link = { href: `${ordersPath}?locale=${locale}` };
    return make('li', {}, isOrders ? make('a', link, label) : make('span', { title: texts.notHere }, label));
  });
  byId('others').replaceChildren(...items);
  byId('apps-heading').textContent = texts.apps;
}

/** The app's own items: links of the admin, so that they open in a tab of their own too. */
export function drawNavigation(
  items: readonly NavItem[],
  path: string,
  settings: Settings,
  go: (href: string) => void,
): void {
  const home = items.find((item) => item.home);
  const current = currentItem(items, path);
  const link = (label: string, href: string, isCurrent: boolean) => {
    const anchor = make('a', { href: settings.base + href }, label);
    if (isCurrent) anchor.setAttribute('aria-current', 'page');
    anchor.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      go(href);
    });
    return anchor;
  };
  const list = items
    .filter((item) => !item.home)
    .map((item) => make('li', {}, link(item.label, item.href, item === current)));
  const isHome = current === undefined || current === home;
  const top = link(settings.appName, home?.href ?? settings.startPath, isHome);
  top.className = 'app-link';
  byId('app-items').replaceChildren(make('li', {}, top, make('ul', {}, ...list)));
}

/** The item whose path is the longest beginning of the current one. */
function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  const here = new URL(path, 'https://app').pathname;
  return items
    .map((item) => ({ item, at: new URL(item.href, 'https://app').pathname }))
    .filter(({ at }) => here === at || here.startsWith(`${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length)[0]?.item;
}
