import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from './find-chromium';

const cache = path.resolve('node_modules', '.cache');
const unpack = `
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
`;

/** The Chromium inside the npm package @sparticuz/chromium, unpacked once, with libraries that a bare machine lacks. */
export function bundledChromium(): Browser {
  const directory = path.join(cache, `chromium-${packageVersion()}`);
  if (!existsSync(directory)) unpackInto(directory);
  const libraries = path.join(directory, 'al2023', 'lib');
  const own = process.env.LD_LIBRARY_PATH;
  return {
    executablePath: path.join(directory, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: own ? `${libraries}:${own}` : libraries,
      FONTCONFIG_PATH: path.join(directory, 'fonts'),
    },
  };
}

/** Through a directory beside it, so that one that was cut off half way is never taken for whole. */
function unpackInto(directory: string): void {
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(path.join(cache, 'chromium-'));
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', unpack], {
      // The package unpacks into the directory for temporary files, and its libraries only where it takes this for Lambda.
      env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (!existsSync(directory)) renameSync(unfinished, directory);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function packageVersion(): string {
  const file = path.resolve('node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
