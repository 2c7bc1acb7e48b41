import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Says which key and layout a ciphertext was made with, so that another can follow without guessing. */
const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A ciphertext that cannot be read: another key, another owner or purpose, or damaged. */
export class SecretUnreadable extends Error {
  constructor(options?: ErrorOptions) {
    super(
      'A stored secret cannot be read with this ENCRYPTION_KEY. Start Klopt with the key it was stored with, ' +
        'or connect again to store the secret anew.',
      options,
    );
    this.name = 'SecretUnreadable';
  }
}

/** Whose secret it is and what for; bound to the ciphertext, so that one cannot stand in another's place. */
export interface SecretOwner {
  shop: string;
  purpose: string;
}

export interface Secrets {
  encrypt: (plain: string, owner: SecretOwner) => string;
  /** @throws SecretUnreadable */
  decrypt: (ciphertext: string, owner: SecretOwner) => string;
}

/** AES-256-GCM with `key`, 32 bytes in base64. */
export function secretsWith(key: string): Secrets {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== 32) throw new Error('ENCRYPTION_KEY must be 32 bytes in base64.');
  return {
    encrypt(plain, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(boundTo(owner));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`;
    },
    decrypt(ciphertext, owner) {
      const [version, content] = ciphertext.split('.');
      if (version !== VERSION || !content) throw new SecretUnreadable();
      const all = Buffer.from(content, 'base64');
      try {
        const decipher = createDecipheriv('aes-256-gcm', bytes, all.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(boundTo(owner))
          .setAuthTag(all.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = all.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch (error) {
        throw new SecretUnreadable({ cause: error });
      }
    },
  };
}

function boundTo({ shop, purpose }: SecretOwner): Buffer {
  return Buffer.from(JSON.stringify([VERSION, shop, purpose]));
}
