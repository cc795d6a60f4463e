import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const [sales, marketing] = [as('saku'), as('maija')]
const text = `Terveisin\nMaija Mäki\nToimitusjohtaja\nKivelän Puu Oy\npuh. 040 123 4567\nmaija.maki@kivelanpuu.example`
const wish = {
  source: 'contact',
  sourceNote: 'Käyntikortti',
  companyValues: { 'org.name': 'Kivelän Puu Oy' },
  personValues: {
    'person.name': { given: 'Maija', family: 'Mäki' },
    'person.email': ['maija.maki@kivelanpuu.example'],
    'person.jobRole': 'Toimitusjohtaja',
  },
  nextStep: { title: 'Soita ja kysy mittatiedot', dueOn: '2026-03-05' },
}

test('what is pasted is read and proposed, and nothing of it is kept', async () => {
  const before = (await ledger()).length
  const read = (await sales('POST', '/captures/reading', { text })).json()
  assert.deepEqual(
    [read.company, read.person, read.jobRole, read.held],
    ['Kivelän Puu Oy', { given: 'Maija', family: 'Mäki' }, 'Toimitusjohtaja', []],
  )
  assert.deepEqual([(await ledger()).length, (await register.looks()).length], [before, 0])
})

test('a company, a person there, the source of each value and the next step are taken in at once', async () => {
  const before = (await ledger()).length
  const made = await sales('POST', '/captures', wish)
  assert.equal(made.statusCode, 201, made.body)
  const { company, person, task } = made.json()
  const card = (await sales('GET', `/people/${person}`)).json()
  assert.equal(card.values['person.jobRole'], 'Toimitusjohtaja')
  assert.equal(card.sources['person.name'].source, 'contact')
  assert.equal(card.sources['person.name'].note, 'Käyntikortti')
  const { items } = (await sales('GET', `/tasks?company=${company}`)).json()
  assert.deepEqual(
    items.map(({ id, title }: { id: string; title: string }) => [id, title]),
    [[task, 'Soita ja kysy mittatiedot']],
  )
  assert.deepEqual((await ledger()).slice(before), [
    'organisation.created by saku',
    'relationship.begun by saku',
    'person.created by saku',
    'notice.queued by saku',
    'task.added by saku',
  ])
})

test('somebody who is in the register already is shown beside the proposal, with what they were found by', async () => {
  const { held } = (await sales('POST', '/captures/reading', { text })).json()
  assert.deepEqual(
    held.map(({ kind, by, title }: Record<string, string>) => [kind, by, title]),
    [
      ['person', 'email', 'Maija Mäki'],
      ['company', 'company', 'Kivelän Puu Oy'],
    ],
  )
})

test('a capture happens whole or not at all, and only by whom the statement lets write', async () => {
  const before = (await ledger()).length
  const cases = [
    [{ nextStep: { title: ' ' } }, 'VALUE_REQUIRED'],
    [{ personValues: { 'person.name': 'Ville Salo', 'person.email': ['ei osoite'] } }, 'EMAIL_NOT_VALID'],
    [{ personValues: undefined, companyValues: undefined }, 'VALUE_REQUIRED'],
    [{ source: 'rumour' }, 'SOURCE_NOT_DECLARED'],
    [{ birthday: '1.1.1980' }, 'FIELD_NOT_DECLARED'],
  ] as const
  for (const [wrong, code] of cases) {
    const answer = await sales('POST', '/captures', { ...wish, ...wrong })
    assert.equal(answer.json().code, code, JSON.stringify(wrong))
  }
  assert.equal((await marketing('POST', '/captures', wish)).statusCode, 403)
  assert.equal((await ledger()).length, before)
})
