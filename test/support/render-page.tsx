import { AppProvider } from '@shopify/polaris';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, vi } from 'vitest';
import { ShopTimeZone } from '../../app/components/shop-time-zone';
import { createI18n } from '../../app/i18n/create-i18n';
import { languages, type Language } from '../../app/i18n/languages';

// App Bridge defines this element in the admin; React's component calls its methods.
if (!customElements.get('ui-save-bar')) {
  customElements.define(
    'ui-save-bar',
    class extends HTMLElement {
      show() {
        this.dataset.shown = 'yes';
      }
      hide() {
        this.dataset.shown = 'no';
      }
    },
  );
}

// A busy machine takes its time to draw a page and to open a modal.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

// jsdom lays nothing out, so there is nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollBy = () => undefined;

// Polaris opens a popover only from what is displayed, and reads that from here; jsdom displays nothing.
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  get(this: HTMLElement) {
    return this.parentNode;
  },
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Renders what a page shows, in a language, under the providers of the shell. */
export function renderPage(page: ReactElement, language: Language = 'en', timeZone = 'Europe/Amsterdam') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <I18nextProvider i18n={createI18n(language)}>
      <AppProvider i18n={languages[language].polaris}>
        <QueryClientProvider client={client}>
          <ShopTimeZone.Provider value={timeZone}>{page}</ShopTimeZone.Provider>
        </QueryClientProvider>
      </AppProvider>
    </I18nextProvider>,
  );
}

type Answer = (init: RequestInit | undefined) => unknown;

/** An answer of the server with a status of its own. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {}
}

/**
 * A server of fixed answers by `METHOD /path`, with the requests it got. An address it does not know is refused with 404,
 * as the real one does.
 */
export function serve(answers: Record<string, Answer>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    const call = `${init?.method ?? 'GET'} ${new URL(input, 'http://klopt.example').pathname}`;
    asked.push(call);
    const answer =
      answers[call]?.(init) ?? new Refusal(404, { error: { kind: 'not-found', message: '', facts: {} } });
    const [status, body] = answer instanceof Refusal ? [answer.status, answer.body] : [200, answer];
    return Promise.resolve(Response.json(body, { status }));
  });
  return asked;
}

/** What a request carried. */
export function bodyOf(init: RequestInit | undefined): unknown {
  return JSON.parse(typeof init?.body === 'string' ? init.body : 'null');
}
