// Imports run one way:
//   server, routes → jobs → sync → shopify, odoo → accounting → nothing
//   components, queries → views; database → views, accounting; views → accounting
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'accounting-is-pure',
      'app/accounting knows no I/O, no clock, no database and no outside system.',
      { path: '^app/accounting/', pathNot: '\\.test\\.ts$' },
      { pathNot: ['^app/accounting/', '^node_modules/currency-codes/', '^node_modules/zod/'] },
    ),
    rule(
      'shopify-apart',
      'Shopify is translated into our words, and knows nobody else.',
      { path: '^app/shopify/', pathNot: '\\.test\\.ts$' },
      { path: '^app/(odoo|sync|jobs|routes|components|queries|server|database)/' },
    ),
    rule(
      'odoo-apart',
      'Odoo is spoken to in our words, and knows nobody else.',
      { path: '^app/odoo/', pathNot: '\\.test\\.ts$' },
      { path: '^app/(shopify|sync|jobs|routes|components|queries|server|database)/' },
    ),
    rule(
      'views-are-plain',
      'What the pages are told, as plain JSON: whoever makes it and whoever shows it may know it, and it knows neither.',
      { path: '^app/views/', pathNot: '\\.test\\.ts$' },
      { path: '^(app/(?!views/|accounting/)|node_modules/)' },
    ),
    rule(
      'database-below',
      'The database knows records, not who uses them: views are the words it shares with the pages, and a login is what it keeps.',
      { path: '^app/database/', pathNot: '\\.test\\.ts$' },
      {
        path: '^app/(shopify|odoo|sync|jobs|routes|components|queries|server)/',
        pathNot: '^app/odoo/client/connect\\.ts$',
      },
    ),
    rule(
      'sync-below-jobs',
      'A use case does not know the queue, the pages or the server.',
      { path: '^app/sync/', pathNot: '\\.test\\.ts$' },
      { path: '^app/(jobs|routes|components|queries|server)/' },
    ),
    rule(
      'jobs-below-routes',
      'A task does not know the pages or the server.',
      { path: '^app/jobs/', pathNot: '\\.test\\.ts$' },
      { path: '^app/(routes|components|queries|server)/' },
    ),
    rule(
      'routes-thin',
      'A route calls one function: no GraphQL, no Prisma, no SQL.',
      { path: '^app/routes/' },
      { path: '^node_modules/(@prisma|pg|graphile-worker|graphql)/' },
    ),
    rule(
      'routes-through-sync',
      'A route reaches Odoo only through a use case.',
      { path: '^app/routes/' },
      { path: '^app/odoo/' },
    ),
    rule(
      'pages-without-server',
      'What the browser gets holds nothing of the server.',
      { path: '^app/(components|queries|i18n)/', pathNot: '\\.test\\.tsx?$' },
      { path: '^app/(server|database|jobs|shopify|odoo)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'app-without-test',
      'The app runs without its tests.',
      { path: '^app/', pathNot: '\\.test\\.tsx?$' },
      { path: '^test/' },
    ),
    rule(
      'no-circles',
      'Files that import each other in a circle cannot be read apart.',
      { path: '^app/' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'resolves',
      'An import that leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: ['^virtual:', '\\?url$'] },
    ),
    rule(
      'declared',
      'A package that package.json does not name.',
      { path: '^(app|test)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'no-dev-in-app',
      'In production only dependencies are installed.',
      { path: '^app/', pathNot: '\\.test\\.tsx?$' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: ['/vite/', '@types/'] },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'build'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
