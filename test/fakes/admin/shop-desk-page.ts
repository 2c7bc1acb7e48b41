import { escapeHtml } from './admin-page';
import type { DeskOrder, Happening } from './shop-desk';

const texts = {
  en: {
    title: 'Orders',
    intro:
      'This stands in for Shopify’s own order pages. What happens here reaches the app by a signed webhook, as Shopify sends it.',
    order: 'A customer orders',
    edit: 'Add a line',
    refund: 'Refund',
    none: 'Nobody has ordered since the demo began.',
    name: 'Order',
    customer: 'Customer',
    total: 'Total',
    actions: 'What happens next',
    edited: 'edited',
    refunded: 'refunded',
    back: 'Back to',
  },
  nl: {
    title: 'Bestellingen',
    intro:
      'Dit staat in de plaats van de bestelpagina’s van Shopify zelf. Wat hier gebeurt, komt bij de app aan met een ondertekende webhook, zoals Shopify die stuurt.',
    order: 'Een klant bestelt',
    edit: 'Regel toevoegen',
    refund: 'Terugbetalen',
    none: 'Sinds het begin van de demo heeft niemand besteld.',
    name: 'Bestelling',
    customer: 'Klant',
    total: 'Totaal',
    actions: 'Wat daarna gebeurt',
    edited: 'bewerkt',
    refunded: 'terugbetaald',
    back: 'Terug naar',
  },
};

type Desk = {
  locale: keyof typeof texts;
  appName: string;
  base: string;
  orders: readonly DeskOrder[];
};

export const deskLocale = (wanted: string | null): Desk['locale'] => (wanted === 'nl' ? 'nl' : 'en');

/** The page of the shop's orders in the mock admin: plain forms, no script. */
export function shopDeskPage({ locale, appName, base, orders }: Desk): string {
  const say = texts[locale];
  const button = (what: Happening, label: string, order?: DeskOrder) =>
    `<form method="post" action="/shop?locale=${locale}">` +
    `<input type="hidden" name="what" value="${what}">` +
    (order ? `<input type="hidden" name="order" value="${escapeHtml(order.id)}">` : '') +
    `<button aria-label="${escapeHtml(order ? `${label} ${order.name}` : label)}">${escapeHtml(label)}</button></form>`;
  const row = (order: DeskOrder) => {
    const edit = order.edited ? say.edited : order.refunded ? '' : button('edit', say.edit, order);
    const refund = order.refunded ? say.refunded : button('refund', say.refund, order);
    return `<tr><th scope="row">${escapeHtml(order.name)}</th><td>${escapeHtml(order.customer)}</td><td class="total">€ ${locale === 'nl' ? order.total.replace('.', ',') : order.total}</td><td class="next">${[edit, refund].filter(Boolean).join(order.refunded ? ' · ' : ' ')}</td></tr>`;
  };
  const table = `<table><thead><tr><th scope="col">${say.name}</th><th scope="col">${say.customer}</th><th scope="col" class="total">${say.total}</th><th scope="col">${say.actions}</th></tr></thead><tbody>${orders.map(row).join('')}</tbody></table>`;
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/admin.css">
</head>
<body class="desk">
<main>
  <p><a href="${base}/app/orders">${say.back} ${escapeHtml(appName)}</a></p>
  <h1>${say.title}</h1>
  <p>${say.intro}</p>
  ${button('order', say.order)}
  ${orders.length === 0 ? `<p>${say.none}</p>` : table}
</main>
</body>
</html>
`;
}
