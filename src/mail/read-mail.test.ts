import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readBody, readHead } from './read-mail.ts'
import { safeHtml, wordsOf } from './safe-html.ts'

const mail = (head: string[], body = '', encoding: BufferEncoding = 'utf8') =>
  Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`, encoding)
const plain = [
  'From: Eero Salo <Eero.Salo@Kivela.example>',
  'To: myynti@valo.example',
  'Message-ID: <1@kivela.example>',
]

test('a head says who wrote to whom, in the form in which the register keeps addresses', async () => {
  const head = await readHead(
    mail([
      ...plain,
      'Cc: Ryhmä: a@b.example, ei-osoite;',
      'Subject: =?utf-8?Q?Tarjouspyynt=C3=B6?=',
      'References: <0@x.example>',
      'In-Reply-To: <0@x.example>',
    ]),
  )
  assert.deepEqual(
    head.correspondents.map(({ role, address }) => [role, address]),
    [
      ['from', 'eero.salo@kivela.example'],
      ['to', 'myynti@valo.example'],
      ['cc', 'a@b.example'],
    ],
  )
  assert.deepEqual(
    [head.messageId, head.references, head.subject, head.isAutomatic],
    ['<1@kivela.example>', ['<0@x.example>'], 'Tarjouspyyntö', false],
  )
})

test('a head in Windows-1252 without saying so, and a body that says UTF-8 and is not, are still read', async () => {
  const raw = mail(
    [...plain.slice(1), 'From: Pääkkönen <p@x.example>', 'Subject: Lämpöä', 'Content-Type: text/plain; charset=utf-8'],
    'Hyvää päivää',
    'latin1',
  )
  assert.equal((await readHead(raw)).subject, 'Lämpöä')
  assert.equal((await readHead(raw)).correspondents.find(({ role }) => role === 'from')?.name, 'Pääkkönen')
  assert.equal((await readBody(raw)).text, 'Hyvää päivää')
})

test('a mail without Message-ID is known by its head, each time by the same', async () => {
  const raw = mail(plain.slice(0, 2))
  const [one, two] = [await readHead(raw), await readHead(raw)]
  assert.match(one.messageId, /^<[0-9a-f]{64}@without-id\.invalid>$/)
  assert.equal(one.messageId, two.messageId)
})

test('of thousands of recipients two hundred are looked at, and the others are counted', async () => {
  const many = Array.from({ length: 5000 }, (_, at) => `p${at}@x.example`).join(', ')
  const { correspondents, beyond } = await readHead(mail([plain[0] as string, `To: ${many}`]))
  assert.deepEqual([correspondents.length, beyond], [200, 4801])
})

test('what a machine sent is known as such: answers, lists, bounces (RFC 3834)', async () => {
  for (const line of [
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'List-Id: <a.b.example>',
    'Return-Path: <>',
    'Content-Type: multipart/report; boundary=x',
  ])
    assert.equal((await readHead(mail([...plain, line]))).isAutomatic, true, line)
  assert.equal((await readHead(mail([...plain, 'Auto-Submitted: no']))).isAutomatic, false)
  assert.equal((await readHead(mail(['From: MAILER-DAEMON@x.example']))).isAutomatic, true)
})

test('to whom a blind copy was delivered is found in the lines that servers add', async () => {
  const { deliveredTo } = await readHead(
    mail([
      ...plain,
      'Delivered-To: info+bcc-abc@valo.example',
      'Received: from x by y for <info+bcc-def@valo.example>; Mon, 2 Mar 2026 12:00:00 +0200',
    ]),
  )
  assert.deepEqual(deliveredTo, ['info+bcc-abc@valo.example', 'info+bcc-def@valo.example'])
})

test('a body becomes text and safe markup, its files are named, and no identity code is kept (S5.15)', async () => {
  const raw = mail(
    [...plain, 'Content-Type: multipart/mixed; boundary=B'],
    [
      '--B',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p onclick="x()">Hei <b>vaan</b> 131052-308T</p><img src="https://t.example/p.gif"><script>alert(1)</script>',
      '--B',
      'Content-Type: application/pdf; name="tarjous.pdf"',
      'Content-Disposition: attachment; filename="../tarjous.pdf"',
      '',
      'PDF',
      '--B--',
    ].join('\r\n'),
  )
  const { text, html, attachments } = await readBody(raw)
  assert.equal(text, 'Hei vaan […]')
  assert.equal(html, '<p>Hei <b>vaan</b> […]</p>')
  assert.deepEqual(
    attachments.map(({ name, type }) => [name, type]),
    [['.._tarjous.pdf', 'application/pdf']],
  )
})

test('nothing that is fetched, run, styled or posted survives', () => {
  for (const bad of [
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{background:url(//t.example)}</style>',
    '<svg><script>1</script></svg>',
    '<form action="//t.example"><input></form>',
    '<iframe src="//t.example"></iframe>',
    '<link rel=prefetch href=//t.example>',
    '<p style="background:url(//t.example)">x</p>',
    '<a href="//t.example">x</a>',
    '<video poster="//t.example">',
    '<math><mtext><img src=x></mtext></math>',
    '<base href="//t.example">',
  ])
    assert.doesNotMatch(safeHtml(bad), /src|on\w+=|style|script|action|poster|\/\/t\.example|svg|base/i, bad)
  assert.equal(safeHtml('<a href="https://valo.example/x">x</a>'), '<a href="https://valo.example/x">x</a>')
  assert.equal(wordsOf('<h1>Hei</h1><p>a<br>b</p><ul><li>c</li></ul>'), 'Hei\n\na\nb\n\n * c')
})

test('whatever bytes come, a mail is read without a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 600 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      async (bytes, words) => {
        for (const raw of [
          Buffer.from(bytes),
          mail([...plain, `Subject: ${words}`, 'Content-Type: multipart/mixed; boundary=B'], `--B\r\n${words}`),
        ]) {
          const [head, body] = [await readHead(raw), await readBody(raw)]
          assert.ok(head.messageId.length <= 998 && head.subject.length <= 400)
          assert.ok(!`${head.subject}${body.text}`.includes('\u0000'))
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('deep nesting and a torn multipart are no reason to stop', async () => {
  const deep = Array.from(
    { length: 300 },
    (_, at) => `--B${at}\r\nContent-Type: multipart/mixed; boundary=B${at + 1}\r\n`,
  ).join('\r\n')
  const raw = mail([...plain, 'Content-Type: multipart/mixed; boundary=B0'], deep)
  assert.equal((await readHead(raw)).messageId, '<1@kivela.example>')
  assert.equal((await readBody(raw)).text, '')
  assert.ok(wordsOf('<div>'.repeat(5000)).length < 100)
  assert.ok(safeHtml('<div>'.repeat(5000)).length < 10_000)
})
