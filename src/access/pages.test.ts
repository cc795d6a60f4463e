import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp, type TestApp } from '#test/app'
import { codeAt } from './authenticator.ts'
import { setupLink } from './set-up.ts'

const good = 'kolme vihreää hylkeenpoikasta'
const form = (payload: Record<string, string>, cookie = '') => ({
  payload: new URLSearchParams(payload).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...(cookie ? { cookie } : {}) },
})
const page = (cookie = '') => ({ headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } })
const pathOf = (link: string) => new URL(link).pathname
const cookieOf = (answer: { cookies: { name: string; value: string }[] }, name = 'seloste') =>
  `${name}=${answer.cookies.find((cookie) => cookie.name === name)?.value}`
const keyIn = (body: string) => (/class="key">([A-Z2-7 ]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '')

test('an invited colleague chooses a password, takes an app into use, and then their duties open', async () => {
  const { ask, as, register, ledger, ids } = await anApp({ statement: null })
  const invitation = { name: 'Aino Harju', email: 'aino.harju@valo.example', duties: ['admin'], reason: 'Deputy' }
  const { id, link } = (await as('tomas')('POST', '/staff', invitation)).json()
  await as('tomas')('POST', `/staff/${id}/undertaking`, { signedOn: '2026-02-27', documentRef: 'HR-12' })

  const shown = await ask('GET', pathOf(link), page())
  assert.equal(shown.statusCode, 200)
  assert.match(shown.body, /Tervetuloa, Aino Harju/)
  assert.deepEqual(shown.cookies, [])

  const poor = await ask('POST', pathOf(link), form({ password: 'salasana1234', again: 'salasana1234' }))
  assert.equal(poor.statusCode, 422)
  assert.match(poor.body, /arvattavissa/)
  const differing = await ask('POST', pathOf(link), form({ password: good, again: 'x' }))
  assert.match(differing.body, /eivät ole samat/)

  const accepted = await ask('POST', pathOf(link), form({ password: good, again: good }))
  assert.deepEqual([accepted.statusCode, accepted.headers.location], [303, '/auth/account'])
  assert.match(String(accepted.headers['set-cookie']), /HttpOnly; SameSite=Lax/)
  const first = cookieOf(accepted)
  const me = await ask('GET', '/me', { headers: { cookie: first } })
  assert.deepEqual(me.json().needs, ['instruction', 'second-factor'])
  assert.deepEqual(
    (await ask('GET', '/staff', { headers: { cookie: first } })).json().code,
    'INSTRUCTION_NOT_ACKNOWLEDGED',
  )
  assert.equal((await ask('POST', pathOf(link), form({ password: good, again: good }))).statusCode, 410)

  await ask('POST', '/auth/instruction', form({ version: '1' }, first))
  const begun = await ask('POST', '/auth/authenticator', form({}, first))
  assert.match(begun.body, /<svg/)
  const key = keyIn(begun.body)
  const wrong = await ask('POST', '/auth/authenticator/confirmation', form({ code: '000000' }, first))
  assert.equal(wrong.statusCode, 422)
  const confirmed = await ask(
    'POST',
    '/auth/authenticator/confirmation',
    form({ code: codeAt(key, register.now()) }, first),
  )
  const second = cookieOf(confirmed)
  assert.equal((await ask('GET', '/me', { headers: { cookie: first } })).statusCode, 401)
  assert.equal((await ask('GET', '/staff', { headers: { cookie: second } })).statusCode, 200)

  assert.deepEqual(
    (await ledger()).map((entry) => entry.replace(id, 'aino')),
    [
      'staff.invited by tomas',
      'duty.granted by tomas',
      'link.made by tomas',
      'undertaking.recorded by tomas',
      'password.set by aino',
      'invitation.accepted by aino',
      'session.opened by aino',
      'instruction.acknowledged by aino',
      'authenticator.begun by aino',
      'authenticator.confirmed by aino',
      'session.opened by aino',
    ],
  )
  assert.notEqual(id, ids.tomas)
})

test('signing in asks the password and then a code, which is good for once', async () => {
  const { ask, register, key, ledger } = await sakuWithApp()
  await register.setClock('2026-03-02T13:00:00+02:00')

  const step = await ask(
    'POST',
    '/auth/sign-in',
    form({ email: ' Saku.Koskela@valo.example', password: good, next: '/desk/people' }),
  )
  assert.deepEqual([step.statusCode, step.headers.location], [303, '/auth/code?next=%2Fdesk%2Fpeople'])
  assert.equal(
    step.cookies.find(({ name }) => name === 'seloste'),
    undefined,
  )
  const code = codeAt(key, register.now())
  const signedIn = await ask('POST', '/auth/code', form({ code, next: '/desk/people' }, cookieOf(step, 'seloste-step')))
  assert.equal(signedIn.headers.location, '/desk/people')
  assert.equal((await ask('GET', '/me', { headers: { cookie: cookieOf(signedIn) } })).json().staff.name, 'Saku Koskela')

  const again = await ask('POST', '/auth/sign-in', form({ email: 'saku.koskela@valo.example', password: good }))
  const replayed = await ask('POST', '/auth/code', form({ code }, cookieOf(again, 'seloste-step')))
  assert.equal(replayed.statusCode, 401)
  assert.match(replayed.body, /already/)
  assert.equal(
    replayed.cookies.find(({ name }) => name === 'seloste'),
    undefined,
  )
  assert.deepEqual((await ledger()).slice(-4), [
    'sign-in.begun by saku',
    'session.opened by auth',
    'sign-in.begun by saku',
    'sign-in.failed by auth',
  ])
})

test('a wrong password says the same for an unknown account, and guessing slows down without locking anybody out', async () => {
  const { ask, app, register, ledger } = await sakuWithApp()
  const before = (await ledger()).length
  const wrong = { email: 'saku.koskela@valo.example', password: 'this is not the password' }
  const titleOf = (body: string) => /role="alert">([^<]+)</.exec(body)?.[1]
  const known = await ask('POST', '/auth/sign-in', form(wrong))
  const unknown = await ask('POST', '/auth/sign-in', form({ ...wrong, email: 'nobody@valo.example' }))
  assert.deepEqual([known.statusCode, titleOf(known.body)], [unknown.statusCode, titleOf(unknown.body)])
  assert.match(known.body, /value="saku\.koskela@valo\.example"/)

  for (let attempt = 0; attempt < 4; attempt++) await ask('POST', '/auth/sign-in', form(wrong))
  const held = await ask('POST', '/auth/sign-in', form({ ...wrong, password: good }))
  assert.deepEqual(
    [held.statusCode, titleOf(held.body)],
    [429, 'There have been many attempts. Wait 60 seconds. A passkey works at once.'],
  )

  const elsewhere = await app.inject({
    method: 'POST',
    url: '/auth/sign-in',
    remoteAddress: '203.0.113.7',
    headers: {
      host: 'register.valo.example',
      origin: 'http://register.valo.example',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ ...wrong, password: good }).toString(),
  })
  assert.equal(elsewhere.statusCode, 303)
  await register.setClock('2026-03-02T12:01:00+02:00')
  assert.equal((await ask('POST', '/auth/sign-in', form({ ...wrong, password: good }))).statusCode, 303)
  assert.deepEqual((await ledger()).slice(before), [
    ...Array(6).fill('sign-in.failed by auth'),
    'sign-in.begun by saku',
    'sign-in.begun by saku',
  ])
})

