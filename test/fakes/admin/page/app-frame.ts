import { opened, type Envelope, type FromAdmin, type FromApp } from '../protocol';
import { byId } from './element';
import type { Locale } from './texts';

/** Given to the page by the server. */
export type Settings = {
  appUrl: string;
  appName: string;
  shop: string;
  shopName: string;
  host: string;
  /** `/store/trade-wins/apps/klopt`: below it comes the app's own path. */
  base: string;
  startPath: string;
  /** Where the shop's own orders are; empty where nothing can happen in it. */
  ordersPath: string;
};

export function readSettings(): Settings {
  return JSON.parse(byId('settings').textContent) as Settings;
}

/** The frame in which the app runs, and the line to the App Bridge stub in it. */
export class AppFrame {
  readonly #frame = byId('app') as HTMLIFrameElement;
  readonly #origin: string;

  constructor(private readonly settings: Settings) {
    this.#origin = new URL(settings.appUrl).origin;
  }

  /** Opens the app at a path as the admin does: who is asking stands in the address, signed. */
  async load(path: string, locale: Locale): Promise<void> {
    const url = new URL(path, this.settings.appUrl);
    const { shop, host } = this.settings;
    const session = crypto.randomUUID().replaceAll('-', '');
    const idToken = await this.sessionToken();
    const parameters = { embedded: '1', host, id_token: idToken, locale, session, shop };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    this.#frame.src = url.href;
  }

  async sessionToken(): Promise<string> {
    const response = await fetch('/session-token', { method: 'POST' });
    const { token } = (await response.json()) as { token: string };
    return token;
  }

  tell(message: FromAdmin): void {
    const envelope: Envelope<FromAdmin> = { mockAppBridge: true, message };
    this.#frame.contentWindow?.postMessage(envelope, this.#origin);
  }

  on<Type extends FromApp['type']>(
    type: Type,
    listener: (message: Extract<FromApp, { type: Type }>) => void,
  ): void {
    window.addEventListener('message', (event) => {
      if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
      const message = opened(event.data) as FromApp | undefined;
      if (message?.type === type) listener(message as Extract<FromApp, { type: Type }>);
    });
  }
}
