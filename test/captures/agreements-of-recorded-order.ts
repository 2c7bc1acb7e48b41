import {
  minus,
  nothing,
  plus,
  share,
  unitsOf,
  type RecordedLine,
  type RecordedRefund,
  type RecordedStory,
  type Units,
} from './recorded-story';

export interface DerivedTax {
  readonly title: string;
  readonly rate: number;
  readonly amount: Units;
}

export interface DerivedSale {
  readonly lineType: 'PRODUCT' | 'SHIPPING' | 'ADJUSTMENT';
  readonly quantity: number | null;
  readonly total: Units;
  readonly taxes: readonly DerivedTax[];
  readonly line?: RecordedLine;
}

export interface DerivedAgreement {
  readonly kind: 'order' | 'edit' | 'refund';
  readonly refund?: RecordedRefund;
  readonly sales: readonly DerivedSale[];
}

/**
 * The ledger of a recorded order. The captures do not hold `agreements`, so it is made of what they do hold:
 *
 * - The order: each line at its unit price × quantity − the discount allocated to it + its taxes, and each shipping line.
 *   The recorded prices are without tax (no capture has taxesIncluded). A discount of the whole order that no line shows
 *   is its only line's; with several lines it would be a guess, and is an error.
 * - An edit that was committed: what it added, and for a changed quantity the difference, at the line's own price.
 * - A refund: the lines and shipping that it names; where it names none, what Shopify says is left of each line. What
 *   Shopify gave back beyond or below the value of those is an ADJUSTMENT, as Shopify calls it.
 *
 * The totals that Shopify recorded are not used for any of this, but to tell a refund's adjustment: they are what the
 * result is compared with.
 */
export function agreementsOfRecordedOrder(story: RecordedStory): DerivedAgreement[] {
  const added = story.edits.flat().flatMap((change) => (change.kind === 'add' ? [change.line.title] : []));
  const lines = orderedLines(story).filter((line) => !added.includes(line.title));
  const discount = unitsOf(story.fields['totalDiscountsSet']);
  const allocated = lines.some((line) => line.discount && line.discount.shop !== 0n);
  const undivided = discount && discount.shop !== 0n && !allocated;
  if (undivided && lines.length > 1)
    throw new Error('a discount of several lines, of which none says its part');
  const discounted = undivided ? lines.map((line) => ({ ...line, discount })) : lines;
  const shipping = story.shipping.map((line) => saleOfLine(line, 'SHIPPING', 1));
  return [
    {
      kind: 'order',
      sales: [...discounted.map((line) => saleOfLine(line, 'PRODUCT', line.quantity)), ...shipping],
    },
    ...story.edits.map((changes) => ({
      kind: 'edit' as const,
      sales: changes.map((change) => {
        if (change.kind === 'add') return saleOfLine(change.line, 'PRODUCT', change.line.quantity);
        const line = discounted.find(({ id }) => id === change.lineItem);
        if (!line) throw new Error(`an edit of a line that was not recorded: ${change.lineItem}`);
        return saleOfLine(line, 'PRODUCT', change.quantity - line.quantity);
      }),
    })),
    ...[...story.refunds.values()].map((refund) => ({
      kind: 'refund' as const,
      refund,
      sales: salesOfRefund(refund, story, discounted, shipping),
    })),
  ];
}

/** Shopify's own lines, with the taxes of what was asked for where the answers were not asked for taxes. */
function orderedLines(story: RecordedStory): RecordedLine[] {
  if (story.lines.length === 0) return [...story.input];
  return story.lines.map((line, index) => {
    const taxes = line.taxes ?? story.input[index]?.taxes;
    return taxes ? { ...line, taxes } : line;
  });
}

function saleOfLine(line: RecordedLine, lineType: 'PRODUCT' | 'SHIPPING', quantity: number): DerivedSale {
  const part = (amount: Units) => share(amount, quantity, line.quantity);
  const price = { ...share(line.unitPrice, line.quantity, 1) };
  const taxes = (line.taxes ?? []).map((tax) => ({ ...tax, amount: part(tax.amount) }));
  const net = part(line.discount ? minus(price, line.discount) : price);
  return {
    lineType,
    quantity: lineType === 'PRODUCT' ? quantity : null,
    total: taxes.reduce((sum, { amount }) => plus(sum, amount), net),
    taxes,
    line,
  };
}

function salesOfRefund(
  refund: RecordedRefund,
  story: RecordedStory,
  lines: readonly RecordedLine[],
  shipping: readonly DerivedSale[],
): DerivedSale[] {
  const named = refund.lines.map(({ lineItem, quantity }) => ({
    line: lines.find(({ id }) => id === lineItem),
    quantity,
  }));
  const reduced = lines.map((line) => ({ line, quantity: line.quantity - (line.current ?? line.quantity) }));
  // With an edit, what is left of a line says nothing of a refund.
  const taken = named.length > 0 ? named : story.edits.length > 0 ? [] : reduced;
  const sales = taken.flatMap(({ line, quantity }) =>
    line && quantity > 0 ? [saleOfLine(line, 'PRODUCT', -quantity)] : [],
  );
  if (refund.wholeShipping) {
    sales.push(...shipping.map(({ line }) => saleOfLine(line as RecordedLine, 'SHIPPING', -1)));
  }
  const given = sales.reduce((sum, { total }) => minus(sum, total), nothing(refund.total));
  const rest = minus(refund.total, given);
  return rest.shop === 0n && rest.presentment === 0n
    ? sales
    : [...sales, { lineType: 'ADJUSTMENT', quantity: null, total: share(rest, -1, 1), taxes: [] }];
}
