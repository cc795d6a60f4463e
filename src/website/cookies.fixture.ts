import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { anApp, host, origin } from '#test/app'
import { wordsHashOf } from './cookie-words.ts'
import { askedServices, type Catalogue, catalogueOf } from './cookies.ts'

/** The website that the demo's statement names. */
export const house = 'https://www.valo.example'

/** The application with hands that choose about cookies as the embed and the page without script do. */
export async function aCookieApp() {
  const site = await anApp()
  const { app, register } = site
  const owner = register.db.owner()

  function inForce(): Catalogue {
    const published = register.current()
    assert.ok(published)
    return catalogueOf(published)
  }

  function scopeOf(id: string) {
    return askedServices(inForce()).find((one) => one.id === id)?.scope ?? ''
  }

  async function receipts() {
    return (await owner.selectFrom('register.cookie_receipt').select('id').execute()).length
  }

  async function chosen(said: Record<string, boolean>, more: Record<string, string> = {}) {
    const receipt = randomUUID()
    const text = Object.entries(said)
      .map(([id, yes]) => `${scopeOf(id)}.${yes ? 1 : 0}`)
      .join('~')
    const answer = await sent({ receipt, said: text, ...more })
    assert.equal(answer.statusCode, 201, answer.body)
    assert.deepEqual(answer.cookies, [])
    return receipt
  }

  function sent(more: Record<string, string>, headers: Record<string, string> = {}) {
    const { hash, version } = inForce()
    const usual = {
      receipt: randomUUID(),
      follows: '',
      way: 'banner',
      language: 'fi',
      said: `${scopeOf('mittari')}.1`,
      version: String(version),
      catalogue: hash,
      words: wordsHashOf(inForce(), 'fi'),
      gpc: '',
    }
    return app.inject({
      method: 'POST',
      url: '/receipts',
      headers: {
        host,
        origin: house,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      payload: new URLSearchParams({ ...usual, ...more }).toString(),
    })
  }

  function posted(payload: string, headers: Record<string, string> = {}) {
    return app.inject({
      method: 'POST',
      url: '/fi/cookies/',
      headers: { host, origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload,
    })
  }

  return { ...site, owner, inForce, scopeOf, receipts, chosen, sent, posted }
}
