import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { mailboxWish, mailWorld } from './mail-world.fixture.ts'

const app = await anApp()
const { as, register, ids } = app
const { rows, read, person, mailbox, arrive } = mailWorld(app)
const [saku, ellen, helmi] = [as('saku'), as('ellen', 'sales'), as('helmi')]
const eero = await person('Eero Salo', 'eero@kivela.example')
const own = await mailbox('saku', mailboxWish('saku@valo.example', { password: 'salasana-tälle' }))
const shared = await mailbox('helmi', mailboxWish('info@valo.example', { shared: true }))
await arrive(own, [{ id: '1', from: 'eero@kivela.example', text: 'Oma' }])
await arrive(shared, [{ id: '2', from: 'eero@kivela.example', text: 'Yhteinen' }])

const seen = async (who: typeof saku) => {
  const { items } = (await who('GET', `/message-threads?show=all&person=${eero}`)).json()
  return items.map(({ subject, preview }: Record<string, unknown>) => [subject, preview]).sort()
}
const share = async (sharing: string) => {
  const [{ revision }] = (await saku('GET', '/mailboxes')).json().items.filter(({ isOwn }: { isOwn: boolean }) => isOwn)
  const { shared: _, password: __, ...wish } = mailboxWish('saku@valo.example', { sharing })
  const change = { payload: wish, headers: { 'if-match': String(revision) } }
  assert.equal((await saku('PUT', `/mailboxes/${own}`, change)).statusCode, 204)
}
/** SQL that nobody here wrote, run as Helmi under the service duty. */
const asHelmi = <R>(query: ReturnType<typeof sql<R>>) =>
  register.db
    .as('service')
    .transaction()
    .execute(async (transaction) => {
      await sql`select set_config('seloste.by', ${ids.helmi}, true)`.execute(transaction)
      return (await query.execute(transaction)).rows
    })

test('one sees all of one’s own mailbox and of one’s duty’s; of others’ what they share', async () => {
  const nothing = [null, null]
  assert.deepEqual(await seen(saku), [nothing, ['Asia 1', 'Oma']])
  assert.deepEqual(await seen(ellen), [nothing, nothing])
  assert.deepEqual(await seen(helmi), [nothing, ['Asia 2', 'Yhteinen']])
  await share('subject')
  assert.deepEqual((await seen(ellen))[1], ['Asia 1', null])
  await share('all')
  assert.deepEqual((await seen(ellen))[1], ['Asia 1', 'Oma'])
  await share('metadata')
})

test('a timeline tells the subjects of one’s own mailbox, and to others what it shares', async () => {
  const titles = async (who: typeof saku) =>
    (await who('GET', `/people/${eero}/timeline?kinds=message`))
      .json()
      .items.map(({ title }: { title: string | null }) => title)
      .sort()
  assert.deepEqual(await titles(saku), ['Asia 1', null])
  assert.deepEqual(await titles(ellen), [null, null])
  assert.deepEqual(await titles(helmi), ['Asia 2', null])
  await share('subject')
  assert.deepEqual(await titles(ellen), ['Asia 1', null])
  await share('metadata')
})

test('in the list of messages a colleague neither sees, filters, sorts by nor exports what a mailbox does not share', async () => {
  const list = async (who: typeof saku, wish: object) => {
    const answer = await who('POST', '/lists/messages/rows', { columns: ['subject', 'text'], ...wish })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().items.map(({ values }: { values: Record<string, unknown> }) => [values.subject, values.text])
  }
  const nothing = [null, null]
  const about = (column: string, value: string) => ({ filter: { column, is: 'contains', value } })
  const exported = async (who: typeof saku) =>
    (
      await who('POST', '/lists/messages/export', {
        ...{ wish: { columns: ['at', 'subject', 'text'] }, format: 'csv', reason: 'Tarkistus' },
      })
    ).body
  for (const sort of [['subject'], ['-subject'], ['-at']]) {
    assert.deepEqual((await list(saku, { sort })).sort(), [nothing, ['Asia 1', 'Oma']].sort(), `${sort}`)
    assert.deepEqual(await list(ellen, { sort }), [nothing, nothing])
  }
  const wishes = [about('subject', 'Asia'), about('text', 'Oma'), { filter: { column: 'subject', is: 'filled' } }]
  for (const wish of wishes) {
    assert.equal((await list(saku, wish)).length, 1, JSON.stringify(wish))
    assert.deepEqual(await list(ellen, wish), [], JSON.stringify(wish))
  }
  assert.equal((await list(ellen, { filter: { column: 'subject', is: 'empty' } })).length, 2)
  assert.match(await exported(saku), /Asia 1;Oma/)
  assert.ok(!/Asia|Oma|Yhteinen/.test(await exported(ellen)))
  await share('subject')
  assert.deepEqual(await list(ellen, about('subject', 'Asia 1')), [['Asia 1', null]])
  assert.deepEqual(await list(ellen, about('text', 'Oma')), [])
  assert.match(await exported(ellen), /Asia 1;\r?\n/)
  await share('metadata')
  assert.equal((await ellen('POST', '/lists/messages/rows', { sort: ['text'] })).statusCode, 422)
  const grouped = { groups: [{ column: 'subject' }], measures: [{ of: 'count' }] }
  assert.equal((await ellen('POST', '/lists/messages/report', grouped)).statusCode, 422)
  assert.equal((await as('maija')('POST', '/lists/messages/rows', {})).statusCode, 403)
})

