import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { codeAt } from '../authenticator.ts'
import { cookieOf, form, good, page, sakuWithApp } from './walk.fixture.ts'

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

test('signing out ends the session at the server', async () => {
  const { as, ledger } = await anApp({ statement: null })
  assert.equal((await as('bo')('POST', '/auth/sign-out')).statusCode, 204)
  assert.equal((await as('bo')('GET', '/me')).statusCode, 401)
  assert.deepEqual(await ledger(), ['session.ended by bo'])
})

test('whoever signs in chooses the language, whatever the browser says', async () => {
  const { ask } = await anApp({ statement: null })
  const shown = await ask('GET', '/auth/sign-in', page())
  assert.match(shown.body, /href="\?language=sv"/)
  assert.match((await ask('GET', '/auth/sign-in?language=sv', page())).body, /<h1>Logga in<\/h1>/)
  assert.match((await ask('GET', '/auth/sign-in?language=xx', page())).body, /<h1>Sign in<\/h1>/)
})
