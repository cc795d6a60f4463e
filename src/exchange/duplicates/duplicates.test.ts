import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { erasePassedImports } from '../import-jobs.ts'
import { findDuplicates } from './find-duplicates.ts'

const { as, register, ledger } = await anApp()
const sales = as('saku', 'sales')
const owner = register.db.owner()

const made = async (path: string, values: Record<string, unknown>, more = {}) => {
  const answer = await sales('POST', path, { values, source: 'contact', ...more })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id as string
}
const person = (values: Record<string, unknown>, more = {}) => made('/people', values, more)
const company = (values: Record<string, unknown>) => made('/companies', values)

const mergeOf = async (record: string) =>
  (await sales('GET', '/merges')).json().items.find((one: { record: string }) => one.record === record).id as string

/** Every row about these, as the database holds it. */
const rowsAbout = async (people: string[], companies: string[]) =>
  (
    await sql<{
      row: string
    }>`select place || ' ' || key || ' ' || said::text as row from seloste.rows_about(${people}::uuid[], ${companies}::uuid[], null) order by 1`.execute(
      owner,
    )
  ).rows.map(({ row }) => row)

test('who is typed anew is warned of by name, e-mail, phone and business ID, with the reason', async () => {
  const known = await person({
    'person.name': 'Aino Rantanen',
    'person.email': 'aino.rantanen@ranta.example',
    'person.phone': '040 000 0001',
  })
  const firm = await company({ 'org.name': 'Oy Rannan Puu Ab', 'org.businessId': '0000033-4' })
  const ask = async (typed: object) => (await sales('POST', '/duplicates/alike', typed)).json()
  for (const [typed, reason] of [
    [{ name: 'aino rantanen' }, 'name'],
    [{ name: 'Rantanen Aino' }, 'name'],
    [{ email: 'AINO.RANTANEN@ranta.example' }, 'email'],
    [{ phone: '+358 40 0000001' }, 'phone'],
  ] as const) {
    const { seen, unseen } = await ask({ subject: 'person', ...typed })
    assert.deepEqual(
      [seen.map(({ id, reasons }: { id: string; reasons: string[] }) => [id, reasons]), unseen],
      [[[known, [reason]]], 0],
    )
  }
  for (const typed of [{ name: 'Rannan puu' }, { businessId: 'FI00000334' }, { name: 'Rannan Puut Oy' }])
    assert.deepEqual(
      (await ask({ subject: 'organisation', ...typed })).seen.map(({ id }: { id: string }) => id),
      [firm],
      JSON.stringify(typed),
    )
  assert.deepEqual(await ask({ subject: 'person', name: 'Aino', phone: '09' }), { seen: [], unseen: 0 })
})

test('of whom the duty does not see only that somebody is there, and nothing of who', async () => {
  const hidden = await person({ 'person.name': 'Salli Piilo', 'person.email': 'salli@piilo.example' })
  await sql`update register.person set closed_at = now() where id = ${hidden}`.execute(owner)
  const answer = await sales('POST', '/duplicates/alike', { subject: 'person', email: 'salli@piilo.example' })
  assert.deepEqual(answer.json(), { seen: [], unseen: 1 })
})

test('the search finds pairs that share keys, says why, and a dismissed pair does not come back', async () => {
  const [one, other] = [
    await person({ 'person.name': 'Eero Kallio', 'person.phone': '040 000 0002' }),
    await person({ 'person.name': 'Kallio Eero', 'person.phone': '0400000002' }),
  ]
  const firms = [await company({ 'org.name': 'Kivikallio Oy' }), await company({ 'org.name': 'Kivikallio oy ab' })]
  await findDuplicates(register as never)
  const list = async (subject: string) => (await sales('GET', `/duplicates?subject=${subject}`)).json().items
  const pair = (await list('person')).find((found: { one: { id: string } }) => [one, other].includes(found.one.id))
  assert.deepEqual(
    [[pair.one.id, pair.other.id].sort(), pair.score, pair.reasons],
    [[one, other].sort(), 70, ['phone', 'name']],
  )
  const firm = (await list('organisation')).find((found: { one: { id: string } }) => firms.includes(found.one.id))
  assert.deepEqual([[firm.one.id, firm.other.id].sort(), firm.reasons], [firms.sort(), ['name']])

  assert.equal((await sales('POST', `/duplicates/${pair.id}/dismissal`)).statusCode, 204)
  await findDuplicates(register as never)
  assert.ok(!(await list('person')).some((found: { one: { id: string } }) => found.one.id === one))
})

