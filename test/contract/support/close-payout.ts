import type { BalanceTransaction } from '../../../app/accounting/balance-transaction';
import type { Counterpart } from '../../../app/accounting/counterpart';
import type { Document } from '../../../app/accounting/document';
import type { Finding } from '../../../app/accounting/finding';
import { balanceTransactionId, payoutId } from '../../../app/accounting/ids';
import { money, negate, subtract, sum, type Money } from '../../../app/accounting/money';
import type { Payout, PayoutStatus } from '../../../app/accounting/payout';
import { settle, type Settlement } from '../../../app/accounting/settlement';
import { loadDocuments } from '../../../app/odoo/documents/load-documents';
import { postDocuments, type PostedDocument } from '../../../app/odoo/documents/post-documents';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { loadPartners } from '../../../app/odoo/partners/load-partners';
import { loadSettlement, type LoadedSettlement } from '../../../app/odoo/settlement/load-settlement';
import { onDay } from './documents';
import type { Workshop } from './workshop';

/** What a payout is made of: documents, each paid (or paid back) by one transaction or more. */
export interface PayoutStory {
  readonly id: string;
  readonly documents: readonly Document[];
  /** Which document each transaction settles and by how much of it; the whole where no amount is given. */
  readonly payments?: readonly { readonly document: Document; readonly amount?: Money }[];
  readonly status?: PayoutStatus;
}

export interface ClosedPayout {
  readonly posted: ReadonlyMap<string, PostedDocument>;
  readonly settlement: Settlement;
  readonly loaded: LoadedSettlement;
  readonly findings: readonly Finding[];
}

/** The whole way of a payout with this folder's functions alone: customers, documents, posting, settlement. */
export async function closePayout(
  { module, books }: Pick<Workshop, 'module' | 'books'>,
  client: OdooClient,
  story: PayoutStory,
): Promise<ClosedPayout> {
  const partners = await loadPartners(
    { client, module, settings: { mode: 'original', genericName: 'Webshop customer' } },
    story.documents.map(({ buyer }) => buyer),
  );
  const toLoad = story.documents.map((document) => ({
    document,
    partnerId: partners.of(document.buyer)?.partnerId ?? 0,
    date: onDay('2026-11-03'),
  }));
  const context = { client, module, books, productOf: () => undefined };
  const drafts = await loadDocuments(context, toLoad);
  const { posted, findings } = await postDocuments(context, toLoad, drafts);
  const itemIds = new Map([...posted].map(([key, { receivable }]) => [key as string, receivable.itemId]));
  const settlement = settlementOf(story, books);
  const loaded = await loadSettlement({ client, module, books, itemIds }, settlement);
  return { posted, settlement, loaded, findings: [...drafts.findings, ...findings, ...loaded.findings] };
}

export function settlementOf(story: PayoutStory, books: Workshop['books']): Settlement {
  const unit = books.clearing.currency;
  const payments: readonly { document: Document; amount?: Money }[] =
    story.payments ?? story.documents.map((document) => ({ document }));
  const matched = payments.map(({ document, amount }, index) => {
    const settled = amount ?? document.total;
    const gross = document.kind === 'invoice' ? inUnit(settled, unit) : negate(inUnit(settled, unit));
    const fee = document.kind === 'invoice' ? money(gross.minor / 50n + 25n, unit) : money(0n, unit);
    const counterpart: Counterpart = {
      kind: 'open-item',
      item: {
        key: document.key,
        document: document.key,
        account: books.receivable,
        name: document.reference,
      },
      gross,
      amount: document.kind === 'invoice' ? settled : negate(settled),
    };
    const transaction: BalanceTransaction = {
      id: balanceTransactionId(`${story.id}${String(index)}`),
      type: document.kind === 'invoice' ? 'CHARGE' : 'REFUND',
      occurredAt: '2026-11-04T10:00:00Z',
      amount: gross,
      fee,
      net: subtract(gross, fee),
      test: false,
      payout: payoutId(story.id),
      order: { name: document.order.name },
    };
    return { transaction, date: onDay('2026-11-04'), counterparts: [counterpart] };
  });
  const payout: Payout = {
    id: payoutId(story.id),
    issuedOn: onDay('2026-11-05'),
    status: story.status ?? 'paid',
    net: sum(
      unit,
      matched.map(({ transaction }) => transaction.net),
    ),
  };
  return settle(payout, onDay('2026-11-05'), matched, books);
}

/** Another currency's amount brings, in these stories, nine tenths of its figure. */
function inUnit(amount: Money, unit: Money['currency']): Money {
  return amount.currency === unit ? amount : { minor: (amount.minor * 9n) / 10n, currency: unit };
}
