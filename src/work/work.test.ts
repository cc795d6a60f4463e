import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { remindOfTasks, runRules } from '#work'
import { workTriggers } from '../timeline.ts'

const { as, register, ledger, ids, app } = await anApp()
const [sales, service, billing, marketing] = [as('saku'), as('helmi'), as('bo'), as('maija')]

const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
).json()
const person = (
  await sales('POST', '/people', {
    values: { 'person.name': 'Maija Mäki', 'person.email': 'maija@maki.example' },
    source: 'contact',
  })
).json()

test('a note calls on a colleague, who is told at the desk; whoever wrote it corrects and deletes it, and nobody else', async () => {
  const before = (await ledger()).length
  const made = await sales('POST', '/notes', {
    person: person.id,
    text: 'Soittakaa ennen perjantaita. @Helmi',
    mentions: [ids.helmi],
  })
  assert.equal(made.statusCode, 201, made.body)
  const note = made.json()
  assert.equal((await service('GET', '/notifications/unseen')).json().unseen, 1)
  const { items } = (await service('GET', '/notifications')).json()
  assert.deepEqual(
    [items[0].kind, items[0].person.name, items[0].subject],
    ['mention', 'Maija Mäki', { kind: 'note', id: note.id }],
  )
  assert.equal((await service('POST', '/notifications/seen', {})).statusCode, 204)
  assert.equal((await service('GET', '/notifications/unseen')).json().unseen, 0)

  assert.equal((await service('PATCH', `/notes/${note.id}`, { text: 'Muuta' })).json().code, 'NOT_YOUR_OWN')
  assert.equal((await service('DELETE', `/notes/${note.id}`)).json().code, 'NOT_YOUR_OWN')
  const changed = await sales('PATCH', `/notes/${note.id}`, { text: 'Soittakaa maanantaina.' })
  assert.equal(changed.json().text, 'Soittakaa maanantaina.')
  assert.equal((await sales('DELETE', `/notes/${note.id}`)).statusCode, 204)
  assert.deepEqual((await ledger()).slice(before), [
    'note.written by saku',
    'notifications.seen by helmi',
    'note.changed by saku',
    'note.binned by saku',
  ])
})

test('only colleagues whose duty sees it are mentioned; free text is scanned; marketing writes and reads none of it', async () => {
  const wish = { person: person.id, text: 'Huomio' }
  const cases = [
    [sales, { ...wish, mentions: [ids.maija] }, 'NOT_OF_STAFF'],
    [sales, { ...wish, text: 'Tunnus 131052-308T' }, 'PERSONAL_IDENTITY_CODE'],
    [sales, { ...wish, text: ' ' }, 'VALUE_REQUIRED'],
    [sales, { ...wish, company: company.id }, 'VALUE_REQUIRED'],
    [sales, { ...wish, birthday: '1980-01-01' }, 'FIELD_NOT_DECLARED'],
    [sales, { ...wish, person: company.id }, 'NOT_FOUND'],
    [marketing, wish, 'FIELD_NOT_OF_DUTY'],
  ] as const
  for (const [who, body, code] of cases) {
    const answer = await who('POST', '/notes', body)
    assert.deepEqual([answer.statusCode >= 400, answer.json().code], [true, code], answer.body)
  }
  const timeline = (await marketing('GET', `/people/${person.id}/timeline`)).json()
  assert.ok(!timeline.kinds.includes('note'))
  const seeing = (await sales('GET', `/colleagues-who-see?person=${person.id}`)).json().items
  assert.ok(
    seeing.some(({ id }: { id: string }) => id === ids.helmi) &&
      !seeing.some(({ id }: { id: string }) => id === ids.maija),
  )
})

