import { chromium, defineConfig } from '@playwright/test';
import { findChromium } from './test/browser/find-chromium';

const { executablePath, env } = await findChromium(chromium.executablePath());

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  globalSetup: './test/browser/make-pages.ts',
  // Each file has a demo of its own; two at once is what two cores carry.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    trace: 'retain-on-failure',
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    // A robot gets another answer than a person.
    userAgent:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      ...(env ? { env } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // The admin's page is on another port of this machine than the app in its frame.
        '--disable-features=LocalNetworkAccessChecks',
      ],
    },
  },
});
