/** Which of our own packages may import which. The messages name what to do instead. */
const packagesExcept = (...names) => `^(packages/(?!(${names.join('|')})/)|apps/|infrastructure/local/)`;

/** `from` may import itself and `allowed`, nothing else of ours. */
const mayImport = (from, allowed, comment) => ({
  name: `${from.split('/').at(-1)}-imports`,
  severity: 'error',
  comment,
  // Tests and what they share may import anything; an operator's command may look for the database of this machine.
  from: { path: `^${from}/src/`, pathNot: '\\.(test|int\\.test)\\.tsx?$|/src/testing/|/admin\\.ts$' },
  to: { path: packagesExcept(from.split('/').at(-1), ...allowed), pathNot: [`^${from}/`] },
});

const never = (name, { from, to, comment }) => ({ name, severity: 'error', comment, from, to });
const PURE = '^packages/(contracts|world-core|art|client)/src/';
const SERVER_APPS = ['http', 'chat-socket', 'game-state', 'kafka-consumer'];

export default {
  forbidden: [
    never('no-cycles', { from: {}, to: { circular: true }, comment: 'Move what both sides need into a third file below them.' }),
    never('not-resolved', {
      from: { pathNot: '\\.d\\.ts$' },
      to: { couldNotResolve: true, pathNot: ['\\.css$', '^virtual:', '/generated/'] },
      comment: 'Declare the package, or mend the path.',
    }),
    never('inside-a-package', {
      from: { path: '^(packages|apps|tests|infrastructure)/([^/]+)/' },
      to: { path: '^(packages|apps)/([^/]+)/', pathNot: '^(packages|apps|tests|infrastructure)/$2/', dependencyTypes: ['local'] },
      comment: 'Import the package by its name; what is not in its index.ts is its own business.',
    }),
    mayImport('packages/contracts', [], 'contracts is the wire alone: nothing but zod.'),
    mayImport('packages/world-core', ['contracts'], 'world-core is pure: pass what it needs as arguments.'),
    mayImport('packages/art', ['contracts'], 'art draws from contracts alone.'),
    mayImport('packages/db', ['contracts'], 'db knows no domain: hand in what it needs.'),
    mayImport('packages/service-kit', ['contracts'], 'service-kit is handed databases, Redis and Kafka.'),
    mayImport('packages/chat', ['contracts', 'db', 'service-kit'], 'chat is a domain: no transport, no app.'),
    mayImport('packages/redis', ['contracts', 'service-kit'], 'redis implements what service-kit declares.'),
    mayImport('packages/kafka', ['contracts', 'service-kit'], 'kafka implements what service-kit declares.'),
    mayImport('packages/client', ['contracts', 'world-core'], 'client runs in browsers: no server package.'),
    mayImport('packages/ui', ['art'], 'ui is presentational: data comes through props.'),
    mayImport('apps/web', ['contracts', 'world-core', 'client', 'ui', 'art'], 'web runs in browsers: no server package.'),
    ...SERVER_APPS.map((app) =>
      mayImport(
        `apps/${app}`,
        ['contracts', 'db', 'service-kit', 'chat', 'redis', 'kafka', 'art', 'world-core'],
        'A service imports server packages; what two apps need moves into a package.',
      ),
    ),
    never('test-kit-knows-no-app', {
      from: { path: '^packages/test-kit/' },
      to: { path: '^apps/' },
      comment: 'Tests of several apps live in tests/system.',
    }),
    never('pure-has-no-node', {
      from: { path: PURE, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
      comment: 'This runs in browsers too: hand in what Node would give.',
    }),
    never('contracts-only-zod', {
      from: { path: '^packages/contracts/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm'], pathNot: 'node_modules/zod/' },
      comment: 'contracts imports zod and nothing else.',
    }),
    never('chat-has-no-transport', {
      from: { path: '^packages/chat/src/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/(express|socket\\.io)/' },
      comment: 'Hand in a broadcaster.',
    }),
    never('tests-stay-out', {
      from: { pathNot: '\\.(test|spec)\\.tsx?$|^tests/|^packages/test-kit/|vitest|testing/' },
      to: { path: '^packages/test-kit/|^tests/' },
      comment: 'Product code never imports test code.',
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|preview|gallery)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
