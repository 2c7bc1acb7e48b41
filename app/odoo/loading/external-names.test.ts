import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalModule, externalName } from './external-names';

describe('the module of a shop’s external ids', () => {
  it('is named after the shop’s subdomain', () => {
    expect(externalModule('trade-wins.myshopify.com')).toBe('klopt_trade_wins');
    expect(externalName(externalModule('trade-wins.myshopify.com'), 'bt_1')).toBe('klopt_trade_wins.bt_1');
  });

  it('is another for every other shop', () => {
    const subdomain = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
    fc.assert(
      fc.property(subdomain, subdomain, (left, right) => {
        fc.pre(left !== right);
        expect(externalModule(`${left}.myshopify.com`)).not.toBe(externalModule(`${right}.myshopify.com`));
      }),
    );
  });

  it.each(['under_score.myshopify.com', 'shop.example.com', '', 'a b'])('refuses "%s"', (domain) => {
    expect(() => externalModule(domain)).toThrow(RangeError);
  });
});
