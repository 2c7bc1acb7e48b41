import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { plain, type Answer } from './answer';
import type { Settings } from './page/app-frame';
import { isHappening, type ShopDesk } from './shop-desk';
import { shopDeskPage, type deskLocale } from './shop-desk-page';

/** `/shop`: shows what happened, and by its buttons lets more happen. */
export async function answerShopDesk(
  request: IncomingMessage,
  desk: ShopDesk,
  { locale, appName, base }: Settings & { locale: ReturnType<typeof deskLocale> },
): Promise<Answer> {
  if (request.method !== 'POST') {
    const page = shopDeskPage({ locale, appName, base, orders: desk.orders() });
    return { status: 200, type: 'text/html', text: page };
  }
  // Another site's page may not order in this shop.
  if (request.headers['sec-fetch-site'] === 'cross-site') return plain(403, 'Forbidden');
  const form = new URLSearchParams(await text(request));
  const what = form.get('what');
  if (!isHappening(what)) return plain(400, 'What happens?');
  await desk.happen(what, form.get('order') ?? undefined);
  return { ...plain(303, ''), location: `/shop?locale=${locale}` };
}
