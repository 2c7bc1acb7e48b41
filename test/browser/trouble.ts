import type { BrowserContext } from '@playwright/test';

/** What a browser complains of: errors in its console, exceptions, requests without an answer or with a refusal. */
export class Trouble {
  readonly #seen: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error')
        this.#seen.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#seen.push(`exception: ${error.error().message}`));
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // A page that is left takes its requests with it.
      if (why !== 'net::ERR_ABORTED') this.#seen.push(`request: ${why} ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.#seen.push(`answer: ${response.status()} ${response.url()}`);
    });
  }

  /** A complaint that belongs to what a test does, with the reason why. */
  expect(complaint: RegExp, reason: string): void {
    if (reason === '') throw new Error('Say why this is expected.');
    this.#expected.push(complaint);
  }

  fail(): void {
    const unexpected = this.#seen.filter((line) => !this.#expected.some((known) => known.test(line)));
    if (unexpected.length > 0) throw new Error(`The browser complained:\n${unexpected.join('\n')}`);
  }
}