test('⌘K finds a message by its subject only for whom its mailbox shares it, and a thread once', async () => {
  const found = async (who: typeof saku, q: string) => {
    const answer = await who('POST', '/records-found', { q })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer
      .json()
      .items.filter(({ kind }: { kind: string }) => kind === 'message')
      .map(({ title, sort, name }: Record<string, unknown>) => [title, sort, name])
  }
  const eeros = [['Asia 1', 'in', 'Eero Salo']]
  assert.deepEqual(await found(saku, 'asia'), eeros)
  assert.deepEqual(await found(ellen, 'asia'), [], 'metadata: that there was a message, not about what')
  assert.deepEqual(await found(helmi, 'asia'), [['Asia 2', 'in', 'Eero Salo']])
  await share('subject')
  const before = (await register.looks()).length
  assert.deepEqual(await found(ellen, 'asia'), eeros)
  const [look] = (await register.looks()).slice(before)
  assert.deepEqual([look?.people, look?.fields], [[eero], ['com.enquiries', 'person.name']])
  assert.deepEqual(await found(ellen, 'yhteinen'), [], 'words of a message are not asked')
  await share('metadata')
  assert.deepEqual(await found(ellen, 'asia'), [])
  for (const who of [as('maija'), as('bo')]) assert.deepEqual(await found(who, 'asia'), [])

  const { threadId } = (await saku('GET', `/message-threads?show=all&person=${eero}`))
    .json()
    .items.find(({ subject }: { subject: string | null }) => subject === 'Asia 1')
  await arrive(own, [{ id: '3', from: 'eero@kivela.example', text: 'Lisää' }])
  await rows(`update register.message set thread_id = '${threadId}' where mailbox_id = '${own}'`)
  assert.equal((await found(saku, 'asia')).length, 1)
  await rows(
    `delete from register.message where id in (select message_id from register.message_subject where subject = 'Asia 3')`,
  )
})

test('who reads no enquiries reads no mail: not a subject, not that there was any', async () => {
  for (const who of [as('maija'), as('bo'), as('tomas')]) {
    const answer = await who('GET', '/message-threads')
    assert.equal(answer.statusCode, 403, answer.body)
  }
  for (const duty of ['marketing', 'billing'])
    await assert.rejects(sql`select id from register.message`.execute(register.db.as(duty)), { code: '42501' })
})

test('the database itself keeps what a mailbox does not share, whatever SQL somebody runs', async () => {
  assert.deepEqual(await asHelmi(sql`select subject from register.message_subject`), [{ subject: 'Asia 2' }])
  assert.deepEqual(await asHelmi(sql`select text from register.message_body`), [{ text: 'Yhteinen' }])
  assert.deepEqual(await asHelmi(sql`update register.message_body set text = text returning text`), [
    { text: 'Yhteinen' },
  ])
  for (const taking of [
    sql`update register.mailbox set owner = ${ids.helmi} where id = ${own}`,
    sql`update register.mailbox set duty = 'service', owner = null where id = ${own}`,
    sql`update register.mailbox set sharing = 'all' where id = ${own}`,
    sql`update register.message set mailbox_id = ${shared} where mailbox_id = ${own}`,
    sql`update register.message set settled_at = now() where mailbox_id = ${own}`,
    sql`insert into register.message_body (message_id, text, attachments)
      select id, 'x', '[]' from register.message where mailbox_id = ${own}`,
    sql`select sealed from register.mailbox_secret`,
    sql`select * from seloste.correspondents(array['eero@kivela.example'])`,
  ])
    await assert.rejects(asHelmi(taking), { code: '42501' })
})

