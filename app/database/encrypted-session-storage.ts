import { Session } from '@shopify/shopify-api';
import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma';
import type { Database } from './client';
import { SecretUnreadable, type Secrets } from './secret';

type Token = 'accessToken' | 'refreshToken';

/**
 * Shopify's sessions with both tokens encrypted at rest. The pair is one row written by one statement: a refreshed
 * access token is never beside the refresh token that it used up.
 */
export class EncryptedSessionStorage extends PrismaSessionStorage<Database> {
  constructor(
    database: Database,
    private readonly secrets: Secrets,
  ) {
    super(database, { connectionRetries: 5, connectionRetryIntervalMs: 500 });
  }

  override async storeSession(session: Session): Promise<boolean> {
    return super.storeSession(
      this.turned(session, (token, name) => this.secrets.encrypt(token, owner(session, name))),
    );
  }

  override async loadSession(id: string): Promise<Session | undefined> {
    const session = await super.loadSession(id);
    return session && this.readable(session);
  }

  override async findSessionsByShop(shop: string): Promise<Session[]> {
    const sessions = await super.findSessionsByShop(shop);
    return sessions.flatMap((session) => this.readable(session) ?? []);
  }

  /** A session stored with another key is as good as none: Shopify signs in anew by token exchange. */
  private readable(session: Session): Session | undefined {
    try {
      return this.turned(session, (token, name) => this.secrets.decrypt(token, owner(session, name)));
    } catch (error) {
      if (error instanceof SecretUnreadable) return undefined;
      throw error;
    }
  }

  private turned(session: Session, turn: (token: string, name: Token) => string): Session {
    const copy = new Session(session.toObject());
    if (session.accessToken) copy.accessToken = turn(session.accessToken, 'accessToken');
    if (session.refreshToken) copy.refreshToken = turn(session.refreshToken, 'refreshToken');
    return copy;
  }
}

function owner(session: Session, name: Token) {
  return { shop: session.shop, purpose: `session:${session.id}:${name}` };
}
