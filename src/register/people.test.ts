import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const sales = as('saku')

const aino = {
  values: {
    'person.name': 'Aino Välimäki',
    'person.email': 'aino.valimaki@kaari.example',
    'person.phone': '040 123 4567',
  },
  source: 'contact',
}

async function created(more: object = {}) {
  const answer = await sales('POST', '/people', { ...aino, ...more })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

/** What the ledger and the access log say of this deed alone. */
async function said(deed: () => Promise<unknown>) {
  const [before, looksBefore] = [(await ledger()).length, (await register.looks()).length]
  await deed()
  return { ledger: (await ledger()).slice(before), looks: (await register.looks()).slice(looksBefore) }
}

test('a person comes into the register with a source for every value and a notice in the queue', async () => {
  let person: Awaited<ReturnType<typeof created>> | undefined
  const { ledger: lines, looks } = await said(async () => {
    person = await created()
  })
  assert.deepEqual(person?.values['person.name'], { given: 'Aino', family: 'Välimäki' })
  assert.deepEqual(
    person?.values['person.email'].map(({ address, kind, primary }: Record<string, unknown>) => ({
      address,
      kind,
      primary,
    })),
    [{ address: 'aino.valimaki@kaari.example', kind: 'personal-work', primary: true }],
  )
  assert.deepEqual(
    Object.keys(person?.sources)
      .map((key) => key.split(':')[0])
      .sort(),
    ['person.email', 'person.name', 'person.phone'],
  )
  assert.equal(person?.sources['person.name'].source, 'contact')
  assert.equal(person?.sources['person.name'].asOf, '2026-03-02')
  assert.deepEqual(lines, ['person.created by saku', 'notice.queued by saku'])
  assert.deepEqual(
    looks.map(({ duty, purpose, people, fields }) => ({ duty, purpose, people, fields })),
    [
      {
        duty: 'sales',
        purpose: 'customer-relationship',
        people: [person?.id],
        fields: ['person.email', 'person.jobRole', 'person.name', 'person.phone', 'person.preferredLanguage'],
      },
    ],
  )
})

test('a duty writes only its own fields, and the refusal names the clause', async () => {
  const answer = await as('maija')('POST', '/people', aino)
  assert.equal(answer.statusCode, 403)
  assert.deepEqual(
    [answer.json().code, answer.json().detail.clause, answer.json().detail.field],
    ['FIELD_NOT_OF_DUTY', 'S5.5', 'person.name'],
  )
})

test('a duty reads only its own fields; the others are told with a reason', async () => {
  const { id } = await created()
  const { looks } = await said(async () => {
    const { values, sources, may } = (await as('maija')('GET', `/people/${id}`)).json()
    assert.deepEqual(Object.keys(values).sort(), ['person.email', 'person.name'])
    assert.equal(
      Object.keys(sources).some((key) => key.startsWith('person.phone')),
      false,
    )
    assert.deepEqual(may.edit.allowed, false)
    assert.equal(may.fields['person.phone'].read.code, 'FIELD_NOT_OF_DUTY')
    assert.match(may.fields['person.phone'].read.reason, /Marketing.*S5\.6/)
    assert.match(may.fields['person.name'].write.reason, /Marketing.* (cannot change|ei voi muuttaa|kan inte ändra) /)
  })
  assert.deepEqual(
    looks.map(({ duty, purpose, fields }) => [duty, purpose, fields.join()]),
    [['marketing', 'direct-marketing', 'person.email,person.jobRole,person.name,person.preferredLanguage']],
  )
})

test('a correction says what changed, counts the revision and gives the new value its own source', async () => {
  const { id, revision } = await created()
  const { ledger: lines } = await said(async () => {
    const answer = await sales('PATCH', `/people/${id}`, {
      payload: {
        values: { 'person.name': { given: 'Aino', family: 'Saari' }, 'person.preferredLanguage': 'sv' },
        source: 'order',
        verified: true,
      },
      headers: { 'if-match': `"${revision}"` },
    })
    const person = answer.json()
    assert.equal(answer.statusCode, 200, answer.body)
    assert.equal(person.revision, revision + 1)
    assert.deepEqual(person.values['person.name'], { given: 'Aino', family: 'Saari' })
    assert.equal(person.values['person.preferredLanguage'], 'sv')
    assert.equal(person.sources['person.name'].source, 'order')
    assert.ok(person.sources['person.name'].verifiedAt)
    const email = Object.keys(person.sources).find((key) => key.startsWith('person.email:')) ?? ''
    assert.equal(person.sources[email].source, 'contact')
  })
  assert.deepEqual(lines, ['person.corrected by saku'])
})

test('of two people who edit one record, the second is told, and no edit is lost', async () => {
  const { id, revision } = await created()
  const edit = (name: string) =>
    sales('PATCH', `/people/${id}`, {
      payload: { values: { 'person.name': name }, source: 'contact' },
      headers: { 'if-match': `"${revision}"` },
    })
  const answers = await Promise.all([edit('Aino Ensimmäinen'), edit('Aino Toinen')])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409])
  const late = answers.find(({ statusCode }) => statusCode === 409)?.json()
  assert.deepEqual([late.code, late.detail.revision], ['EDITED_MEANWHILE', revision + 1])
})

test('an edit that does not say which revision it changes is refused', async () => {
  const { id } = await created()
  const answer = await sales('PATCH', `/people/${id}`, { values: {}, source: 'contact' })
  assert.deepEqual([answer.statusCode, answer.json().code], [428, 'REVISION_MISSING'])
})

test('a person has several numbers, one of them first; taking the first away makes another first', async () => {
  const { id, values } = await created()
  const { ledger: lines } = await said(async () => {
    const added = (
      await sales('POST', `/people/${id}/phones`, { number: '0207 495 400', primary: true, source: 'contact' })
    ).json()
    assert.deepEqual(
      added.values['person.phone'].map(({ number, primary }: Record<string, unknown>) => [number, primary]),
      [
        ['+358207495400', true],
        ['+358401234567', false],
      ],
    )
    const again = await sales('POST', `/people/${id}/phones`, { number: '+358 207 495 400', source: 'contact' })
    assert.deepEqual([again.statusCode, again.json().code], [409, 'ALREADY_THERE'])
    assert.equal((await sales('DELETE', `/people/${id}/phones/${added.added}`)).statusCode, 204)
  })
  const left = (await sales('GET', `/people/${id}`)).json()
  assert.deepEqual(
    left.values['person.phone'].map(({ id: phone, primary }: Record<string, unknown>) => [phone, primary]),
    [[values['person.phone'][0].id, true]],
  )
  assert.equal(Object.keys(left.sources).filter((key) => key.startsWith('person.phone')).length, 1)
  assert.deepEqual(lines, ['phone.added by saku', 'phone.removed by saku'])
})

test('a list of addresses replaces the one held, and what stays keeps its id', async () => {
  const { id, revision, values } = await created()
  const answer = await sales('PATCH', `/people/${id}`, {
    payload: {
      values: { 'person.email': ['uusi@kaari.example', { address: 'aino.valimaki@kaari.example', primary: true }] },
      source: 'contact',
    },
    headers: { 'if-match': String(revision) },
  })
  const [first, second] = answer.json().values['person.email']
  assert.deepEqual(
    [first.id, first.primary, second.address],
    [values['person.email'][0].id, true, 'uusi@kaari.example'],
  )
})
