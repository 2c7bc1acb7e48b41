import { AdminLink } from './admin-link';
import { watchChrome } from './chrome';
import { modalElement } from './modal';
import { watchNavigation } from './navigation';
import { patchFetch } from './patched-fetch';
import { SaveBarElement, watchForms } from './save-bar';
import { sessionTokens } from './session-token';
import { shopifyGlobal, type BridgeConfig } from './shopify-global';
import { styles } from './styles';

const script = document.currentScript as HTMLScriptElement | null;
const settingsKey = 'mock-app-bridge';

function readConfig(): BridgeConfig {
  const stored = JSON.parse(sessionStorage.getItem(settingsKey) ?? '{}') as Partial<BridgeConfig>;
  const search = new URLSearchParams(location.search);
  const meta = document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]')?.content;
  const config = {
    apiKey: script?.dataset['apiKey'] ?? meta ?? '',
    shop: search.get('shop') ?? stored.shop ?? '',
    host: search.get('host') ?? stored.host ?? '',
    locale: search.get('locale') ?? stored.locale ?? 'en',
  };
  sessionStorage.setItem(settingsKey, JSON.stringify(config));
  return config;
}

function start(): void {
  const adminOrigin = window.location.ancestorOrigins[0] ?? new URL(script?.src ?? location.href).origin;
  const link = new AdminLink(adminOrigin);
  const idToken = sessionTokens(link);
  // The library's types name more than this mock does, and less exactly what it takes.
  (window as { shopify: unknown }).shopify = shopifyGlobal(readConfig(), link, idToken);

  const reload = new URLSearchParams(location.search).get('shopify-reload');
  if (reload) {
    void comeBackWithToken(reload, idToken);
    return;
  }
  patchFetch(idToken, (url) => link.tell({ type: 'open', url }));
  customElements.define('ui-save-bar', SaveBarElement);
  customElements.define('ui-modal', modalElement(link));
  // Not a <style> element: React hydrates the whole document and throws away what it did not draw.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  watchForms();
  watchNavigation(link);
  watchChrome(link);
}

/** The bounce page: the server had no session token and asks for the same page with one. */
async function comeBackWithToken(href: string, idToken: () => Promise<string>): Promise<void> {
  const url = new URL(href, location.href);
  if (url.origin !== location.origin) return;
  url.searchParams.set('id_token', await idToken());
  location.replace(url);
}

// A script element that React draws again must not start a second bridge.
if (!('shopify' in window)) start();