test('a task is given, reminded of, done, repeated and opened again', async () => {
  const before = (await ledger()).length
  const task = (
    await sales('POST', '/tasks', {
      ...{ company: company.id, title: 'Tarkista tarjous', assignedTo: ids.bo },
      ...{ dueOn: '2026-03-02', dueTime: '15:00', repeats: 'week', remindAt: '2026-03-02T12:20:00+02:00' },
    })
  ).json()
  assert.equal(task.company.name, 'Kivelän Puu Oy')
  const day = (await billing('GET', '/my-day')).json()
  assert.deepEqual(
    day.tasks.map(({ title, isLate }: Record<string, unknown>) => [title, isLate]),
    [['Tarkista tarjous', false]],
  )
  assert.equal(await remindOfTasks(register as never, nowhere, 'http://register.example'), 0)
  await register.setClock('2026-03-02T12:21:00+02:00')
  assert.equal((await billing('PUT', '/work-wishes', { reminderMail: true })).statusCode, 204)
  assert.equal(await remindOfTasks(register as never, nowhere, 'http://register.example'), 1)
  assert.equal(await remindOfTasks(register as never, nowhere, 'http://register.example'), 0)
  assert.equal(sent.length, 1)
  assert.doesNotMatch(sent[0] ?? '', /Tarkista|Kivel/)
  assert.deepEqual(
    (await billing('GET', '/notifications')).json().items.map(({ kind }: { kind: string }) => kind),
    ['reminder', 'task-given'],
  )

  assert.ok((await billing('POST', `/tasks/${task.id}/completion`)).json().doneAt)
  const open = (await billing('GET', '/tasks?of=me')).json().items
  assert.deepEqual(
    open.map(({ dueOn }: { dueOn: string }) => dueOn),
    ['2026-03-09'],
  )
  await billing('POST', `/tasks/${task.id}/completion`)
  assert.equal((await billing('POST', `/tasks/${task.id}/reopening`)).json().doneAt, null)
  assert.deepEqual(
    (await billing('GET', '/tasks?of=me')).json().items.map(({ id }: { id: string }) => id),
    [task.id],
  )
  assert.deepEqual((await ledger()).slice(before), [
    'task.added by saku',
    'reminding.chosen by bo',
    'task.reminded by register',
    'task.done by bo',
    'task.done by bo',
    'task.reopened by bo',
  ])
})

test('days and times that are none are refused, and so is a change on what was edited meanwhile', async () => {
  const task = (await sales('POST', '/tasks', { title: 'Osta kahvia' })).json()
  const cases = [
    [{ dueOn: '2026-02-30' }, 'VALUE_NOT_VALID'],
    [{ dueTime: '12:00' }, 'VALUE_REQUIRED'],
    [{ dueOn: '2026-03-03', dueTime: '25:00' }, 'VALUE_NOT_VALID'],
    [{ remindAt: '2026-03-03T12:00' }, 'VALUE_NOT_VALID'],
    [{ repeats: 'week' }, 'VALUE_REQUIRED'],
    [{ title: ' ' }, 'VALUE_REQUIRED'],
    [{ assignedTo: ids.maija }, 'NOT_OF_STAFF'],
  ] as const
  for (const [change, code] of cases)
    assert.equal((await sales('PATCH', `/tasks/${task.id}`, change)).json().code, code, JSON.stringify(change))
  const stale = { payload: { title: 'Osta teetä' }, headers: { 'if-match': '"9"' } }
  assert.equal((await sales('PATCH', `/tasks/${task.id}`, stale)).json().code, 'EDITED_MEANWHILE')
})

test('a call is planned with a colleague and comes to their day; what was said stands on the timeline of who took part', async () => {
  const made = await sales('POST', '/activities', {
    ...{ company: company.id, kind: 'meeting', title: 'Kattilahuone', at: '2026-03-02T16:00:00+02:00', minutes: 45 },
    ...{ people: [person.id], staff: [ids.saku, ids.helmi] },
  })
  assert.equal(made.statusCode, 201, made.body)
  const meeting = made.json()
  assert.deepEqual([meeting.state, meeting.people[0].name], ['planned', 'Maija Mäki'])
  const day = (await service('GET', '/my-day')).json()
  assert.deepEqual(
    day.parts
      .find(({ kind }: { kind: string }) => kind === 'activity')
      .items.map(({ title }: { title: string }) => title),
    ['Kattilahuone'],
  )
  const done = await service('PATCH', `/activities/${meeting.id}`, { state: 'done', text: 'Uusi kattila syksyllä.' })
  assert.equal(done.json().state, 'done')
  for (const path of [`/companies/${company.id}`, `/people/${person.id}`]) {
    const { items } = (await sales('GET', `${path}/timeline?kinds=activity`)).json()
    assert.deepEqual(
      items.map(({ title }: { title: string }) => title),
      ['Kattilahuone'],
    )
  }
})

