import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../src', import.meta.url))

/** Whoever opens a connection that leaves the machine, and what asks first. Nobody else may (S8.4, S9.6). */
const goingOut: Record<string, string> = {
  'mail/imap-line.ts': 'a mailbox’s own server: refuseUnlessOurs() asks before each line',
  'platform/post-form.ts':
    'a mail service’s tokens: refuseUnlessOurs() asks before each request and says which address',
  'mail/read-folder.ts': 'speaks on the line that imap-line.ts opened',
  'marketing/sending-of.ts': 'opens a campaign’s line: mayGo() asks before each round',
  'mail/smtp-line.ts': 'a mailbox’s own server: refuseUnlessOurs() asks before each line',
  'platform/mail.ts': 'mailThrough() asks before each letter; serve.ts hands out nothing else',
  'platform/smtp-line.ts': 'lines for mail.ts, and for campaigns, whose mayGo() asks before each round',
}

/** Whoever speaks over the network with the register's own database, with a browser that asked, or with itself. */
const inside: Record<string, string> = {
  'access/pages/passkey.js': 'runs in the browser and asks the page’s own server',
  'demo/mailbox.ts': 'the demo’s own mailbox on loopback: it receives',
  'demo/website/stand-ins.ts': 'the demo’s invented services on loopback',
  'demo/website/start-house.ts': 'the demo’s own website on loopback',
  'platform/free-port.ts': 'listens for a moment to find a free port',
}
const ownDatabase =
  /^platform\/(copy-in|copy-out|databases|jobs|lanes|listener|marks|migrate|pools|postgres|roles|spare-database)\.ts$/

const opens =
  /\bfetch\(|createTransport|from '(node:)?(https?|http2|net|tls|dgram)'|import\('(node:)?(https?|http2|net|tls)'\)|from '(undici|axios|imapflow|ws|nodemailer|nodemailer\/lib\/smtp-connection)'|openSmtpLine\(|new (WebSocket|EventSource)\(|new pg\.(Client|Pool)|new Client\(/

/** Routes whose answer is meant to be carried out of the house, and what each asks or why it need not. */
const carriedOut: Record<string, string> = {
  'dealings/bookkeeping/bookkeeping.routes.ts /bookkeeping/vouchers.csv':
    'the vouchers of a month for the controller’s own books: a declared routine output, everybody in it in the access log',
  'dealings/routes.ts /invoices/:id/collection.csv':
    'a debt for its collector: a routine output, asked of refuseUnlessUnder each time; noted when it went to collection, or with the first file',
  'exchange/export/export.routes.ts /lists/:list/export':
    'export-list.ts asks refuseUnlessTo for whomever the file is, and notes it; without one it stays in the house',
  'exchange/export/export.routes.ts /lists/:list/report/export':
    'export-report.ts asks the same where its groups name anybody, and notes it',
  'dealings/papers/papers.routes.ts /quotes/:id/paper.pdf':
    'the document of a customer, for the customer: a routine output',
  'dealings/papers/papers.routes.ts /orders/:id/paper.pdf': 'the same; its mail asks mayGoTo at the door of all mail',
  'dealings/papers/papers.routes.ts /deliveries/:id/paper.pdf': 'the same',
  'dealings/papers/papers.routes.ts /invoices/:id/paper.pdf': 'the same',
  'dealings/papers/papers.routes.ts /reminders/:id/paper.pdf': 'the same',
  'dealings/invoices/reminder-runs.routes.ts /reminder-runs/:id/letters.pdf':
    'reminders of a round to their customers, for the envelopes: a routine output',
  'dealings/papers/paper-settings.routes.ts /paper-settings/sample.pdf': 'a paper to an invented customer',
  'marketing/letters/routes.ts /campaigns/:id/letter.pdf': 'a trial of a letter, which nobody receives',
  'marketing/routes.ts /campaigns/:id/audience': 'shown on the desk’s screen under the gate: it leaves no file',
  'rights/letter.routes.ts /request-letters/:id/letter.pdf': 'a letter to the person it is about, for the envelope',
  'register/person-routes.ts /people/:id/statement.pdf': 'the published statement, which says nothing about anybody',
  'website/short-addresses.routes.ts /statement.pdf': 'the published statement',
  'website/statement.pages.ts /:language/versions/:version/statement.pdf': 'the published statement',
}

async function sources(ending: RegExp) {
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => ending.test(file) && !/\.(test|fixture)\.ts$/.test(file),
  )
  assert.ok(files.length > 0)
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(`${root}/${file}`, 'utf8') })))
}

test('nothing opens a connection out of the house but those listed here with what asks first', async () => {
  const found = (await sources(/\.(ts|js|mjs)$/)).filter(({ text }) => opens.test(text)).map(({ file }) => file)
  const unknown = found.filter((file) => !(file in goingOut) && !(file in inside) && !ownDatabase.test(file))
  assert.deepEqual(unknown, [])
  assert.deepEqual(
    Object.keys({ ...goingOut, ...inside }).filter((file) => !found.includes(file)),
    [],
    'listed and no longer so',
  )
})

test('the server hands out mail only through the door that asks', async () => {
  const makers = (await sources(/\.ts$/)).filter(({ text }) => /\bmailOut\(/.test(text)).map(({ file }) => file)
  assert.deepEqual(makers.sort(), ['platform/mail.ts', 'serve.ts'])
  assert.match(await readFile(`${root}/serve.ts`, 'utf8'), /mailThrough\(register, mailOut\(/)
})

test('every route whose answer is carried out of the house is listed with what it asks', async () => {
  const routes = (await sources(/(routes|pages)\.ts$/)).flatMap(({ file, text }) =>
    [...text.matchAll(/'(\/[^']*(?:export|extract|release|audience|\.csv|\.pdf|\.zip|\.xlsx)[^']*)'/g)].map(
      ([, path]) => `${file} ${path}`,
    ),
  )
  const unknown: string[] = []
  for (const route of new Set(routes)) {
    if (route in carriedOut) continue
    const text = await readFile(`${root}/${route.split(' ')[0]}`, 'utf8')
    if (!/\b(refuseUnlessTo|mayGoTo)\(/.test(text)) unknown.push(route)
  }
  assert.deepEqual(unknown, [])
})

test('a planted connection is seen', () => {
  for (const planted of [
    "await fetch('https://hooks.example')",
    "import { request } from 'node:https'",
    "import { connect } from 'node:net'",
    'createTransport({ url })',
    "new WebSocket('wss://x.example')",
  ])
    assert.match(planted, opens)
})
