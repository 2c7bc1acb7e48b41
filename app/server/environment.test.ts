import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment';

const production = {
  NODE_ENV: 'production',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'secret',
  SHOPIFY_APP_URL: 'https://klopt.example.com',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
};

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}

describe('The environment', () => {
  it('needs nothing on one’s own machine', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({
      ROLE: 'all',
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: undefined,
    });
    expect(Buffer.from(environment.ENCRYPTION_KEY, 'base64')).toHaveLength(32);
  });

  it('names each thing that production lacks, all at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'SHOPIFY_API_KEY',
      'SHOPIFY_API_SECRET',
      'SHOPIFY_APP_URL',
      'ENCRYPTION_KEY',
    ]);
    expect(problems[3]).toContain('is missing: it should be 32 random bytes in base64');
  });

  it('takes an empty variable for a missing one', () => {
    expect(problemsOf({ ...production, SHOPIFY_API_SECRET: '' })[0]).toContain(
      'SHOPIFY_API_SECRET is missing',
    );
  });

  it.each([
    ['ENCRYPTION_KEY', 'dG9vIHNob3J0'],
    ['DATABASE_URL', 'mysql://localhost/klopt'],
    ['PORT', 'eighty'],
    ['ROLE', 'everything'],
  ])('says what %s should be when it is wrong, and not what it was', (name, wrong) => {
    const [problem] = problemsOf({ ...production, [name]: wrong });
    expect(problem).toContain(`${name} is wrong: it should be`);
    expect(problem).not.toContain(wrong);
  });

  it('refuses in production what sends Shopify’s traffic elsewhere, and an address without TLS', () => {
    const problems = problemsOf({
      ...production,
      SHOPIFY_ORIGIN_OVERRIDE: 'http://127.0.0.1:4000',
      SHOPIFY_APP_URL: 'http://klopt.example.com',
    });
    expect(problems[0]).toContain('SHOPIFY_ORIGIN_OVERRIDE is for the demo and tests');
    expect(problems[1]).toContain('begins with https');
  });

  it('lets the demo send Shopify’s traffic to this machine, and to no other', () => {
    const demo = { ...production, DEMO: '1', SHOPIFY_ORIGIN_OVERRIDE: 'http://127.0.0.1:4000' };
    expect(readEnvironment(demo).SHOPIFY_ORIGIN_OVERRIDE).toBe('http://127.0.0.1:4000');
    expect(problemsOf({ ...demo, SHOPIFY_ORIGIN_OVERRIDE: 'https://evil.example.com' })[0]).toContain(
      'is wrong',
    );
  });
});
