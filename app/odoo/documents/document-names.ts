import type { DocumentLine } from '../../accounting/document';
import type { DocumentKey } from '../../accounting/ids';
import type { PricedLine } from '../../accounting/priced-lines';

/** The external id of a document line, without its module: `agreement_9001_5551b`. */
export function lineName(document: DocumentKey, line: DocumentLine, priced: PricedLine): string {
  return `${document}_${line.sale}${priced.part}`;
}
