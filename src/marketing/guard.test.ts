import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, type GuardCode } from './guard.ts'
import { frame, lawful } from './mail.fixture.ts'
import type { Mail } from './mime.ts'

test('AS-20: a mail with sender, marking, source, the way out and both headers may go', () => {
  assert.deepEqual(faultsOf(lawful(), frame), [])
})

const without = (text: string) => (mail: Mail) => ({
  ...mail,
  text: mail.text.replace(text, ''),
  html: mail.html.replace(text, ''),
})
const with_ = (html: string) => (mail: Mail) => ({ ...mail, html: mail.html.replace('</body>', `${html}</body>`) })

const refused: [string, GuardCode, (mail: Mail) => Mail][] = [
  ['no business ID of the sender', 'SENDER_NOT_SHOWN', without('0000017-4')],
  [
    'a sender who calls itself otherwise',
    'SENDER_NOT_SHOWN',
    (mail) => ({ ...mail, from: { ...mail.from, name: 'Maija' } }),
  ],
  ['no word that it is marketing', 'NOT_RECOGNISABLE_AS_MARKETING', without('Mainos')],
  [
    'the word only where nobody sees it',
    'NOT_RECOGNISABLE_AS_MARKETING',
    (mail) => ({ ...mail, html: mail.html.replace('<p>Mainos</p>', '<p style="display:none">Mainos</p>') }),
  ],
  ['no word of where the address came from', 'ADDRESS_SOURCE_NOT_SHOWN', without('tilaus')],
  [
    'no link out in the text',
    'UNSUBSCRIBE_LINK_MISSING',
    (mail) => ({ ...mail, text: mail.text.replace(/Peru.*/, '') }),
  ],
  [
    'no link out in the HTML',
    'UNSUBSCRIBE_LINK_MISSING',
    (mail) => ({ ...mail, html: mail.html.replace(/<a href="https:\/\/register[^"]*"/, '<a') }),
  ],
  [
    'no one-click address',
    'UNSUBSCRIBE_HEADERS_MISSING',
    (mail) => ({ ...mail, unsubscribe: { ...mail.unsubscribe, https: '' } }),
  ],
  [
    'no address to write to',
    'UNSUBSCRIBE_HEADERS_MISSING',
    (mail) => ({ ...mail, unsubscribe: { ...mail.unsubscribe, mailto: 'info@valo.example' } }),
  ],
  ['a pixel', 'REMOTE_RESOURCE', with_('<img src="https://x.example/p.gif" width=1>')],
  ['a picture in a style', 'REMOTE_RESOURCE', with_('<p style="background:u&#114;l(//x.example/p)">x</p>')],
  ['an old attribute', 'REMOTE_RESOURCE', with_('<table background="//x.example/p"></table>')],
  ['a style sheet', 'REMOTE_RESOURCE', with_('<link rel=stylesheet href=//x.example/p.css>')],
  [
    'a link with the message’s id',
    'TRACKED_LINK',
    with_('<a href="https://x.example/?m=0190a0b0-0000-7000-8000-000000000001">x</a>'),
  ],
  [
    'a link with the reader’s address',
    'TRACKED_LINK',
    with_('<a href="https://x.example/?e=aijo.ohman%40ostaja.example">x</a>'),
  ],
  [
    'a link with the address in disguise',
    'TRACKED_LINK',
    with_(`<a href='https://x.example/${Buffer.from('aijo.ohman@ostaja.example').toString('base64')}'>x</a>`),
  ],
  [
    'a tracked link in the text',
    'TRACKED_LINK',
    (mail) => ({ ...mail, text: `${mail.text}\nhttps://x.example/?mc_eid=1` }),
  ],
]

for (const [what, code, spoil] of refused) {
  test(`AS-20: ${what} is refused`, () => assert.deepEqual(faultsOf(spoil(lawful()), frame), [code]))
}