test('who knows the password and guesses codes waits after five wrong ones', async () => {
  const { ask, ledger } = await sakuWithApp()
  const signIn = () => ask('POST', '/auth/sign-in', form({ email: 'saku.koskela@valo.example', password: good }))
  const before = (await ledger()).length
  for (let guess = 0; guess < 5; guess++) {
    const wrong = form({ code: `00000${guess}` }, cookieOf(await signIn(), 'seloste-step'))
    assert.equal((await ask('POST', '/auth/code', wrong)).statusCode, 401)
  }
  assert.equal((await signIn()).statusCode, 429)
  assert.deepEqual(
    (await ledger()).slice(before),
    Array(5).fill(['sign-in.begun by saku', 'sign-in.failed by auth']).flat(),
  )
})

test('a form that another site sends signs nobody in', async () => {
  const { ask } = await sakuWithApp()
  const sent = form({ email: 'saku.koskela@valo.example', password: good })
  const answer = await ask('POST', '/auth/sign-in', {
    ...sent,
    headers: { ...sent.headers, origin: 'https://elsewhere.example' },
  })
  assert.deepEqual([answer.statusCode, answer.cookies], [403, []])
})

test('signing in leads only to a place of ours', async () => {
  const { ask } = await anApp({ statement: null })
  for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:x']) {
    assert.match(
      (await ask('GET', `/auth/sign-in?next=${encodeURIComponent(next)}`, page())).body,
      /name="next" value="\/desk\/"/,
      next,
    )
  }
})

test('the page of one’s own account asks strangers to sign in, as a page', async () => {
  const { ask, as } = await anApp({ statement: null })
  const answer = await ask('GET', '/auth/account', { headers: { accept: 'text/html', 'accept-language': 'sv' } })
  assert.equal(answer.statusCode, 401)
  assert.match(answer.body, /href="\/auth\/sign-in\?next=%2Fauth%2Faccount"/)
  assert.match(answer.body, /<html lang="sv">/)
  assert.equal((await as('saku')('GET', '/auth/account')).statusCode, 200)
})

