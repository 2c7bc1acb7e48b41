import { describe, expect, it } from 'vitest';
import { SecretUnreadable, secretsWith } from './secret';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const owner = { shop: 'tulip.myshopify.com', purpose: 'odoo' };

describe('A secret', () => {
  it('comes back as it was, and never twice in the same form', () => {
    const secrets = secretsWith(key(1));
    const [one, two] = [secrets.encrypt('geheim €', owner), secrets.encrypt('geheim €', owner)];
    expect(one).not.toBe(two);
    expect(one).not.toContain('geheim');
    expect([secrets.decrypt(one, owner), secrets.decrypt(two, owner)]).toEqual(['geheim €', 'geheim €']);
  });

  it('cannot be read for another shop, another purpose or with another key', () => {
    const sealed = secretsWith(key(1)).encrypt('geheim', owner);
    const attempts = [
      () => secretsWith(key(1)).decrypt(sealed, { ...owner, shop: 'rose.myshopify.com' }),
      () => secretsWith(key(1)).decrypt(sealed, { ...owner, purpose: 'session' }),
      () => secretsWith(key(2)).decrypt(sealed, owner),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(SecretUnreadable);
  });

  it('that was changed or cut short is refused', () => {
    const secrets = secretsWith(key(1));
    const sealed = secrets.encrypt('geheim', owner);
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => secrets.decrypt(`v1.${bytes.toString('base64')}`, owner)).toThrow(SecretUnreadable);
    expect(() => secrets.decrypt(sealed.slice(0, 20), owner)).toThrow(SecretUnreadable);
    expect(() => secrets.decrypt('geheim', owner)).toThrow(SecretUnreadable);
  });
});
