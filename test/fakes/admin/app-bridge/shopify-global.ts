import type { AdminLink } from './admin-link';
import { showingSaveBar } from './save-bar';

export type BridgeConfig = { apiKey: string; shop: string; host: string; locale: string };

type ToastOptions = {
  duration?: number;
  isError?: boolean;
  action?: string;
  onAction?: () => void;
  onDismiss?: () => void;
};
type Shown = HTMLElement & { show(): Promise<void>; hide(): Promise<void>; toggle(): Promise<void> };

/** `window.shopify`, as far as the mock admin goes; what it cannot do rejects and says so. */
export function shopifyGlobal(config: BridgeConfig, link: AdminLink, idToken: () => Promise<string>) {
  return {
    config: { ...config, appOrigins: [location.origin] },
    origin: location.origin,
    ready: Promise.resolve(),
    environment: { embedded: true, mobile: false, pos: false, intent: false },
    idToken,
    user: () => Promise.resolve({ accountAccess: 'Administrator' }),
    loading: (on = true) => link.tell({ type: 'loading', on }),
    toast: toasts(link),
    modal: byId('ui-modal'),
    saveBar: {
      ...byId('ui-save-bar'),
      async leaveConfirmation() {
        const bar = showingSaveBar();
        if (!bar) return;
        const answer = await link.ask('leave');
        // Staying means that whoever waits never goes on, as in the real admin.
        if (answer !== 'leave') await new Promise(() => undefined);
        await bar.hide();
      },
    },
    app: { extensions: () => Promise.resolve([]) },
    support: { registerHandler: () => Promise.resolve() },
    webVitals: { onReport: () => Promise.resolve() },
    setSignals: () => undefined,
    resourcePicker: () => cannot('resourcePicker'),
    picker: () => cannot('picker'),
    reviews: { request: () => cannot('reviews.request') },
    scanner: { capture: () => cannot('scanner.capture') },
    scopes: {
      query: () => cannot('scopes.query'),
      request: () => cannot('scopes.request'),
      revoke: () => cannot('scopes.revoke'),
    },
    intents: { register: () => () => undefined, invoke: () => cannot('intents.invoke') },
    shopifyQL: { available: () => Promise.resolve(false) },
    tools: { register: () => () => undefined, unregister: () => undefined, clear: () => undefined },
    pos: {},
  };
}

function toasts(link: AdminLink) {
  const shown = new Map<string, ToastOptions>();
  let last = 0;
  link.on('toast.action', ({ id }) => shown.get(id)?.onAction?.());
  link.on('toast.dismiss', ({ id }) => {
    shown.get(id)?.onDismiss?.();
    shown.delete(id);
  });
  return {
    show(message: string, options: ToastOptions = {}): string {
      last += 1;
      const id = `toast-${last}`;
      shown.set(id, options);
      const { duration = 5000, isError = false, action = null } = options;
      link.tell({ type: 'toast.show', toast: { id, message, duration, isError, action } });
      return id;
    },
    hide: (id: string) => link.tell({ type: 'toast.hide', id }),
  };
}

function byId(name: 'ui-modal' | 'ui-save-bar') {
  const find = (id: string): Shown => {
    const element = document.getElementById(id);
    if (element?.localName !== name) throw new Error(`There is no <${name} id="${id}"> on this page.`);
    return element as Shown;
  };
  return {
    show: async (id: string) => find(id).show(),
    hide: async (id: string) => find(id).hide(),
    toggle: async (id: string) => find(id).toggle(),
  };
}

function cannot(name: string): Promise<never> {
  return Promise.reject(new Error(`The mock admin has no ${name}.`));
}
