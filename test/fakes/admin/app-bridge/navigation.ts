import { frameParameters } from '../protocol';
import { elementOf } from './actions';
import type { AdminLink } from './admin-link';

/** Keeps the admin's address and the app's in step, and turns links of the admin into navigation inside the frame. */
export function watchNavigation(link: AdminLink): void {
  const tell = () => link.tell({ type: 'path', path: appPath(location.href) });
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method].bind(history);
    history[method] = (...args: Parameters<History['pushState']>) => {
      original(...args);
      tell();
    };
  }
  window.addEventListener('popstate', tell);
  tell();

  link.on('navigate', ({ href }) => navigate(href));
  link.on('click', ({ ref }) => {
    const element = elementOf(ref);
    if (element instanceof HTMLAnchorElement) navigate(element.getAttribute('href') ?? '/', element);
    else element?.click();
  });
  document.addEventListener('click', (event) => followLink(event, link));
}

/** The address without the parameters with which the admin opened the frame. */
export function appPath(href: string): string {
  const url = new URL(href);
  for (const name of frameParameters) url.searchParams.delete(name);
  return url.pathname + url.search + url.hash;
}

/** App Bridge's way: an event whose target carries the `href`; the app's router listens to it. */
function navigate(href: string, from?: HTMLElement): void {
  const target = from ?? document.body.appendChild(document.createElement('a'));
  if (!from) {
    target.setAttribute('href', href);
    target.hidden = true;
  }
  target.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true, cancelable: true }));
  if (!from) target.remove();
}

function followLink(event: MouseEvent, link: AdminLink): void {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  const href = anchor?.getAttribute('href');
  if (!anchor || !href || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (/^shopify:(\/\/)?/.test(href)) {
    event.preventDefault();
    link.tell({ type: 'open', url: href });
    return;
  }
  const inFrame = anchor.target === '' || anchor.target === '_self';
  const sameOrigin = anchor.origin === location.origin;
  if (
    href.startsWith('app:') ||
    (inFrame && sameOrigin && !anchor.hasAttribute('download') && !href.startsWith('#'))
  ) {
    event.preventDefault();
    navigate(href.replace(/^app:(\/\/)?/, '/').replace(/^\/\//, '/'));
  }
}
