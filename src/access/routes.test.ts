import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#platform/refusal'
import { anApp } from '#test/app'

const saku = { name: 'Aino Harju', email: 'aino.harju@valo.example', duties: ['admin'], reason: 'New administrator' }

test('an administrator invites a colleague: a link shown once, duties with a reason', async () => {
  const { as, ledger, ids } = await anApp({ statement: null })
  const answer = await as('tomas')('POST', '/staff', saku)
  assert.equal(answer.statusCode, 201, answer.body)
  const { id, link, ...card } = answer.json()
  assert.match(link, /^http:\/\/register\.valo\.example\/auth\/link\/[\w-]{43}$/)
  assert.deepEqual(
    [card.state, card.duties.map(({ duty }: { duty: string }) => duty), card.undertaking],
    ['invited', ['admin'], null],
  )
  assert.deepEqual(await ledger(), ['staff.invited by tomas', 'duty.granted by tomas', 'link.made by tomas'])
  assert.notEqual(id, ids.tomas)
})

test('AS-43: a shared mailbox is refused as an account, with its clause', async () => {
  const { as, ledger } = await anApp({ statement: null })
  const answer = await as('tomas')('POST', '/staff', { ...saku, email: 'myynti@valo.example' })
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.json().detail.clause],
    [422, 'SHARED_MAILBOX', 'S10.2'],
  )
  assert.doesNotMatch(answer.body, /myynti/)
  assert.deepEqual(await ledger(), [])
})

test('a duty that the statement does not have cannot be granted, and nothing is half done', async () => {
  const { as, ledger } = await anApp({ statement: null })
  const answer = await as('tomas')('POST', '/staff', { ...saku, duties: ['admin', 'sales'] })
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.json().detail.duty],
    [422, 'DUTY_NOT_DECLARED', 'sales'],
  )
  assert.equal((await as('tomas')('GET', '/staff')).json().items.length, 7)
  assert.deepEqual(await ledger(), [])
})

test('an address has one open account', async () => {
  const { as } = await anApp({ statement: null })
  const answer = await as('tomas')('POST', '/staff', { ...saku, email: 'SAKU.KOSKELA@valo.example' })
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'ACCOUNT_EXISTS'])
})

test('duties are set whole: what is no longer listed is withdrawn; an earlier last day is a new grant', async () => {
  const { as, ids, ledger } = await anApp({ statement: null })
  const put = (body: object) => as('tomas')('PUT', `/staff/${ids.bo}/duties`, body)
  assert.equal((await put({ duties: ['privacy', 'admin'], reason: 'Deputy' })).statusCode, 200)
  assert.equal(
    (await put({ duties: ['privacy'], until: '2026-12-31', reason: 'Deputy until the end of the year' })).json()
      .duties[0].until,
    '2026-12-31',
  )
  assert.equal((await put({ duties: ['privacy'], until: '2026-12-31', reason: 'Looked at again' })).statusCode, 200)
  assert.deepEqual(await ledger(), [
    'duty.withdrawn by tomas',
    'duty.granted by tomas',
    'duty.granted by tomas',
    'duty.withdrawn by tomas',
    'duty.granted by tomas',
    'duties.confirmed by tomas',
  ])
})

test('AS-45: closing an account ends its session and its token at the next request', async () => {
  const { as, ask, ids, ledger } = await anApp({ statement: null })
  const made = await as('ingrid')('POST', '/tokens', { label: 'Report', duty: 'privacy', days: 30 })
  assert.equal(made.statusCode, 201, made.body)
  const withToken = { headers: { authorization: `Bearer ${made.json().secret}` } }
  assert.equal((await as('ingrid')('GET', '/me')).statusCode, 200)
  assert.equal((await ask('GET', '/me', withToken)).statusCode, 200)

  assert.equal((await as('tomas')('POST', `/staff/${ids.ingrid}/closure`)).json().state, 'closed')
  assert.deepEqual(
    [(await as('ingrid')('GET', '/me')).statusCode, (await ask('GET', '/me', withToken)).statusCode],
    [401, 401],
  )
  assert.equal((await as('tomas')('POST', `/staff/${ids.ingrid}/closure`)).json().code, 'ACCOUNT_CLOSED')
  assert.deepEqual(await ledger(), ['token.made by ingrid', 'account.closed by tomas'])
})

test('an administrator ends a colleague’s sessions; the account stays open', async () => {
  const { as, ids, ledger } = await anApp({ statement: null })
  assert.equal((await as('ingrid')('DELETE', `/staff/${ids.bo}/sessions`)).json().code, 'NOT_OF_DUTY')
  assert.equal((await as('tomas')('DELETE', `/staff/${ids.bo}/sessions`)).statusCode, 204)
  assert.equal((await as('bo')('GET', '/me')).statusCode, 401)
  assert.equal((await as('tomas')('GET', `/staff/${ids.bo}`)).json().state, 'open')
  assert.deepEqual(await ledger(), ['sessions.ended by tomas'])
})

test('the last administrator stays', async () => {
  const { as, ids, ledger } = await anApp({ statement: null })
  const closing = await as('tomas')('POST', `/staff/${ids.tomas}/closure`)
  const withdrawing = await as('tomas')('PUT', `/staff/${ids.tomas}/duties`, { duties: [], reason: 'Leaves' })
  assert.deepEqual([closing.json().code, withdrawing.json().code], ['LAST_ADMINISTRATOR', 'LAST_ADMINISTRATOR'])
  assert.deepEqual(await ledger(), [])
})

