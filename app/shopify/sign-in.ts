import '@shopify/shopify-app-remix/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from '@shopify/shopify-app-remix/server';
import type { Session } from '@shopify/shopify-api';

type SessionStorage = NonNullable<Parameters<typeof shopifyApp>[0]['sessionStorage']>;

export interface SignInOptions {
  apiKey: string;
  apiSecret: string;
  appUrl: string;
  sessionStorage: SessionStorage;
  /** After a shop's token was stored: at installation, and whenever Shopify gives a new one. */
  afterAuth: (session: Session) => Promise<void>;
  /** Sends requests to Shopify in another place's stead (demo, tests). */
  fetch: typeof fetch;
  onLog: (severity: 'error' | 'warn' | 'debug', message: string) => void;
}

/**
 * Shopify's sign-in: session tokens, token exchange, offline tokens that expire and are refreshed. Scopes and webhooks
 * are Shopify-managed; they stand in shopify.app.toml.
 */
export function signIn(options: SignInOptions) {
  setAbstractFetchFunc(options.fetch);
  return shopifyApp({
    apiKey: options.apiKey,
    apiSecretKey: options.apiSecret,
    appUrl: options.appUrl,
    apiVersion: ApiVersion.July26,
    distribution: AppDistribution.AppStore,
    isEmbeddedApp: true,
    useOnlineTokens: false,
    sessionStorage: options.sessionStorage,
    hooks: { afterAuth: ({ session }) => options.afterAuth(session) },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    logger: {
      // At "debug" the library would tell tokens.
      level: LogSeverity.Warning,
      log: (severity, message) => {
        const known = { [LogSeverity.Error]: 'error', [LogSeverity.Warning]: 'warn' } as const;
        options.onLog(
          severity === LogSeverity.Error || severity === LogSeverity.Warning ? known[severity] : 'debug',
          message,
        );
      },
    },
  });
}