test('a duty whose name ends like another’s is not that duty', async () => {
  const isMarketing = async (role: string) => {
    const undone = new Error('undone')
    let answer: boolean | undefined
    await register.db
      .owner()
      .transaction()
      .execute(async (transaction) => {
        const login = sql.id(register.db.loginOf(role))
        await sql`grant execute on function seloste.is_my_duty(text) to ${login}`.execute(transaction)
        await sql`set local session authorization ${login}`.execute(transaction)
        const { rows } = await sql<{ mine: boolean }>`select seloste.is_my_duty('marketing') as mine`.execute(
          transaction,
        )
        answer = rows[0]?.mine
        throw undone
      })
      .catch((fault: unknown) => assert.equal(fault, undone))
    return answer
  }
  assert.deepEqual([await isMarketing('marketing'), await isMarketing('direct_marketing')], [true, false])
})

test('the mailbox of whoever left is read no more; the duty’s is', async () => {
  const states = () => rows('select state from register.mailbox order by owner nulls last')
  await rows(`update register.staff set state = 'closed', closed_at = now() where id = '${ids.saku}'`)
  await read()
  assert.deepEqual(await states(), [{ state: 'working' }, { state: 'failing' }])
  await rows(`update register.staff set state = 'open', closed_at = null where id = '${ids.saku}'`)
})

test('a mailbox pointed elsewhere forgets its password: nobody has it told to a host of their own by trying', async () => {
  const secrets = () => rows(`select from register.mailbox_secret where mailbox_id = '${shared}'`)
  const change = async (settings: object) => {
    const { items } = (await helmi('GET', '/mailboxes')).json()
    const { shared: _, ...wish } = { ...mailboxWish('info@valo.example'), ...settings }
    const { revision } = items.find(({ id }: { id: string }) => id === shared)
    const changed = { payload: wish, headers: { 'if-match': String(revision) } }
    assert.equal((await helmi('PUT', `/mailboxes/${shared}`, changed)).statusCode, 204)
    return (await secrets()).length
  }
  const at = (port: number, tls = 'none') => ({ host: '127.0.0.1', port, tls })
  assert.equal(await change({ password: undefined, sharing: 'subject' }), 1, 'what does not move keeps it')
  for (const place of [{ imap: at(2) }, { smtp: at(2) }, { smtp: at(1, 'starttls') }, { login: 'muu' }]) {
    assert.equal(await change({ password: undefined, ...place }), 0, JSON.stringify(place))
    const { imap, smtp } = (await helmi('POST', `/mailboxes/${shared}/trial`)).json()
    assert.deepEqual([imap, smtp], ['MAIL_SECRET_MISSING', 'MAIL_SECRET_MISSING'])
    assert.equal(await change({}), 1, 'the new one is kept')
  }
})

test('a password is nowhere: not in an answer, not in the database, not in the ledger; closing forgets it', async () => {
  const listed = await saku('GET', '/mailboxes')
  assert.doesNotMatch(listed.body, /salasana-tälle/)
  assert.equal(
    (await helmi('GET', '/mailboxes')).json().items.find(({ id }: { id: string }) => id === own).settings,
    null,
  )
  const plain = Buffer.from('salasana-tälle').toString('hex')
  assert.deepEqual(
    await rows(`select from register.mailbox_secret where position('\\x${plain}'::bytea in sealed) > 0`),
    [],
  )
  assert.deepEqual(await rows(`select from register.ledger_opening where payload::text like '%salasana%'`), [])
  assert.equal((await helmi('POST', `/mailboxes/${own}/closure`)).json().code, 'MAILBOX_OF_OTHERS')
  assert.equal((await saku('POST', `/mailboxes/${own}/closure`)).statusCode, 204)
  assert.deepEqual(await rows(`select from register.mailbox_secret where mailbox_id = '${own}'`), [])
  assert.equal((await saku('GET', '/mailboxes')).json().items.length, 1)
})
