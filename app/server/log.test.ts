import { expect, it } from 'vitest';
import { createLog } from './log';

it('the log never holds a token, a key or a password, in whatever object', () => {
  const lines: string[] = [];
  const log = createLog({ LOG_LEVEL: 'info', TERMINAL_LOG: false }, { write: (line) => lines.push(line) });
  const secret = 'shpat_0123';
  log.info(
    {
      accessToken: secret,
      session: { refreshToken: secret, shop: 'a' },
      odoo: { login: { password: secret } },
    },
    'x',
  );
  log.info({ request: { headers: { authorization: secret } }, connection: { apiKey: secret } }, 'x');
  expect(lines.join('')).not.toContain(secret);
  expect(lines.join('')).toContain('"shop":"a"');
});
