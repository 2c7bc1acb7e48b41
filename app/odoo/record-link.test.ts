import { expect, it } from 'vitest';
import { recordLink } from './record-link';

it('links to a record as the version of Odoo wants it', () => {
  const url = 'https://books.example';
  expect(recordLink({ url, majorVersion: 17 }, 'account.move', 7)).toBe(
    'https://books.example/web#id=7&model=account.move&view_type=form',
  );
  expect(recordLink({ url, majorVersion: 19 }, 'account.move', 7)).toBe(
    'https://books.example/odoo/account.move/7',
  );
});
