import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { codeAt } from '../authenticator.ts'
import { demoSignIn, setupLink } from '../set-up.ts'
import { cookieOf, form, good, keyIn, page, pathOf, sakuWithApp } from './walk.fixture.ts'

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

test('a demo link signs one of the cast in, once, and only at a demo on this machine', async () => {
  const publicUrl = 'http://register.valo.example'
  const { ask, register, ledger } = await anApp({}, { demo: true })
  const links = await demoSignIn(register, { publicUrl, demo: true, host: '127.0.0.1' })
  const saku = links.find(({ name }) => name === 'Saku Koskela')
  assert.deepEqual(saku?.duties, ['sales'])
  const entered = await ask('POST', pathOf(saku?.link ?? ''))
  assert.equal(entered.headers.location, '/desk/')
  const me = (await ask('GET', '/me', { headers: { cookie: cookieOf(entered) } })).json()
  assert.deepEqual([me.staff.name, me.needs, me.duty], ['Saku Koskela', [], 'sales'])
  assert.equal((await ask('POST', pathOf(saku?.link ?? ''))).statusCode, 410)
  assert.deepEqual((await ledger()).slice(-1), ['session.opened by saku'])

  for (const wrong of [
    { demo: false, host: '127.0.0.1' },
    { demo: true, host: '0.0.0.0' },
  ]) {
    await assert.rejects(demoSignIn(register, { publicUrl, ...wrong }), /for a demo on this machine only/)
  }
})

test('a demo link opens nothing where the register is not a demo', async () => {
  const { ask, register } = await anApp()
  const [first] = await demoSignIn(register, {
    publicUrl: 'http://register.valo.example',
    demo: true,
    host: '127.0.0.1',
  })
  assert.equal((await ask('POST', pathOf(first?.link ?? ''))).statusCode, 410)
})
