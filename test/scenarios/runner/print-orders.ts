import type { MadeOrder, OrderDocument, OrderPaymentMade } from './scenario-result';

/** Orders for reading in a terminal: documents with lines and taxes, payments, findings. */
export function printOrder(order: MadeOrder): string {
  const head = `Order ${order.name}: ${order.state}${order.reason ? ` (${order.reason})` : ''}`;
  return [
    head,
    ...order.documents.flatMap(printDocument),
    ...order.payments.map(printPayment),
    ...order.findings.map(
      ({ kind, severity, object, facts, expected, actual, residual }) =>
        `  ! ${kind} (${severity}) on ${object}: ${words({ expected, actual, difference: residual, ...facts })}`,
    ),
  ].join('\n');
}

function printDocument(document: OrderDocument): string[] {
  const { reference, number, moveType, date, due, customer, delivery, origin } = document;
  const { untaxed, tax, total, open, currency } = document;
  const who = customer && [customer.name, customer.vat, customer.address].filter(Boolean).join(', ');
  return [
    `  ${date} ${number} ${moveType} ${reference}${origin ? ` (${origin})` : ''}, due ${due}`,
    `    ${who ?? ''}${delivery && delivery !== customer?.address ? `; delivered to ${delivery}` : ''}`,
    ...document.lines.map(({ label, product, quantity, price, untaxed: amount, account, taxes }) => {
      const name = product ? `[${product}] ${label}` : label;
      return `    ${account} ${name.slice(0, 36).padEnd(38)}${`${quantity} × ${price}`.padStart(14)}${amount.padStart(12)}  ${taxes.join(', ')}`;
    }),
    ...document.taxes.map((one) => `    ${one.tax.padEnd(22)} ${one.amount.padStart(10)} on ${one.base}`),
    `    ${untaxed} + ${tax} = ${total} ${currency}, open ${open}`,
  ];
}

function printPayment({ gateway, journal, date, account, amount, settles }: OrderPaymentMade): string {
  const what = settles.map((one) => `${one.document} ${one.amount}`).join(', ');
  return `  ${date} ${gateway}: ${amount} on ${account} (${journal}), settles ${what || 'nothing'}`;
}

function words(given: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(given)
    .flatMap(([name, value]) => (value ? [`${name} ${value}`] : []))
    .join(', ');
}