test('a lost factor is replaced by link and password together; the link alone opens nothing', async () => {
  const { ask, as, ids, register } = await sakuWithApp()
  const { link } = (await as('tomas')('POST', `/staff/${ids.saku}/link`, { kind: 'second-factor' })).json()
  assert.equal((await ask('POST', pathOf(link), form({ password: 'not the password' }))).statusCode, 401)
  const replaced = await ask('POST', pathOf(link), form({ password: good }))
  assert.equal(replaced.headers.location, '/auth/account')
  assert.deepEqual((await ask('GET', '/me', { headers: { cookie: cookieOf(replaced) } })).json().needs, [
    'second-factor',
  ])
  assert.equal(await register.db.owner().selectFrom('auth.totp').select('staff_id').executeTakeFirst(), undefined)
})

test('a new password by link keeps the second factor and ends every session', async () => {
  const { ask, as, ids } = await sakuWithApp()
  const { link } = (await as('tomas')('POST', `/staff/${ids.saku}/link`, { kind: 'password' })).json()
  const other = 'seitsemän hiljaista lokkia'
  assert.equal(
    (await ask('POST', pathOf(link), form({ password: other, again: other }))).headers.location,
    '/auth/sign-in',
  )
  assert.equal((await as('saku')('GET', '/me')).statusCode, 401)
  const step = await ask('POST', '/auth/sign-in', form({ email: 'saku.koskela@valo.example', password: other }))
  assert.match(String(step.headers.location), /^\/auth\/code/)
})

test('signing out ends the session at the server', async () => {
  const { as, ledger } = await anApp({ statement: null })
  assert.equal((await as('bo')('POST', '/auth/sign-out')).statusCode, 204)
  assert.equal((await as('bo')('GET', '/me')).statusCode, 401)
  assert.deepEqual(await ledger(), ['session.ended by bo'])
})

test('a new register is set up once, by its link, and its first administrator works after a second factor', async () => {
  const { ask, register, ledger } = await anApp({ statement: null }, {}, { staff: false })
  const link = (await setupLink(register, 'http://register.valo.example')) ?? ''
  assert.match(
    (await ask('GET', pathOf(link), { headers: { accept: 'text/html', 'accept-language': 'fi' } })).body,
    /Ota rekisteri käyttöön/,
  )
  const first = {
    name: 'Aino Harju',
    email: 'aino.harju@valo.example',
    language: 'en',
    password: good,
    again: good,
    signedOn: '2026-02-01',
    documentRef: 'Contract',
    read: 'on',
  }
  const shared = await ask('POST', pathOf(link), form({ ...first, email: 'info@valo.example' }))
  assert.equal(shared.statusCode, 422)
  assert.match(shared.body, /value="Aino Harju"/)
  assert.doesNotMatch(shared.body, new RegExp(good))

  const done = await ask('POST', pathOf(link), form(first))
  assert.equal(done.headers.location, '/auth/account', done.body)
  const cookie = cookieOf(done)
  const me = (await ask('GET', '/me', { headers: { cookie } })).json()
  assert.deepEqual(
    [me.needs, me.duties.map(({ id }: { id: string }) => id), me.statement],
    [['second-factor'], ['admin'], null],
  )
  assert.equal((await ask('POST', pathOf(link), form(first))).statusCode, 410)
  assert.equal(await setupLink(register, 'http://register.valo.example'), null)
  assert.deepEqual(
    (await ledger()).map((entry) => entry.replace(me.staff.id, 'aino')),
    [
      'link.made by start',
      'register.set-up by auth',
      'duty.granted by auth',
      'undertaking.recorded by auth',
      'instruction.published by auth',
      'password.set by auth',
      'session.opened by auth',
    ],
  )
})

async function sakuWithApp(): Promise<TestApp & { key: string }> {
  const made = await anApp({ statement: null })
  const { ask, as, ids, register } = made
  const { link } = (await as('tomas')('POST', `/staff/${ids.saku}/link`, { kind: 'password' })).json()
  await ask('POST', pathOf(link), form({ password: good, again: good }))
  const opened = await ask('POST', '/auth/sign-in', form({ email: 'saku.koskela@valo.example', password: good }))
  const key = keyIn((await ask('POST', '/auth/authenticator', form({}, cookieOf(opened)))).body)
  await ask('POST', '/auth/authenticator/confirmation', form({ code: codeAt(key, register.now()) }, cookieOf(opened)))
  return { ...made, key }
}
