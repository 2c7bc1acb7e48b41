import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Without the Remix plugin: it wants routes and a build where a test wants a module.
export default defineConfig({
  resolve: {
    alias: {
      '~test': path.resolve(import.meta.dirname, 'test'),
      '~': path.resolve(import.meta.dirname, 'app'),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.ts', 'test/{captures,fakes,gate,trade-wins,support}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['app/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/support/browser-stubs.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          include: ['test/flows/**/*.test.ts', 'test/scenarios/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
