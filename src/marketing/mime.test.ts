import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import PostalMime from 'postal-mime'
import { dkimKeyOf, signedMime } from './dkim.ts'
import { asciiAddress } from './header.ts'
import { type Mail, mimeOf, rawOf } from './mime.ts'

const mail: Mail = {
  from: { name: 'Valo Energia Oy', address: 'info@valo.example' },
  replyTo: { name: 'Valo Energia Oy', address: 'info@valo.example' },
  to: { name: 'Äijö Öhman', address: 'aijo.ohman@ostaja.example' },
  subject: 'Kevään lämpöillat – tule kuuntelemaan, miten kerrostalo säästää puolet lämmityksestään',
  date: new Date('2026-03-02T10:00:00Z'),
  id: '0190a0b0-0000-7000-8000-000000000001',
  domain: 'register.valo.example',
  list: { name: 'Uutiset, Valo Energia Oy', id: 'news' },
  unsubscribe: { https: 'https://register.valo.example/u/abc', mailto: 'mailto:info@valo.example?subject=unsubscribe' },
  language: 'fi',
  text: 'Hei Äijö,\n\ntervetuloa! \nRivi, joka on niin pitkä, että se on katkaistava ennen kuin se ylittää seitsemänkymmentäkuusi merkkiä.\n.\n',
  html: '<p>Hei Äijö, tervetuloa!</p>',
}

test('a marketing mail has these headers and no others, byte for byte', () => {
  const made = mimeOf(mail)
  assert.ok(made)
  assert.deepEqual(made.headers.join('\n').replaceAll('\r\n', '\n').split('\n'), [
    'From: "Valo Energia Oy" <info@valo.example>',
    'Reply-To: "Valo Energia Oy" <info@valo.example>',
    'To: =?UTF-8?B?w4RpasO2IMOWaG1hbg==?=',
    ' <aijo.ohman@ostaja.example>',
    'Subject: =?UTF-8?B?S2V2w6TDpG4gbMOkbXDDtmlsbGF0IOKAkyB0dWxlIGt1dW50ZWxl?=',
    ' =?UTF-8?B?bWFhbiwgbWl0ZW4ga2Vycm9zdGFsbyBzw6TDpHN0w6TDpCBwdW9sZXQgbMOk?=',
    ' =?UTF-8?B?bW1pdHlrc2VzdMOkw6Ru?=',
    'Date: Mon, 02 Mar 2026 10:00:00 +0000',
    'Message-ID: <0190a0b0-0000-7000-8000-000000000001@register.valo.example>',
    'List-Id: Uutiset, Valo Energia Oy',
    ' <news.register.valo.example>',
    'List-Unsubscribe: <https://register.valo.example/u/abc>,',
    ' <mailto:info@valo.example?subject=unsubscribe>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Content-Language: fi',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;',
    ` boundary="=_${made.body.slice(4, 36)}"`,
  ])
})

const letter = fc.oneof(
  fc.constantFrom(
    '\r',
    '\n',
    '\r\n',
    '\r\nBcc: thief@x.example',
    '\0',
    '"',
    '\\',
    '<',
    '>',
    ',',
    '=?UTF-8?Q?x?=',
    ' ',
    'ä',
    '€',
    '👩‍👩‍👧',
    '\u2028',
    '\ud800',
    'a'.repeat(200),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const words = fc.array(letter, { maxLength: 12 }).map((parts) => parts.join(''))

test('whatever a name, a subject or a text holds, the mail has the same headers, short lines, and says what it was given', async () => {
  await fc.assert(
    fc.asyncProperty(words, words, words, words, async (name, subject, list, text) => {
      const made = mimeOf({ ...mail, to: { ...mail.to, name }, subject, list: { name: list, id: 'news' }, text })
      assert.ok(made)
      const raw = rawOf(made).toString('latin1')
      const [head = ''] = raw.split('\r\n\r\n')
      assert.match(raw.replaceAll('\r\n', ''), /^[\t -~]*$/)
      assert.ok(!/[^\r]\n|\r[^\n]/.test(raw), 'every line ends in CR LF')
      for (const line of raw.split('\r\n')) assert.ok(line.length <= 78 || !/[ ]/.test(line.trim()), line)
      assert.deepEqual(
        head
          .replace(/\r\n[ \t]+/g, ' ')
          .split('\r\n')
          .map((line) => line.slice(0, line.indexOf(':'))),
        [
          'From',
          'Reply-To',
          'To',
          'Subject',
          'Date',
          'Message-ID',
          'List-Id',
          'List-Unsubscribe',
          'List-Unsubscribe-Post',
          'Content-Language',
          'MIME-Version',
          'Content-Type',
        ],
      )
      const read = await PostalMime.parse(raw)
      assert.equal(read.to?.length, 1)
      assert.equal(read.to?.[0]?.address, 'aijo.ohman@ostaja.example')
      assert.equal(plain(read.to?.[0]?.name ?? ''), plain(name))
      assert.equal(plain(read.subject ?? ''), plain(subject))
      assert.equal(lines(read.text ?? ''), lines(text.toWellFormed()))
    }),
    { numRuns: 400 },
  )
})

const lines = (said: string) => said.replace(/\r\n|\r/g, '\n').replace(/\n+$/, '')
const plain = (said: string) => said.toWellFormed().replace(/[\p{Cc}\u2028\u2029\s]+/gu, '')

test('an address that other servers could not take is refused before it stands in a header', () => {
  assert.equal(asciiAddress('a.b@bücher.example'), 'a.b@xn--bcher-kva.example')
  for (const bad of [
    'ä@x.example',
    'a@x.example\r\nBcc: b@y.example',
    'a b@x.example',
    '<a@x.example>',
    '@x.example',
    'a@',
    'a@x.example>,<b@y.example',
  ])
    assert.equal(mimeOf({ ...mail, to: { name: '', address: bad } }), null, bad)
})

for (const [kind, pair] of [
  ['rsa', generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['ed25519', generateKeyPairSync('ed25519')],
] as const) {
  test(`another’s eyes find the ${kind} signature right, with both unsubscribe headers inside it, and a changed byte wrong`, async () => {
    const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const made = mimeOf(mail)
    assert.ok(made)
    const raw = rawOf(signedMime(made, dkimKeyOf('valo.example', 's1', pem), new Date()))
    const [found] = (await verified(raw, kind, pair.publicKey)).results
    assert.equal(found?.status.result, 'pass', JSON.stringify(found?.status))
    assert.equal(found?.status.aligned, 'valo.example')
    for (const name of ['List-Unsubscribe', 'List-Unsubscribe-Post', 'From', 'Subject', 'To', 'Date', 'Message-ID'])
      assert.ok(
        found?.signingHeaders?.keys.split(/:\s*/).some((key: string) => key.toLowerCase() === name.toLowerCase()),
        name,
      )

    const changed = Buffer.from(raw.toString('latin1').replace('One-Click', 'Two-Click'), 'latin1')
    assert.notEqual((await verified(changed, kind, pair.publicKey)).results[0]?.status.result, 'pass')
  })
}

function verified(raw: Buffer, kind: 'rsa' | 'ed25519', key: KeyObject) {
  const der = key.export({ type: 'spki', format: 'der' })
  const p = (kind === 'rsa' ? der : der.subarray(-32)).toString('base64')
  const resolver = async (name: string, type: string) => {
    if (name === 's1._domainkey.valo.example' && type === 'TXT') return [[`v=DKIM1; k=${kind}; p=${p}`]]
    throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
  }
  return dkimVerify(raw, { resolver })
}
