import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attribute, html, safeAddress, trusted } from './html.ts'

test('a value in a template is escaped, in text and in an attribute', () => {
  const typed = `"><script>alert('x')</script>&`
  assert.equal(
    html`<p title="${typed}">${typed}</p>`.markup,
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
  )
})

test('markup inside markup is not escaped twice, and lists need no joining', () => {
  const items = ['Äiti & poika', 'Öljy'].map((item) => html`<li>${item}</li>`)
  assert.equal(html`<ul>${items}</ul>`.markup, '<ul><li>Äiti &amp; poika</li><li>Öljy</li></ul>')
})

test('nothing, null and false leave no trace, zero does', () => {
  assert.equal(html`${undefined}${null}${false}${0}${trusted('<br>')}`.markup, '0<br>')
})

test('no text whatever opens a tag or ends an attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.doesNotMatch(html`${text}`.markup, /[<>"']/)
    }),
  )
})

test('an attribute without a value is left out', () => {
  assert.equal(html`<a${attribute('lang', undefined)}${attribute('id', 'S4.12')}>`.markup, '<a id="S4.12">')
})

test('an address that would run a script leads nowhere', () => {
  for (const address of ['javascript:alert(1)', 'JavaScript:x', 'data:text/html,x', 'vbscript:x', ' javascript:x']) {
    assert.equal(safeAddress(address), '#', address)
  }
  for (const address of [
    'https://tietosuoja.fi',
    'mailto:a@b.example',
    '/statement',
    '../x',
    'sv.html',
    '#S4.1',
    'versions/3/',
  ]) {
    assert.equal(safeAddress(address), address)
  }
})
