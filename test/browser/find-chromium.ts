import { existsSync } from 'node:fs';
import { bundledChromium } from './bundled-chromium';

export interface Browser {
  readonly executablePath?: string;
  /** Set only where the browser needs more than our own environment. */
  readonly env?: Record<string, string>;
}

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium for the tests: the one named by CHROMIUM_PATH, one of this machine, the one of an npm package (Linux on
 * x64), else Playwright's own where it was installed.
 */
export async function findChromium(playwrightsOwn: string): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
    return { executablePath: named };
  }
  const installed = usual.find((path) => existsSync(path));
  if (installed) return { executablePath: installed };
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium();
  if (existsSync(playwrightsOwn)) return {};
  throw new Error(
    'No Chrome or Chromium was found. Install one and name it: CHROMIUM_PATH="/path/to/chrome" npm test',
  );
}
