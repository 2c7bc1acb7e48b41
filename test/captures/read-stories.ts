import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isJson,
  lineOf,
  listOf,
  nothing,
  plus,
  textOf,
  unitsOf,
  type EditChange,
  type Json,
  type RecordedLine,
  type RecordedMoment,
  type RecordedStory,
  type Units,
} from './recorded-story';

/** What one file has told so far: requests that wait for their answer, and edits that wait to be committed. */
interface Reading {
  readonly file: string;
  readonly stories: Map<string, RecordedStory>;
  variables: Json;
  created: RecordedLine[];
  lastOrder?: RecordedStory;
  readonly drafts: Map<string, RecordedLine[]>;
  readonly edits: Map<string, { order: string; changes: EditChange[] }>;
}

/** Every order in the recorded answers below a folder, by gid, in the order of the files. */
export function readStories(folder: string): Map<string, RecordedStory> {
  const stories = new Map<string, RecordedStory>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  for (const file of files.sort()) {
    const reading = { file, stories, variables: {}, created: [], drafts: new Map(), edits: new Map() };
    walk(JSON.parse(readFileSync(join(folder, file), 'utf8')), reading);
  }
  return stories;
}

function walk(value: unknown, reading: Reading): void {
  if (Array.isArray(value)) for (const item of value) walk(item, reading);
  if (!isJson(value)) return;
  // What was read before the first recorded step stands at the end of a file.
  walk(value['upstreamCalls'], reading);
  if (isJson(value['variables'])) hearRequest(value['variables'], reading);
  hearAnswer(value, reading);
  if (typeof value['id'] === 'string' && value['id'].startsWith('gid://shopify/Order/'))
    observe(value, reading);
  for (const [name, field] of Object.entries(value)) {
    if (name !== 'variables' && name !== 'upstreamCalls') walk(field, reading);
  }
}

function hearRequest(variables: Json, reading: Reading): void {
  reading.variables = variables;
  const order = isJson(variables['order']) ? variables['order'] : undefined;
  if (order) reading.created = linesIn(order['lineItems']);
}

function linesIn(value: unknown): RecordedLine[] {
  return listOf(value).flatMap((line) => lineOf(line) ?? []);
}

function hearAnswer(answer: Json, reading: Reading): void {
  const payload = (name: string) => (isJson(answer[name]) ? answer[name] : undefined);
  const idIn = (value: unknown) =>
    isJson(value) && typeof value['id'] === 'string' ? value['id'] : undefined;

  const created = idIn(payload('orderCreate')?.['order']);
  if (created) {
    const story = storyOf(created, reading);
    if (story.input.length === 0) story.input = reading.created;
    reading.created = [];
    reading.lastOrder = story;
  }
  const draft = idIn(payload('draftOrderCreate')?.['draftOrder']);
  const input = isJson(reading.variables['input']) ? reading.variables['input'] : {};
  if (draft) reading.drafts.set(draft, linesIn(input['lineItems']));
  const completed = payload('draftOrderComplete')?.['draftOrder'];
  const drafted = isJson(completed) ? idIn(completed['order']) : undefined;
  if (drafted) {
    const lines = reading.drafts.get(idIn(completed) ?? '') ?? [];
    storyOf(drafted, reading).input = lines;
  }
  hearEdit(payload, idIn, reading);
  hearRefund(payload('refundCreate'), input, reading);
  const terms = payload('paymentTermsCreate')?.['paymentTerms'];
  if (isJson(terms) && reading.lastOrder) reading.lastOrder.paymentTerms = terms;
}

function hearEdit(
  payload: (name: string) => Json | undefined,
  idIn: (value: unknown) => string | undefined,
  reading: Reading,
): void {
  const begun = payload('orderEditBegin')?.['calculatedOrder'];
  const original = isJson(begun) ? idIn(begun['originalOrder']) : undefined;
  const order = original ?? textOf(reading.variables['id'], '');
  if (isJson(begun)) reading.edits.set(idIn(begun) ?? '', { order, changes: [] });
  const edit = reading.edits.get(textOf(reading.variables['id'], ''));
  if (!edit) return;
  for (const name of ['orderEditAddCustomItem', 'orderEditAddVariant']) {
    const added = payload(name)?.['calculatedLineItem'];
    const line = isJson(added) ? lineOf(added) : undefined;
    if (line) edit.changes.push({ kind: 'add', line });
  }
  if (isJson(payload('orderEditSetQuantity')?.['calculatedLineItem'])) {
    const lineItem = textOf(reading.variables['lineItemId'], '').replace('CalculatedLineItem', 'LineItem');
    edit.changes.push({ kind: 'quantity', lineItem, quantity: Number(reading.variables['quantity']) });
  }
  if (isJson(payload('orderEditCommit')?.['order'])) storyOf(edit.order, reading).edits.push(edit.changes);
}