test('a rule acts under its maker’s duty, once for each record, and rests when its maker has the duty no more', async () => {
  const rule = {
    ...{ name: 'Verkon yhteydenotot Helmille', starts: 'enquiry-arrives', asked: {} },
    ...{ does: 'assign', wish: { to: [ids.helmi] } },
  }
  const made = await sales('POST', '/work-rules', rule)
  assert.equal(made.statusCode, 201, made.body)
  await sales('POST', '/work-rules', {
    ...rule,
    name: 'Tehtävä',
    does: 'task',
    wish: { to: [ids.saku], title: 'Vastaa', dueInDays: 2 },
  })
  assert.equal((await billing('POST', '/work-rules', rule)).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await sales('POST', '/work-rules', { ...rule, wish: { to: [] } })).json().code, 'RULE_NOT_POSSIBLE')
  assert.equal((await sales('POST', '/work-rules', { ...rule, wish: { to: [ids.maija] } })).json().code, 'NOT_OF_STAFF')
  await register.setClock('2026-03-02T12:25:00+02:00')
  const enquiry = (
    await sales('POST', '/enquiries', { channel: 'phone', message: 'Hinta?', person: person.id, source: 'contact' })
  ).json()
  const before = (await ledger()).length
  assert.equal(await runRules(register as never, workTriggers), 2)
  assert.equal(await runRules(register as never, workTriggers), 0)
  assert.equal((await service('GET', `/enquiries/${enquiry.id}`)).json().assignedTo, ids.helmi)
  const { items } = (await sales('GET', `/tasks?person=${person.id}`)).json()
  assert.deepEqual(
    items.map(({ title, dueOn }: Record<string, string>) => [title, dueOn]),
    [['Vastaa', '2026-03-04']],
  )
  assert.deepEqual((await ledger()).slice(before), [
    ...['enquiry.assigned by saku', 'rule.acted by saku', 'task.added by saku', 'rule.acted by saku'],
  ])

  const admin = as('tomas')
  const left = await admin('PUT', `/staff/${ids.saku}/duties`, { duties: ['billing'], reason: 'other' })
  assert.ok(left.statusCode < 300, left.body)
  await runRules(register as never, workTriggers)
  const rules = (await service('GET', '/work-rules')).json().items
  assert.ok(rules.every(({ pausedAt }: { pausedAt: string }) => pausedAt))
})

test('the calendar is read at a secret address, names nobody unless its owner wants, and closes at once', async () => {
  await service('POST', '/tasks', { person: person.id, title: 'Soita Maijalle', dueOn: '2026-03-03' })
  const { address } = (await service('POST', '/work-wishes/calendar')).json()
  const path = new URL(address).pathname
  const read = (url: string) => app.inject({ method: 'GET', url })
  const feed = await read(path)
  assert.equal(feed.statusCode, 200, feed.body)
  assert.match(feed.headers['content-type'] as string, /^text\/calendar/)
  assert.equal(feed.headers['set-cookie'], undefined)
  assert.match(feed.body, /BEGIN:VEVENT/)
  assert.match(feed.body.replace(/\r\n /g, ''), /URL:http\S+\/desk\/tasks\/[\w-]{36}\r/)
  assert.doesNotMatch(feed.body, /Maija|Soita/)
  await service('PUT', '/work-wishes', { feedNames: true })
  assert.match((await read(path)).body, /SUMMARY:Soita Maijalle · Maija Mäki/)
  assert.equal((await read(path.replace(/.{6}\.ics/, 'AAAAAA.ics'))).statusCode, 404)
  assert.equal((await service('DELETE', '/work-wishes/calendar')).statusCode, 204)
  assert.equal((await read(path)).statusCode, 404)
})

const sent: string[] = []
const nowhere = {
  send: async (letter: { subject: string; text: string }) => void sent.push(letter.subject + letter.text),
  close: () => undefined,
} as never
