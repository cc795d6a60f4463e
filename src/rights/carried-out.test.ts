import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRightsDesk } from './rights-desk.fixture.ts'

const { ingrid, tend, last, aPerson, enter, step, answerBy, one } = await aRightsDesk()
await aPerson('Aino Virtanen', 'aino@koti.example')

test('a refusal needs a ground of the closed list, and a letter with reasons, authority and court', async () => {
  const { id } = await enter({ address: 'aino@koti.example', kind: 'erasure' })
  assert.equal((await ingrid('POST', `/requests/${id}/refusal`, { ground: 'we would rather not' })).statusCode, 422)
  await step(id, 'refusal', { ground: 'legal-claims' })
  const draft = (await ingrid('GET', `/requests/${id}/draft?kind=refusal`)).json()
  for (const said of ['17 artiklan 3 kohdan e', 'Tietosuojavaltuutetun toimisto', 'käräjäoikeu'])
    assert.ok(draft.body.includes(said), said)
  const without = (word: string) => ({
    kind: 'refusal',
    subject: draft.subject,
    body: draft.body
      .split('\n')
      .filter((line: string) => !line.includes(word))
      .join('\n'),
  })
  assert.equal((await step(id, 'letters', without('Tietosuojavaltuutetun'), 422)).code, 'LETTER_WITHOUT_AUTHORITY')
  assert.equal((await step(id, 'letters', without('käräjäoikeu'), 422)).code, 'LETTER_WITHOUT_COURT')
  await answerBy(id, 'refusal')
  await tend()
  assert.equal((await one(id)).state, 'closed')
})

test('the time is extended by the letter that says so, and by nothing else', async () => {
  const { id, dueOn } = await enter({ address: 'aino@koti.example' })
  const prepared = await step(id, 'extension', { reason: 'complexity' })
  assert.deepEqual([prepared.state, prepared.dueOn], ['assessing', dueOn])
  await answerBy(id, 'extension')
  assert.equal((await one(id)).dueOn, dueOn)
  await tend()
  const extended = await one(id)
  assert.deepEqual([extended.state, extended.dueOn], ['extended', '2026-06-02'])
  assert.match(last().text, /2\. kesäkuuta 2026/)
  assert.equal((await step(id, 'extension', { reason: 'number' }, 409)).code, 'EXTENDED_ALREADY')
})

test('a correction: what is unclear is asked, each item is settled by the register’s own deed, the source is the person', async () => {
  const oona = await aPerson('Oona Ranta', 'oona@koti.example')
  const made = await enter({
    kind: 'rectification',
    address: 'oona@koti.example',
    text: 'Nimeni on väärin',
    items: [{ field: 'person.name', claim: 'Oona Rantala' }],
  })
  assert.deepEqual([made.items[0].state, made.dueOn], ['needs-info', '2026-04-02'])
  const asked = await step(made.id, 'clarification-question')
  assert.deepEqual([asked.state, asked.dueOn], ['needs-info', '2026-04-02'])
  await step(made.id, 'clarification', { text: 'Sukunimeni on Rantala.' })
  await step(made.id, 'grant')
  const draft = (await ingrid('GET', `/requests/${made.id}/draft?kind=reply`)).json()
  assert.equal(
    (await step(made.id, 'letters', { kind: 'reply', subject: draft.subject, body: draft.body }, 409)).code,
    'ITEMS_OPEN',
  )
  const settled = await ingrid('POST', `/request-items/${made.items[0].id}/settlement`, {
    outcome: 'done',
    value: 'Oona Rantala',
  })
  assert.equal(settled.statusCode, 201, settled.body)
  assert.equal((await ingrid('GET', `/people/${oona}`)).json().values['person.name'].family, 'Rantala')
})

test('an erasure by request: what nothing holds goes now, the answer says so, and the case keeps no word', async () => {
  const urho = await aPerson('Urho Kallio', 'urho@koti.example')
  const { id } = await enter({ kind: 'erasure', address: 'urho@koti.example', text: 'Poistakaa kaikki, Urho Kallio' })
  assert.equal((await step(id, 'grant')).next, 'erase')
  const erased = await step(id, 'erasure')
  assert.equal(erased.next, 'answer')
  assert.equal((await ingrid('GET', `/people/${urho}`)).statusCode, 404)
  await answerBy(id, 'reply')
  await tend()
  assert.equal(last().to, 'urho@koti.example')
  const closed = await one(id)
  assert.deepEqual([closed.state, closed.text, closed.replyTo, closed.minimised], ['closed', null, null, true])
})