function hearRefund(answer: Json | undefined, input: Json, reading: Reading): void {
  const refund = answer?.['refund'];
  const total = isJson(refund) ? unitsOf(refund['totalRefundedSet']) : undefined;
  const order = textOf(input['orderId'], '');
  if (!isJson(refund) || !total || order === '') return;
  const shipping = isJson(input['shipping']) ? input['shipping'] : {};
  const id = textOf(refund['id'], `gid://shopify/Refund/${order.split('/').at(-1) ?? ''}`);
  storyOf(order, reading).refunds.set(id, {
    id,
    total,
    lines: listOf(input['refundLineItems']).map((line) => ({
      lineItem: textOf(line['lineItemId'], ''),
      quantity: Number(line['quantity']),
    })),
    wholeShipping: shipping['fullRefund'] === true,
    transactions: listOf(refund['transactions']).flatMap(({ id: own }) =>
      typeof own === 'string' ? [own] : [],
    ),
  });
}

function storyOf(id: string, { stories, file }: Reading): RecordedStory {
  const known = stories.get(id);
  if (known) return known;
  const story: RecordedStory = {
    id,
    file,
    fields: {},
    input: [],
    lines: [],
    shipping: [],
    edits: [],
    refunds: new Map(),
    transactions: new Map(),
    moments: [],
  };
  stories.set(id, story);
  return story;
}

function observe(order: Json, reading: Reading): void {
  const story = storyOf(String(order['id']), reading);
  for (const [name, value] of Object.entries(order)) {
    if (value !== null && value !== undefined) story.fields[name] = value;
  }
  story.lines = merged(story.lines, linesIn(order['lineItems']));
  story.shipping = merged(story.shipping, linesIn(order['shippingLines']));
  for (const transaction of listOf(order['transactions'])) {
    const key = textOf(transaction['id'], `${String(transaction['kind'])}-${String(transaction['status'])}`);
    story.transactions.set(key, { ...story.transactions.get(key), ...transaction });
  }
  for (const refund of listOf(order['refunds'])) {
    const total = unitsOf(refund['totalRefundedSet']);
    const id = textOf(refund['id'], '');
    if (!total || story.refunds.has(id)) continue;
    story.refunds.set(id, { id, total, lines: [], wholeShipping: false, transactions: [] });
  }
  const moment = momentOf(order, story);
  if (moment) story.moments.push(moment);
}

function momentOf(order: Json, story: RecordedStory): RecordedMoment | undefined {
  const refunded = unitsOf(order['totalRefundedSet']);
  const total = unitsOf(order['totalPriceSet']);
  const current = unitsOf(order['currentTotalPriceSet']) ?? owedAndPaid(order);
  const tax = unitsOf(order['totalTaxSet']);
  const received = unitsOf(order['totalReceivedSet']);
  if (!total && !current) return undefined;
  const paid = listOf(order['transactions'])
    .filter(({ kind, status }) => ['SALE', 'CAPTURE'].includes(String(kind)) && status === 'SUCCESS')
    .flatMap((transaction) => unitsOf(transaction['amountSet']) ?? []);
  return {
    edits: story.edits.length,
    refunded: refunded ? refunded.shop !== 0n : story.refunds.size > 0,
    ...(total ? { total } : {}),
    ...(current ? { current } : {}),
    ...(tax ? { tax } : {}),
    ...(received && 'transactions' in order ? { received, paid } : {}),
  };
}

/** What is to be paid, what has been, and what is authorized: together what the order comes to. */
function owedAndPaid(order: Json): Units | undefined {
  const parts = ['totalOutstandingSet', 'netPaymentSet', 'totalCapturableSet'].map((name) =>
    unitsOf(order[name]),
  );
  return parts.reduce(
    (sum, part) => (sum && part ? plus(sum, part) : undefined),
    parts[0] && nothing(parts[0]),
  );
}

/** The same lines again, or the next page of them; what is said later of a line stands. */
function merged(known: RecordedLine[], heard: readonly RecordedLine[]): RecordedLine[] {
  const lines = [...known];
  for (const [index, line] of heard.entries()) {
    const at = lines.findIndex((one, place) => (line.id ? one.id === line.id : place === index));
    if (at < 0) lines.push(line);
    else lines[at] = { ...lines[at], ...line };
  }
  return lines;
}
