import { inChunks } from '../../app/odoo/loading/in-chunks';
import { externalName } from '../../app/odoo/loading/external-names';
import { statementLineFields, statementLineRows } from '../../app/odoo/settlement/statement-line-rows';
import type { PayoutPlan } from '../../app/sync/plan-payout';
import { bareDocuments, bareLoad } from './bare-documents';

/**
 * The same records as a sync of the plan makes, with the same batched calls, and nothing else: no asking what exists,
 * no checks, no reading back, no database. The one thing read is what the next call needs: the numbers of the journal
 * items to force and to mark. Answers how many calls it made.
 */
export async function bareScript(plan: PayoutPlan): Promise<number> {
  const { client, module, books } = plan;
  const before = client.callCount;
  const { openItems, partnerOf } = await bareDocuments(
    { ...plan.work, productOf: plan.products.productOf, dateOf: plan.dateOfDocument, batch: 100 },
    plan.documents,
  );
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
      ...(await bareLoad(
        client,
        'account.bank.statement.line',
        fields,
        lines.flatMap((line) => statementLineRows(line, rows).rows),
      )),
    );
  }
  await bareLoad(
    client,
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
