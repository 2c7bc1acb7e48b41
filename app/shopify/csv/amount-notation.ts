import type { Currency } from '../../accounting/currency';
import { NotAnAmount, parseMoney, type Money } from '../../accounting/money';

type Separator = '.' | ',';

/** How a file writes its amounts. Shopify writes 1234.50; a spreadsheet may have made that "$1,234.50" or "€ 1.234,50". */
export interface AmountNotation {
  /** Undefined while no amount of the file has shown it: then whatever depends on it is ambiguous. */
  readonly decimal: Separator | undefined;
}

/** The notation that a file's amounts show; `contradicted` by an amount that shows another one than those before it. */
export function notationOf(cells: Iterable<string>): AmountNotation | { readonly contradicted: string } {
  let decimal: Separator | undefined;
  for (const cell of cells) {
    const shown = decimalShownBy(cell);
    if (!shown) continue;
    if (decimal && decimal !== shown) return { contradicted: cell };
    decimal = shown;
  }
  return { decimal };
}

/** The decimal separator, where the grouping of the digits leaves only one possibility. */
function decimalShownBy(cell: string): Separator | undefined {
  const [digits = ''] = /\d[\d.,]*\d|[.,]\d+/.exec(withoutSpaces(cell)) ?? [];
  const separators = digits.match(/[.,]/g) ?? [];
  const last = separators.at(-1) as Separator | undefined;
  if (!last) return undefined;
  if (separators.length > 1) return separators.every((one) => one === last) ? other(last) : last;
  const [whole = '', fraction = ''] = digits.split(last);
  const couldBeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldBeThousands ? undefined : last;
}

const other = (separator: Separator): Separator => (separator === '.' ? ',' : '.');

export type AmountProblem = 'amount' | 'amount-ambiguous';

/** An amount as the file writes it, exactly; or what is wrong with it. */
export function readAmount(
  cell: string,
  currency: Currency,
  { decimal }: AmountNotation,
): Money | AmountProblem {
  const match = formIn(currency).exec(withoutSpaces(cell));
  const [, before = '', between = '', digits = '', after = ''] = match ?? [];
  const signs = before + between + after;
  if (!match || !['', '-', '\u2212', '+', '()'].includes(signs)) return 'amount';
  const plain = plainDigits(digits, decimal);
  if (plain === 'amount' || plain === 'amount-ambiguous') return plain;
  try {
    return parseMoney(signs === '' || signs === '+' ? plain : `-${plain}`, currency);
  } catch (error) {
    if (error instanceof NotAnAmount) return 'amount';
    throw error;
  }
}

/** Digits with a point. Thousands must stand in groups of three, or it is no amount. */
function plainDigits(digits: string, decimal: Separator | undefined): string {
  if (!/[.,]/.test(digits)) return digits;
  if (!decimal) return 'amount-ambiguous';
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || (fraction !== undefined && /[.,]/.test(fraction))) return 'amount';
  const [first = '', ...groups] = whole.split(other(decimal));
  const grouped = /^\d{1,3}$/.test(first) && groups.every((group) => group.length === 3);
  if (groups.length > 0 && !grouped) return 'amount';
  const joined = first + groups.join('') || '0';
  return fraction === undefined ? joined : `${joined}.${fraction}`;
}

/** Spaces and apostrophes are dropped where they stand around an amount or between groups of three digits, and only there. */
function withoutSpaces(cell: string): string {
  if (!/[\s'\u2019]/.test(cell)) return cell;
  return cell.replaceAll(/(?<=\d)[\s'\u2019](?=\d{3}(?!\d))/g, '').replaceAll(/(?<!\d)\s|\s(?!\d)/g, '');
}

const forms = new Map<Currency, RegExp>();

/**
 * Sign, currency, sign, digits, currency, sign: none of them needed but the digits. "â‚¬" and "Â£" are what became of €
 * and £ in a file that was read with the wrong letters once.
 */
function formIn(currency: Currency): RegExp {
  let form = forms.get(currency);
  if (!form) {
    const sign = `(?:${currency}|â‚¬|(?:US|CA|AU|NZ|HK|A|C|S|R)?\\$|Â?\\p{Sc}|kr\\.?|zł|Kč|Fr\\.?)?`;
    form = new RegExp(`^([-\u2212+(]?)${sign}([-\u2212+]?)(\\d[\\d.,]*|[.,]\\d+)${sign}([-\u2212)]?)$`, 'iu');
    forms.set(currency, form);
  }
  return form;
}
