import { adjustment, goods, returnFee, shipping } from '../sold';
import { buyer, type Kind } from './kind';

const post = () => shipping('PostNL', 595n);

/** What happens to an order afterwards. */
export const whatFollows: readonly Kind[] = [
  {
    kind: 'edited: a line added, paid later',
    tell: (begin) =>
      begin(buyer('Kok'))
        .sells(goods('TW-CAN-05'), post())
        .pays('paypal')
        .edits(begin.later(4), [goods('TW-GAUGE-1', 2)])
        .pays('Bank Deposit', { at: begin.later(28) }),
  },
  {
    kind: 'edited: a line taken out, the money given back',
    tell: (begin) => {
      const basket = goods('TW-BASKET-1', 2);
      return begin(buyer('Hoekstra'))
        .sells(goods('TW-ZINC-40'), basket, post())
        .pays('paypal')
        .edits(begin.later(2), [], [{ line: basket, quantity: 1 }])
        .paysBack('paypal', { at: begin.later(3) });
    },
  },
  {
    kind: 'edited twice: there and back again',
    tell: (begin) => {
      const hotel = goods('TW-INSECT-1');
      return begin(buyer('Brouwer'))
        .sells(goods('TW-BIRD-NB'), post())
        .pays('paypal')
        .edits(begin.later(1), [hotel])
        .edits(begin.later(2), [], [{ line: hotel }]);
    },
  },
  {
    kind: 'refunded in full',
    tell: (begin) => {
      const [saw, freight] = [goods('TW-SAW-F'), post()];
      return begin(buyer('de Jong'))
        .sells(saw, freight)
        .pays('paypal')
        .refunds(begin.later(30), [{ line: saw }, { line: freight }], 'paypal');
    },
  },
  {
    kind: 'refunded in part, with its shipping',
    tell: (begin) => {
      const [gloves, freight] = [goods('TW-GLOVE-L', 3), post()];
      return begin(buyer('van Dijk'))
        .sells(gloves, goods('TW-KNEE-01'), freight)
        .pays('paypal')
        .refunds(begin.later(24), [{ line: gloves, quantity: 2 }, { line: freight }], 'paypal');
    },
  },
  {
    kind: 'an amount given back, without a line',
    tell: (begin) =>
      begin(buyer('Bakker'))
        .sells(goods('TW-PL-HERB', 2), post())
        .pays('paypal')
        .refunds(begin.later(26), [], 'paypal', { more: [adjustment(-500n)] }),
  },
  {
    kind: 'a return, of which a restocking fee is kept',
    tell: (begin) => {
      const hose = goods('TW-HOSE-25');
      return begin(buyer('Visser'))
        .sells(hose, post())
        .pays('paypal')
        .returns(begin.later(28), [{ line: hose }], [returnFee(500n)])
        .paysBack('paypal', { at: begin.later(29) });
    },
  },
  {
    kind: 'exchanged for something dearer',
    tell: (begin) => {
      const anvil = goods('TW-SEC-AN');
      return begin(buyer('Smit'))
        .sells(anvil, post())
        .pays('paypal')
        .returns(begin.later(20), [{ line: anvil }], [goods('TW-SEC-BY')])
        .pays('paypal', { at: begin.later(20) });
    },
  },
  {
    kind: 'cancelled before it was paid',
    tell: (begin) => {
      const [fork, freight] = [goods('TW-FORK-01'), post()];
      return begin(buyer('Mulder'))
        .sells(fork, freight)
        .pays('Bank Deposit', { status: 'PENDING' })
        .cancelled(begin.later(9))
        .refunds(begin.later(9), [{ line: fork }, { line: freight }]);
    },
  },
  {
    kind: 'cancelled after it was paid',
    tell: (begin) => {
      const [clogs, freight] = [goods('TW-CLOG-GR'), post()];
      return begin(buyer('Bos'))
        .sells(clogs, freight)
        .pays('paypal')
        .cancelled(begin.later(6))
        .refunds(begin.later(6), [{ line: clogs }, { line: freight }], 'paypal');
    },
  },
  {
    kind: 'a refund that failed',
    tell: (begin) => {
      const book = goods('TW-BK-KITCH');
      return begin(buyer('Vos'))
        .sells(book, goods('TW-BK-PRUNE'), post())
        .pays('paypal')
        .refunds(begin.later(18), [{ line: book }], 'paypal', { status: 'FAILURE' });
    },
  },
  {
    kind: 'refunded to store credit',
    tell: (begin) => {
      const pot = goods('TW-POT-22', 2);
      return begin(buyer('Peters'))
        .sells(pot, post())
        .pays('paypal')
        .refunds(begin.later(22), [{ line: pot, quantity: 1 }], 'shopify_store_credit');
    },
  },
];