test('S3.1: whoever stands below may refuse closing an account, and then it stays open', async () => {
  const beforeClosing = async () => {
    throw new Refusal('LAST_HANDLER', 409, { clause: 'S3.1' })
  }
  const { as, ids, ledger } = await anApp({ statement: null }, { ports: { beforeClosing } })
  const answer = await as('tomas')('POST', `/staff/${ids.ingrid}/closure`)
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.json().detail],
    [409, 'LAST_HANDLER', { clause: 'S3.1' }],
  )
  assert.equal((await as('ingrid')('GET', '/me')).statusCode, 200)
  assert.deepEqual(await ledger(), [])
})

test('a new instruction gives seven days, and then gates until it is acknowledged', async () => {
  const { as, register, ids, ledger } = await anApp({ statement: null })
  const said = await as('tomas')('POST', '/instruction', { fi: 'Uusi ohje', sv: 'Ny anvisning', en: 'New instruction' })
  assert.deepEqual([said.statusCode, said.json()], [201, { version: 2 }])

  await register.setClock('2026-03-09T11:59:00+02:00')
  await renew(register, ids.tomas)
  assert.deepEqual((await as('tomas')('GET', '/me')).json().needs, [])
  await register.setClock('2026-03-09T12:00:00+02:00')
  const gated = await as('tomas')('GET', '/staff')
  assert.deepEqual(
    [gated.statusCode, gated.json().code, gated.json().detail.clause],
    [403, 'INSTRUCTION_NOT_ACKNOWLEDGED', 'S10.1'],
  )

  assert.equal(
    (await as('tomas')('POST', '/instruction/acknowledgement', { version: 1 })).json().code,
    'EDITED_MEANWHILE',
  )
  assert.equal((await as('tomas')('POST', '/instruction/acknowledgement', { version: 2 })).statusCode, 201)
  assert.equal((await as('tomas')('GET', '/staff')).statusCode, 200)
  assert.deepEqual(await ledger(), ['instruction.published by tomas', 'instruction.acknowledged by tomas'])
})

test('AS-43: an account without an undertaking opens nothing, with its clause', async () => {
  const { as, register, ids, ledger } = await anApp({ statement: null })
  await register.db.owner().deleteFrom('register.undertaking').where('staff_id', '=', ids.ingrid).execute()
  const refused = await as('ingrid')('POST', '/instruction', { fi: 'x', sv: 'x', en: 'x' })
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().detail.clause],
    [403, 'NDA_MISSING', 'S10.4'],
  )
  assert.deepEqual((await as('ingrid')('GET', '/me')).json().needs, ['undertaking'])

  const future = await as('tomas')('POST', `/staff/${ids.ingrid}/undertaking`, {
    signedOn: '2026-03-03',
    documentRef: 'HR-9',
  })
  assert.equal(future.json().code, 'DATE_NOT_VALID')
  const signed = await as('tomas')('POST', `/staff/${ids.ingrid}/undertaking`, {
    signedOn: '2026-03-02',
    documentRef: 'HR-9',
  })
  assert.deepEqual(signed.json().undertaking, { signedOn: '2026-03-02', documentRef: 'HR-9' })
  assert.deepEqual((await as('ingrid')('GET', '/me')).json().needs, [])
  assert.deepEqual(await ledger(), ['undertaking.recorded by tomas'])
})

test('a token acts under its one duty, and makes no other tokens', async () => {
  const { as, ask, ledger } = await anApp({ statement: null })
  const { secret, id } = (await as('tomas')('POST', '/tokens', { label: 'Staff list', duty: 'admin', days: 1 })).json()
  const program = { headers: { authorization: `Bearer ${secret}`, origin: '' } }
  assert.equal((await ask('GET', '/staff', program)).statusCode, 200)
  assert.equal(
    (await ask('POST', '/tokens', { ...program, payload: { label: 'x', duty: 'admin', days: 1 } })).json().code,
    'SIGN_IN_AGAIN',
  )
  assert.equal(
    (await as('tomas')('POST', '/tokens', { label: 'x', duty: 'privacy', days: 1 })).json().code,
    'DUTY_NOT_HELD',
  )

  assert.equal((await as('tomas')('DELETE', `/tokens/${id}`)).statusCode, 204)
  assert.equal((await ask('GET', '/staff', program)).statusCode, 401)
  assert.deepEqual(await ledger(), ['token.made by tomas', 'token.ended by tomas'])
})

test('a session ends after two idle hours, after twelve at work, and at its owner’s word', async () => {
  const { as, register, ids } = await anApp({ statement: null })
  const { items } = (await as('saku')('GET', '/sessions')).json()
  assert.deepEqual(
    items.map(({ device, isThis }: { device: string; isThis: boolean }) => [device, isThis]),
    [['Test', true]],
  )

  for (const hour of [13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]) {
    await register.setClock(`2026-03-02T${hour}:30:00+02:00`)
    assert.equal((await as('bo')('GET', '/me')).statusCode, 200, `${hour}`)
  }
  assert.equal((await as('saku')('GET', '/me')).statusCode, 401)
  await register.setClock('2026-03-03T00:00:00+02:00')
  assert.equal((await as('bo')('GET', '/me')).statusCode, 401)

  await renew(register, ids.maija)
  const [mine] = (await as('maija')('GET', '/sessions')).json().items
  assert.equal((await as('bo')('DELETE', `/sessions/${mine.id}`)).statusCode, 401)
  await renew(register, ids.bo)
  assert.equal((await as('bo')('DELETE', `/sessions/${mine.id}`)).statusCode, 404)
  assert.equal((await as('maija')('DELETE', `/sessions/${mine.id}`)).statusCode, 204)
  assert.equal((await as('maija')('GET', '/me')).statusCode, 401)
})

async function renew({ db, now }: Awaited<ReturnType<typeof anApp>>['register'], staffId: string) {
  await db
    .owner()
    .updateTable('auth.session')
    .set({ opened_at: now(), seen_at: now() })
    .where('staff_id', '=', staffId)
    .execute()
}
