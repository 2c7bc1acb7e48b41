import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** One of the mock admin's browser scripts, made from its TypeScript: a script without imports. */
export function browserScript(entry: 'page/main.ts' | 'app-bridge/main.ts'): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${entry} made no script.`);
  return file.text;
}
