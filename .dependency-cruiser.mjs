import { vettedLicences } from './tools/vetted-licences.ts'

/** Who may use whom. Read it downwards: nothing uses what stands below it. */
const register = ['ledger', 'statement', 'access', 'lists', 'register']
const mayUse = {
  ledger: [],
  statement: ['ledger'],
  access: ['ledger', 'statement'],
  lists: ['ledger', 'statement', 'access'],
  register: ['ledger', 'statement', 'access', 'lists'],
  choices: register,
  recipients: [...register, 'choices'],
  work: [...register, 'choices', 'recipients'],
  dealings: [...register, 'choices', 'recipients', 'work'],
  mail: [...register, 'choices', 'recipients', 'work'],
  marketing: [...register, 'choices', 'recipients'],
  exchange: [...register, 'choices', 'recipients', 'work'],
  website: [...register, 'choices', 'recipients'],
  rights: [...register, 'choices', 'recipients', 'work', 'website'],
  oversight: [...register, 'choices', 'recipients', 'rights'],
  keeping: [...register, 'choices', 'recipients', 'rights', 'oversight'],
}

/** Files that only decide: what a database, a network or a disk says is handed to them. */
const nouns = [
  '^src/ledger/(leaf|merkle|checkpoint|signed-note|fault)[.]ts$',
  '^src/statement/(read|lint|draft|render|compare|template|schema)/',
  '^src/statement/(format|read|policy|compile|maps|canonical|lint|draft|render)[^/]*[.]ts$',
  // A deed is named by two words, a view in the plural; what else has one word is a noun.
  '^src/(lists|register|choices|recipients|work|dealings|mail|marketing|exchange|website|rights|oversight|keeping)/(?!(index|tables|routes|pages|jobs|holding|grants|paging|touch|asked)[.])[a-z]+[a-rt-z][.]ts$',
]

const tests = '[.](test|fixture)[.]ts$'
const modules = `^src/(${Object.keys(mayUse).join('|')})/`
const speaksHttp =
  '(^|[/-])(routes|pages|api)[.]ts$|/(routes|pages|api)/|[.](routes|pages)[.]ts$|^src/access/(protect|session)[^/]*[.]ts$'

const friends = Object.entries(mayUse).map(([module, used]) => ({
  name: `${module}-uses-only-its-friends`,
  comment: `${module} may use ${['platform', ...used].join(', ')}. Move the code down, hand the thing over as an argument, or let app.ts join the two.`,
  severity: 'error',
  from: { path: `^src/${module}/`, pathNot: tests },
  to: { path: '^(src|web|bin|bench)/', pathNot: `^src/(${['platform', module, ...used].join('|')})/` },
}))

const rules = {
  'through-the-front-door': {
    comment:
      'Import another module as #module. If what you need is not in its index.ts, ask whether it should be, and export it there.',
    from: { path: '^src/([^/]+)/', pathNot: tests },
    to: { path: modules, pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$'] },
  },
  'through-the-front-door-from-above': {
    comment: 'app.ts and its like import a module as #module; only database.ts knows the tables.',
    from: { path: '^(src|bench|bin)/[^/]+[.]ts$' },
    to: { path: modules, pathNot: ['^src/[^/]+/index[.]ts$', '^src/[^/]+/tables[.]ts$'] },
  },
  'tables-stay-home': {
    comment: "A module's tables are its own. Ask its views and deeds, or let it export a named SQL function.",
    from: { path: '^src/([^/]+)', pathNot: '^src/database[.]ts$' },
    to: { path: '^src/[^/]+/tables[.]ts$', pathNot: '^src/$1/' },
  },
  'platform-knows-no-domain': {
    comment:
      'The platform is below every module: give it a parameter or a port, and let the module pass its own words in.',
    from: { path: '^src/platform/' },
    to: { path: '^(src|web|bin|bench)/', pathNot: '^src/platform/' },
  },
  'http-stays-in-routes-and-pages': {
    comment: 'Throw a Refusal, return a value: only routes.ts and pages.ts know that somebody asked over HTTP.',
    from: { path: modules, pathNot: [speaksHttp, tests] },
    to: { path: 'node_modules/(@fastify|fastify)/|^(node:)?https?$|^src/platform/http[.]ts$' },
  },
  'nouns-are-pure': {
    comment: 'A noun decides on what it is given. Read in a view, change in a deed, and hand the values to the noun.',
    from: { path: nouns, pathNot: [tests, speaksHttp] },
    to: {
      path: 'node_modules/(kysely|pg|fastify|@fastify)/|^(node:)?(fs|fs/promises|net|http|https|child_process|dns|os)$|^src/platform/(pools|databases|postgres|http|mail|jobs)[.]ts$',
    },
  },
  'database-only-through-the-doors': {
    comment: 'People are read in look() and changed in perform(): take an Act or a Look instead of a connection.',
    from: { path: modules, pathNot: [tests, '^src/(ledger|statement)/'] },
    to: { path: 'node_modules/pg/|^src/platform/(pools|databases|roles)[.]ts$', dependencyTypesNot: ['type-only'] },
  },
  'connectors-only-from-app': {
    comment: 'Declare a port where it is needed and let app.ts choose the connector that fills it.',
    from: { path: '^src/', pathNot: '^src/(app[.]ts|connectors/)' },
    to: { path: '^src/connectors/' },
  },
  'web-never-imports-src': {
    comment: 'The desk is a client: its types come from the HTTP contract.',
    from: { path: '^web/' },
    to: { path: '^(src|test|bin|tools)/' },
  },
  'no-cycles': {
    comment: 'Find the third file that both need, and give it a name.',
    from: { path: '^(src|web)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  'no-orphans': {
    comment: 'Nothing uses this file and it uses nothing: remove it, or connect it.',
    from: { orphan: true, path: '^src/', pathNot: [tests, '^src/(main|app)[.]ts$', '^src/access/pages/passkey[.]js$'] },
    to: {},
  },
  'no-test-imports': {
    comment: 'What production needs does not live in a test.',
    from: { path: '^(src|bin|bench|web)/', pathNot: [tests, '^bin/(test|screens)[.]ts$'] },
    to: { path: ['^test/', tests] },
  },
  'not-to-dev-dep': {
    comment:
      'An installed register has no development packages: move it to dependencies, with its line in docs/dependencies.md.',
    from: { path: '^src/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  'no-unlisted-package': {
    comment: 'Add the package to package.json and docs/dependencies.md, or do without it.',
    from: { path: '^(src|test|bin|bench|tools)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
  },
  'licence-vetted': {
    comment:
      'This licence is not on the list of tools/vetted-licences.ts: read it, then add it there or choose another package.',
    from: { path: '^(src|bin|web)/' },
    to: {
      dependencyTypes: ['npm'],
      licenseNot: `^(${vettedLicences.join('|').replaceAll('.', '[.]')})$`,
      pathNot: 'node_modules/ical[.]js/', // MPL-2.0, read by hand: its name ends like a file's, and the cruiser does not find its licence
    },
  },
}

export default {
  forbidden: [...friends, ...Object.entries(rules).map(([name, rule]) => ({ name, severity: 'error', ...rule }))],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
  },
}
