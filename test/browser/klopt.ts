import { expect, test as base, type FrameLocator, type Page } from '@playwright/test';
import { Demo } from './demo';
import type { ShopKind } from './demo-addresses';
import { Trouble } from './trouble';

export { expect } from '@playwright/test';

interface Klopt {
  /** The app's own page, inside the mock admin's frame. */
  readonly app: FrameLocator;
  /** Opens a page of the app in the mock admin. */
  readonly open: (appPath: string) => Promise<void>;
  /** What the browser complained of; whatever a test does not expect fails it. */
  readonly trouble: Trouble;
}

interface Running {
  /** Names the file whose demo this is: another name is another process, with books of its own. */
  readonly books: string;
  readonly shop: ShopKind;
  readonly demo: Demo;
}

export const test = base.extend<Klopt, Running>({
  books: ['', { scope: 'worker', option: true }],
  shop: ['trade-wins', { scope: 'worker', option: true }],
  demo: [
    async ({ shop }, use) => {
      const demo = await Demo.start(shop);
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  app: async ({ page }, use) => {
    await use(appOf(page));
  },
  open: async ({ page, demo }, use) => {
    await use(async (appPath) => {
      await page.goto(demo.urlOf(appPath));
      await expectAlive(page);
    });
  },
  trouble: [
    async ({ context }, use) => {
      const trouble = new Trouble(context);
      await use(trouble);
      trouble.fail();
    },
    { auto: true },
  ],
});

export function appOf(page: Page): FrameLocator {
  return page.frameLocator('#app');
}

/** The page came whole from the server; only when React has taken it over do its buttons do something. */
export async function expectAlive(page: Page): Promise<void> {
  const isAlive = () =>
    appOf(page)
      .getByRole('heading', { level: 1 })
      .evaluate((heading) => Object.keys(heading).some((key) => key.startsWith('__reactFiber')));
  await expect.poll(isAlive, { message: 'the page came alive' }).toBe(true);
}
