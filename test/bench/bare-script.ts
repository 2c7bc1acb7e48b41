import type { DocumentKey } from '../../app/accounting/ids';
import type { OpenItem } from '../../app/accounting/counterpart';
import { currencyIds } from '../../app/odoo/books/currency-ids';
import { compareDocument } from '../../app/odoo/documents/compare-document';
import { documentRows } from '../../app/odoo/documents/document-rows';
import { documentTarget } from '../../app/odoo/documents/document-target';
import { readDocumentItems } from '../../app/odoo/documents/draft-items';
import { forceDocuments } from '../../app/odoo/documents/force-documents';
import { inChunks } from '../../app/odoo/loading/in-chunks';
import { externalName } from '../../app/odoo/loading/external-names';
import { buyerKey } from '../../app/odoo/partners/buyer-key';
import { statementLineFields, statementLineRows } from '../../app/odoo/settlement/statement-line-rows';
import type { PayoutPlan } from '../../app/sync/plan-payout';

/**
 * The same records as a sync of the plan makes, with the same batched calls, and nothing else: no asking what exists,
 * no checks, no reading back, no database. The one thing read is what the next call needs: the numbers of the journal
 * items to force and to mark. Answers how many calls it made.
 */
export async function bareScript(plan: PayoutPlan): Promise<number> {
  const { client, module, books } = plan;
  const before = client.callCount;
  const load = async (model: string, fields: readonly string[], rows: readonly (readonly string[])[]) => {
    const { ids, messages } = await client.load(model, fields, rows);
    if (!ids)
      throw new Error(`the bare script was refused: ${messages.map(({ message }) => message).join('; ')}`);
    return ids;
  };
  const buyers = new Map(
    plan.documents.map(({ buyer }) => [buyerKey(buyer, plan.work.customers.mode), buyer]),
  );
  const partners = new Map<string, number>();
  for (const chunk of inChunks([...buyers], 200)) {
    const ids = await load(
      'res.partner',
      ['id', 'name', 'email', 'street', 'zip', 'city'],
      chunk.map(([name, { name: called, email, billing }]) => [
        externalName(module, name),
        called,
        email ?? '',
        billing?.street ?? '',
        billing?.zip ?? '',
        billing?.city ?? '',
      ]),
    );
    chunk.forEach(([name], index) => partners.set(name, ids[index] ?? 0));
  }
  const context = {
    module,
    books,
    productOf: plan.products.productOf,
    hasTeam: false,
    currencyIds: await currencyIds(client, new Set(plan.documents.map(({ currency }) => currency))),
  };
  const openItems = new Map<DocumentKey, OpenItem>();
  const partnerOf = new Map<number, number>();
  for (const documents of inChunks(plan.documents, 100)) {
    const toLoad = documents.map((document) => ({
      document,
      partnerId: partners.get(buyerKey(document.buyer, plan.work.customers.mode)) ?? 0,
      date: plan.dateOfDocument(document),
    }));
    // Nothing is left to Odoo on one and named on another: they are one group, in their order.
    const [rows] = documentRows(toLoad, context);
    const moves = await load(
      'account.move',
      rows?.fields ?? [],
      (rows?.records ?? []).flatMap((record) => record.rows),
    );
    const items = await readDocumentItems(client, moves);
    const corrections = toLoad.flatMap(({ document }, index) => {
      const inOdoo = items.get(moves[index] ?? 0);
      const result = inOdoo && compareDocument(document, documentTarget(document, books), inOdoo);
      return result?.kind === 'rounding' ? [result.correction] : [];
    });
    if (corrections.length > 0) await forceDocuments(client, corrections);
    await client.callMethod('account.move', 'action_post', moves);
    for (const [index, { document, partnerId }] of toLoad.entries()) {
      const receivable = items.get(moves[index] ?? 0)?.items.find(({ kind }) => kind === 'receivable');
      if (!receivable) continue;
      partnerOf.set(receivable.id, partnerId);
      openItems.set(document.key, {
        key: document.key,
        document: document.key,
        itemId: receivable.id,
        account: receivable.account,
        name: document.reference,
      });
    }
  }
  const settlement = plan.settleWith(openItems);
  const marks = new Map(
    settlement.lines.flatMap(({ items }) =>
      items.flatMap(({ settles }) =>
        settles?.item.itemId === undefined
          ? []
          : [[settles.item.itemId, `I${module}.${settles.item.key}`] as const],
      ),
    ),
  );
  for (const chunk of inChunks([...marks], 250)) {
    await client.load(
      'account.move.line',
      ['.id', 'matching_number'],
      chunk.map(([id, mark]) => [String(id), mark]),
    );
  }
  const open = new Map(
    [...openItems.values()].map((item) => [
      item.itemId ?? 0,
      { account: item.account, partnerId: partnerOf.get(item.itemId ?? 0) },
    ]),
  );
  const rows = {
    client,
    module,
    books,
    itemIds: new Map<string, number>(),
    // The rows take account and partner of an open item; nothing else of it is read here.
    open: open as unknown as Parameters<typeof statementLineRows>[1]['open'],
    marks,
    convert: <T>(amount: T) => amount,
  };
  const lineIds: number[] = [];
  const groups = [
    ...inChunks(settlement.lines, 100),
    ...(settlement.transfer ? [[settlement.transfer]] : []),
  ];
  for (const lines of groups) {
    const fields = statementLineFields({});
    lineIds.push(
      ...(await load(
        'account.bank.statement.line',
        fields,
        lines.flatMap((line) => statementLineRows(line, rows).rows),
      )),
    );
  }
  await load(
    'account.bank.statement',
    ['id', 'name', 'line_ids/.id'],
    lineIds.map((id, index) =>
      index === 0
        ? [externalName(module, `st_${plan.payout.id}`), `Shopify payout ${plan.payout.id}`, String(id)]
        : ['', '', String(id)],
    ),
  );
  return client.callCount - before;
}