test('a merge is undone to the letter: every row of every table about both is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        sameMail: fc.boolean(),
        sameFirm: fc.boolean(),
        enquiries: fc.integer({ min: 0, max: 2 }),
        name: fc.boolean(),
        objects: fc.boolean(),
        task: fc.boolean(),
      }),
      async ({ sameMail, sameFirm, enquiries, name, objects, task }) => {
        const firm = await company({ 'org.name': `Yhteinen ${Math.floor(Math.random() * 1e9)} Oy` })
        const mail = `mea${Math.floor(Math.random() * 1e9)}@mea.example`
        const gone = await person(
          {
            'person.name': 'Mea Vanha',
            'person.email': [mail, `vanha.${mail}`],
            'person.preferredLanguage': 'sv',
            'person.jobRole': 'ostaja',
          },
          { company: firm },
        )
        const kept = await person(
          {
            'person.name': 'Mea Uusi',
            'person.email': sameMail ? [mail] : `uusi.${mail}`,
            'person.phone': '040 000 0003',
          },
          sameFirm ? { company: firm } : {},
        )
        for (let n = 0; n < enquiries; n++)
          await sales('POST', '/enquiries', {
            channel: 'phone',
            message: 'Kysymys',
            person: n ? kept : gone,
            source: 'contact',
          })
        if (objects) await as('ingrid', 'privacy')('POST', `/people/${gone}/objections`, { scope: 'all', via: 'phone' })
        if (task) await sales('POST', '/tasks', { title: 'Soita', person: gone })
        const before = await rowsAbout([gone, kept], [])

        const merged = await sales('POST', `/people/${kept}/merges`, { from: gone, take: name ? ['person.name'] : [] })
        assert.equal(merged.statusCode, 201, merged.body)
        const shown = (await sales('GET', `/people/${kept}`)).json()
        assert.equal(shown.values['person.name'].family, name ? 'Vanha' : 'Uusi')
        assert.notDeepEqual(await rowsAbout([gone, kept], []), before)
        const undone = await sales('POST', `/merges/${await mergeOf(kept)}/undo`)
        assert.equal(undone.statusCode, 201, undone.body)
        assert.deepEqual(await rowsAbout([gone, kept], []), before)
        assert.equal((await sales('GET', `/people/${gone}`)).statusCode, 200)
      },
    ),
    { numRuns: 8 },
  )
  assert.equal((await ledger()).at(-1), 'merge.undone by saku')
})

test('companies are merged with what hangs on them, the business ID chosen, and told apart again to the letter', async () => {
  const gone = await company({
    'org.name': 'Laineen Konepaja',
    'org.businessId': '0000050-2',
    'org.phone': '010 000 0001',
  })
  const kept = await company({
    'org.name': 'Laineen Konepaja Oy',
    'org.phone': '010 000 0002',
    'org.addresses': [{ kind: 'visiting', street: 'Paja 1', postcode: '00520', city: 'Helsinki' }],
  })
  const seppo = await person({ 'person.name': 'Seppo Laine', 'person.jobRole': 'seppä' }, { company: gone })
  await sales('POST', '/enquiries', {
    channel: 'phone',
    message: 'Sorvista',
    person: seppo,
    company: gone,
    source: 'contact',
  })
  const before = await rowsAbout([seppo], [gone, kept])

  const merged = await sales('POST', `/companies/${kept}/merges`, { from: gone, take: ['org.phone'] })
  assert.equal(merged.statusCode, 201, merged.body)
  const shown = (await sales('GET', `/companies/${kept}`)).json()
  assert.deepEqual(
    [shown.values['org.name'], shown.values['org.phone'].number],
    ['Laineen Konepaja Oy', '+358100000001'],
  )
  assert.equal((await sales('GET', `/companies/${gone}`)).statusCode, 404)
  assert.equal(
    (await sales('GET', `/people/${seppo}`)).json().affiliations[0].company?.id ??
      (await sales('GET', `/people/${seppo}`)).json().affiliations[0].organisation.id,
    kept,
  )

  const undone = await sales('POST', `/merges/${merged.json().merge}/undo`)
  assert.equal(undone.statusCode, 201, undone.body)
  assert.deepEqual(await rowsAbout([seppo], [gone, kept]), before)
})

test('where the open relationship of one took the place of the closed one of the other, both are there again', async () => {
  const [gone, kept] = [await company({ 'org.name': 'Salon Saha' }), await company({ 'org.name': 'Salon Saha Oy' })]
  await sql`update register.relationship set state = 'ended', closed_at = now() where organisation_id = ${kept}`.execute(
    owner,
  )
  const before = await rowsAbout([], [gone, kept])
  const merged = await sales('POST', `/companies/${kept}/merges`, { from: gone })
  const undone = await sales('POST', `/merges/${merged.json().merge}/undo`)
  assert.equal(undone.statusCode, 201, undone.body)
  assert.deepEqual(await rowsAbout([], [gone, kept]), before)
})

test('when something new hangs on the record, the merge stays and says why', async () => {
  const [gone, kept] = [
    await person({ 'person.name': 'Olli Uusitalo' }),
    await person({ 'person.name': 'Olli Uusi-Talo' }),
  ]
  await sales('POST', `/people/${kept}/merges`, { from: gone })
  const merge = { id: await mergeOf(kept) }
  await sales('POST', '/enquiries', { channel: 'phone', message: 'Uusi', person: kept, source: 'contact' })
  const refused = await sales('POST', `/merges/${merge.id}/undo`)
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'MERGE_HAS_GROWN'])
  assert.equal((await as('maija')('POST', `/merges/${merge.id}/undo`)).statusCode, 403)
})

test('a month later what stood before is erased, and the merge stands', async () => {
  const [gone, kept] = [
    await person({ 'person.name': 'Vieno Vanhala' }),
    await person({ 'person.name': 'Vieno Vanha-Ala' }),
  ]
  await sales('POST', `/people/${kept}/merges`, { from: gone })
  const merge = await mergeOf(kept)
  const rows = async () =>
    (await owner.selectFrom('register.undo_row').select('place').where('of', '=', merge).execute()).length
  await register.setClock('2026-03-20T12:00:00+02:00')
  await erasePassedImports(register as never)
  assert.ok((await rows()) > 0)
  await register.setClock('2026-04-05T12:00:00+03:00')
  await erasePassedImports(register as never)
  assert.equal(await rows(), 0)
  const left = await owner.selectFrom('register.merge').select('id').where('id', '=', merge).execute()
  assert.deepEqual(left, [])
})
