import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const owner = register.db.owner()
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok([200, 201, 204].includes(answer.statusCode), `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const line = { id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const issued = [
  ...['quote', 'quote_version', 'sales_order', 'delivery', 'contract', 'assignment', 'invoice', 'payment', 'reminder'],
  ...['complaint', 'warranty'],
].map((table) => `register.${table}`)

/** One of everything that is issued to somebody, each as far on its way as it goes. */
async function everyDocument(party: { company: string; contact: string } | { person: string }) {
  const sent = await made('/quotes', { ...party, title: 'Kiuas', lines: [line] })
  await made(`/quotes/${sent.id}/sending`, {})
  const accepted = await made('/quotes', { ...party, title: 'Kiuas', lines: [line] })
  await made(`/quotes/${accepted.id}/sending`, {})
  await made(`/quotes/${accepted.id}/acceptance`, { version: 1, name: 'Maija Mäki' })
  const order = await made('/orders', { ...party, title: 'Kiuas', lines: [line] })
  const lines = [{ line: 'a', quantity: 1000 }]
  const delivery = await made(`/orders/${order.id}/deliveries`, { lines }, service)
  await made(`/deliveries/${delivery.id}/state`, { event: 'delivery' }, service)
  const term = { title: 'Huolto', startsOn: '2026-01-01', endsOn: '2026-12-31', billingMonths: 1, lines: [line] }
  for (const event of ['', 'notice', 'ending']) {
    const contract = await made('/contracts', { ...party, ...term })
    await made(`/contracts/${contract.id}/state`, { event: 'signing' })
    if (event) await made(`/contracts/${contract.id}/state`, { event, reason: 'Sovittu' })
  }
  const of = 'company' in party ? { company: party.company } : party
  const job = await made('/assignments', { ...of, title: 'Asennus' }, service)
  const contact = 'contact' in party ? party.contact : party.person
  await made(`/assignments/${job.id}/contacts`, { person: contact, task: 'Vastaanottaja' }, service)
  const draft = { ...party, lines: [line], terms: [{ share: 10_000, days: 14 }] }
  const { id: invoice } = await made('/invoices/drafts', draft, billing)
  await made(`/invoices/${invoice}/issue`, {}, billing)
  await made('/payments', { invoice, amountCents: 1000 }, billing)
  await sql`insert into register.reminder (group_company, organisation_id, person_id, invoice_id, round, reminded_on, due_on, open_cents,
      fee_cents, interest_cents, entered_by, entered_at)
    select group_company, organisation_id, person_id, id, 1, '2026-04-01', '2026-04-15', 1000, 0, 0, 'bo', now() from register.invoice
    where id = ${invoice}`.execute(owner)
  const warranty = { ...of, item: 'Kiuas', startsOn: '2026-01-01', endsOn: '2027-12-31' }
  await made('/warranties', warranty, service)
  await made('/complaints', { ...of, text: 'Kiuas ei lämpene', invoice }, service)
}

/** Every row about these, and what hangs on their documents, as the database holds it. */
const rowsAbout = async (people: string[], companies: string[]) =>
  (
    await sql<{ place: string; row: string }>`
      with known as (select * from seloste.rows_about(${people}::uuid[], ${companies}::uuid[], null))
      select place, key || ' ' || said::text as row from known
      union all select 'register.payment_allocation', to_jsonb(part)::text from register.payment_allocation part
        where part.invoice_id::text in (select key from known where place = 'register.invoice')
      order by 1, 2`.execute(owner)
  ).rows

const company = async (name: string) => (await made('/companies', { values: { 'org.name': name }, source: 'order' })).id
const person = async (name: string, more = {}) =>
  (await made('/people', { values: { 'person.name': name }, source: 'order', ...more })).id

for (const side of ['goes', 'stays'] as const)
  for (const subject of ['company', 'person', 'contact'] as const)
    test(`a ${subject} with every document that is issued is merged where it ${side}, and told apart again to the letter`, async () => {
      const firms = [await company('Kivelän Puu'), await company('Kivelän Puu Oy')] as [string, string]
      const both = [
        await person('Maija Mäki', subject === 'contact' ? { company: firms[0] } : {}),
        await person('Maija Mäki-Aho'),
      ] as [string, string]
      await everyDocument(subject === 'person' ? { person: both[0] } : { company: firms[0], contact: both[0] })
      const [path, two] = subject === 'company' ? (['companies', firms] as const) : (['people', both] as const)
      const [gone, kept] = side === 'goes' ? two : two.toReversed()
      const before = await rowsAbout(both, firms)
      const places = new Set(before.map(({ place }) => place))
      for (const table of [...issued, 'register.payment_allocation']) assert.ok(places.has(table), table)

      const merged = await sales('POST', `/${path}/${kept}/merges`, { from: gone })
      assert.equal(merged.statusCode, 201, merged.body)
      assert.deepEqual(
        await rowsAbout(path === 'people' ? [gone ?? ''] : [], path === 'people' ? [] : [gone ?? '']),
        [],
      )
      const now = new Set(
        (await rowsAbout(path === 'people' ? [kept ?? ''] : [], path === 'people' ? [] : [kept ?? ''])).map(
          ({ place }) => place,
        ),
      )
      if (subject !== 'contact') for (const table of issued) assert.ok(now.has(table), `${table} is whose who stays`)

      const { items } = (await sales('GET', '/merges')).json()
      const merge = items.find((one: { record: string }) => one.record === kept).id
      const undone = await sales('POST', `/merges/${merge}/undo`)
      assert.equal(undone.statusCode, 201, undone.body)
      assert.deepEqual(await rowsAbout(both, firms), before)
    })

test('whose document it is moves with a merge only, and nothing else of it moves with one', async () => {
  const firm = await company('Toisen Puu Oy')
  await everyDocument({ company: firm, contact: await person('Olli Oksa', { company: firm }) })
  for (const table of ['quote', 'quote_version', 'sales_order', 'delivery', 'contract', 'assignment'])
    for (const [login, what] of [
      ['', 'organisation_id = gen_random_uuid()'],
      [register.db.loginOf('matching'), `group_company = 'other'`],
    ] as const)
      await assert.rejects(
        owner.transaction().execute(async (tx) => {
          await sql`grant select, update on register.${sql.raw(table)} to ${sql.ref(register.db.loginOf('matching'))}`.execute(
            tx,
          )
          await sql`alter table register.${sql.raw(table)} disable row level security`.execute(tx)
          if (login) await sql.raw(`set local session authorization ${login}`).execute(tx)
          await sql`update register.${sql.raw(table)} set ${sql.raw(what)} where organisation_id = ${firm}::uuid`.execute(
            tx,
          )
        }),
        /DOCUMENT_IS_LOCKED/,
        `${table}: ${what}`,
      )
})

test('of two equal addresses the proof of either is kept: whoever could be written to still can', async () => {
  const address = 'maija@kivela.example'
  const withMail = async (proven: boolean) => {
    const { id } = await made('/people', {
      values: { 'person.name': 'Maija Mäki', 'person.email': [address] },
      source: 'order',
    })
    if (!proven)
      await sql`update register.person_email set is_proven = false, given_with = array[gen_random_uuid()],
        proof_digest = sha256(convert_to(${id}, 'UTF8')), proof_until = now() where person_id = ${id}`.execute(owner)
    return id as string
  }
  const mailOf = async (id: string) =>
    (
      await sql<{ is_proven: boolean; has_answered: boolean; given: number; link: boolean }>`
        select is_proven, has_answered, cardinality(given_with) as given, proof_digest is not null as link
        from register.person_email where person_id = ${id}`.execute(owner)
    ).rows
  for (const [gone, kept, expected] of [
    [true, false, { is_proven: true, has_answered: false, given: 1, link: false }],
    [false, true, { is_proven: true, has_answered: false, given: 1, link: false }],
    [false, false, { is_proven: false, has_answered: true, given: 2, link: false }],
  ] as const) {
    const [from, into] = [await withMail(gone), await withMail(kept)]
    if (!gone && !kept)
      await sql`update register.person_email set has_answered = true where person_id = ${from}`.execute(owner)
    const before = await rowsAbout([from, into], [])
    await made(`/people/${into}/merges`, { from })
    assert.deepEqual(await mailOf(into), [expected], `${gone} into ${kept}`)
    const { items } = (await sales('GET', '/merges')).json()
    await made(`/merges/${items.find((one: { record: string }) => one.record === into).id}/undo`, {})
    assert.deepEqual(await rowsAbout([from, into], []), before)
  }
})
