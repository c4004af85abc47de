// Who may import whom, type imports included. The pictures are in CONTRIBUTING.md.
const ROOMS =
  'request|validate|encode|transport|decode|normalize|accumulate|result|resources|structured|tools|cassette';
const SHARED = 'model|errors|primitives';
const TESTS = '\\.(?:test|test-d)\\.ts$|/test/|\\.config\\.ts$';

/** What the source of one package may import of the others. */
function packageRule(name, allowed) {
  return {
    name: `${name}-imports-${allowed.length > 0 ? allowed.join('-and-') : 'no-sibling'}`,
    severity: 'error',
    comment: `@hermes4/${name} may import ${allowed.map((other) => `@hermes4/${other}`).join(', ') || 'no other package'}.`,
    from: { path: `^packages/${name}/src/`, pathNot: TESTS },
    to: { path: '^(?:packages|apps)/', pathNot: `^packages/(?:${[name, ...allowed].join('|')})/` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'rooms-are-strangers',
      severity: 'error',
      comment: 'Rooms meet in client, and share only model, errors and primitives.',
      from: { path: `^packages/core/src/(${ROOMS})/`, pathNot: TESTS },
      to: {
        path: '^packages/core/src/',
        pathNot: `^packages/core/src/(?:$1|${SHARED})/`,
      },
    },
    {
      name: 'shared-lies-below',
      severity: 'error',
      comment:
        'What all rooms share knows none of them. Errors and the model know of each other as types.',
      from: { path: `^packages/core/src/(?:${SHARED})/`, pathNot: TESTS },
      to: { path: '^packages/core/src/', pathNot: `^packages/core/src/(?:${SHARED})/` },
    },
    {
      name: 'model-has-no-run-time',
      severity: 'error',
      from: { path: '^packages/core/src/model/' },
      to: { path: '^packages/core/src/(?!model/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-depends-on-nothing',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: TESTS },
      to: { pathNot: '^packages/core/src/' },
    },
    {
      name: 'server-engines-are-strangers',
      severity: 'error',
      comment:
        'An engine knows what engines are, how tokens are drawn, and how to refuse; nothing of the server around it, and no other engine.',
      from: { path: '^packages/server/src/engine/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^packages/server/src/',
        pathNot:
          '^packages/server/src/(?:engine/(?:$1/|engine\\.ts)|sampling/|clock\\.ts|refusal\\.ts)',
      },
    },
    {
      name: 'server-rooms-are-strangers',
      severity: 'error',
      comment: 'Rooms of the server meet in create-local-server.',
      from: {
        path: '^packages/server/src/(account|dialect|door|faults|observe|prompt|resume|sampling|tap|timing)/',
        pathNot: TESTS,
      },
      to: {
        path: '^packages/server/src/[^/]+/',
        pathNot:
          '^packages/server/src/$1/|^packages/server/src/answer/(?:identity|error-body)\\.ts',
      },
    },
    {
      name: 'server-runs-anywhere',
      severity: 'error',
      comment: 'Only src/node may use what Node alone has.',
      from: { path: '^packages/server/src/(?!node/)', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-redis-stays-aside',
      severity: 'error',
      comment: 'Whoever counts limits in memory loads nothing of a Redis.',
      from: { path: '^packages/server/src/(?!redis(?:/|\\.ts$))', pathNot: TESTS },
      to: { path: '^packages/server/src/redis|/ioredis/' },
    },
    packageRule('core', []),
    packageRule('node', ['core']),
    packageRule('browser', ['core']),
    packageRule('server', ['core']),
    packageRule('ai-sdk', ['core']),
    packageRule('cli', ['core', 'node', 'server']),
    {
      name: 'nothing-imports-apps',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-use-public-doors',
      severity: 'error',
      comment: 'What users cannot import, apps must not.',
      from: { path: '^apps/' },
      to: { path: '^packages/(?!tooling/)[^/]+/(?:src|dist/internal)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '/dist/[^/]*\\.map$|\\.turbo' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.json'],
    },
  },
};
