import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import type { Wish } from './gate.ts'
import type { Rules } from './rules.ts'

const channels = ['email', 'post'] as const
const topics = ['news', 'events', 'services'] as const
const companies = ['valo-energia', 'valo-huolto'] as const
const days = ['2025-01-01', '2026-03-01', '2026-03-02', '2026-03-03', '2027-01-01'] as const
const roles = ['Ostopäällikkö', ' ostopäällikkö ', 'HUOLTO', 'Matkat', null] as const
const groups = ['heating', 'solar'] as const
const sources = ['contact', 'order', 'order', 'contact', 'prh', 'no-such-source', null] as const

const one = <T>(...of: readonly T[]) => fc.constantFrom(...of)
const seldom = fc.integer({ min: 0, max: 11 }).map((drawn) => drawn === 0)
const few = <T>(of: fc.Arbitrary<T>, maxLength = 2) => fc.array(of, { maxLength })

const objection = fc.oneof(
  fc.record({ scope: one('all', 'profiling'), channel: fc.constant(null), topic: fc.constant(null) }),
  fc.record({ scope: fc.constant('channel'), channel: one('email', 'post', 'sms'), topic: fc.constant(null) }),
  fc.record({ scope: fc.constant('topic'), channel: one('email', 'post', null), topic: one(...topics) }),
)
const rarely = <T>(of: fc.Arbitrary<T>) => fc.oneof({ weight: 9, arbitrary: fc.constant([] as T[]) }, few(of))

const uses = one<string[]>([], [], ['channel:email'], ['topic:news', 'channel:sms'], ['purpose:direct-marketing'])

const person = fc.record({
  kind: one('private-customer', 'sole-trader', 'representative', 'representative'),
  isClosed: seldom,
  isRestricted: seldom,
  ownCompany: fc.boolean(),
  notices: rarely(
    fc.record({ state: one('queued', 'failed', 'sent', 'delivered'), target: one(...days, null), holds: uses }),
  ),
  emails: few(
    fc.record({
      kind: one('personal-work', 'role', 'private', 'unknown'),
      source: one(...sources),
      isProven: one(true, true, true, false),
    }),
    3,
  ),
  primary: one(-1, 0, 0, 0, 1),
  doors: few(fc.record({ kind: one('postal', 'visiting', 'billing'), source: one(...sources) }), 1),
  affiliations: few(
    fc.record({
      firm: fc.nat(4),
      role: one(...roles),
      left: one(null, null, ...days),
      since: one('2020-01-01', '2022-05-05'),
    }),
  ),
  objections: rarely(fc.record({ said: objection, isLifted: fc.boolean() })),
  suppressions: rarely(objection),
  consents: few(
    fc.record({
      channel: one(...channels),
      purpose: one('direct-marketing', 'other'),
      state: one('given', 'given', 'withdrawn', 'expired'),
      until: one(...days),
    }),
  ),
  topics: rarely(fc.record({ topic: one(...topics), wants: fc.boolean() })),
  sales: few(
    fc.record({
      company: one(...companies),
      group: one(...groups),
      told: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn > 0),
      email: one(0, 0, 0, 1, -1),
    }),
  ),
  ties: few(
    fc.record({
      company: one(...companies),
      state: one('customer', 'customer', 'customer', 'prospect', 'dormant'),
      own: fc.boolean(),
    }),
  ),
  undeliverable: rarely(fc.record({ channel: one(...channels), at: fc.nat(2), isSettled: fc.boolean() })),
})
const firm = fc.record({
  form: one('company', 'company', 'association', 'sole-trader'),
  isClosed: seldom,
  doors: few(fc.record({ kind: one('postal', 'visiting', 'billing'), source: one(...sources) })),
  objections: rarely(fc.record({ said: objection, isLifted: seldom })),
})

export const world = fc.record({
  firms: fc.array(firm, { minLength: 5, maxLength: 5 }),
  people: fc.array(person, { minLength: 20, maxLength: 30 }),
})
export type World = typeof world extends fc.Arbitrary<infer W> ? W : never

export const wish: fc.Arbitrary<Wish> = fc.record({
  channel: fc.oneof({ weight: 24, arbitrary: one<string>('email', 'email', 'post') }, one<string>('sms')),
  topics: fc.oneof(
    { weight: 24, arbitrary: fc.subarray<string>([...topics], { minLength: 1 }) },
    one<string[]>([], ['partner-offer'], ['news', 'partner-offer']),
  ),
  company: fc.oneof({ weight: 24, arbitrary: one<string>(...companies) }, one('elsewhere')),
  jobRoles: fc.subarray(['ostopäällikkö', 'huolto']),
  productGroups: fc.subarray<string>([...groups]),
  profiled: fc.boolean(),
})

const require = one('consent', 'existing-customer', 'role-relevance', 'not-refused', 'not-objected-and-not-on-ban-list')
const grounds = fc.array(
  fc.record({
    channel: one(...channels),
    recipient: one('natural-person', 'work-address', 'legal-person', 'any'),
    require,
  }),
  { maxLength: 8 },
)

/** The statement's rules, most often as they are. */
export const rulesFrom = (said: Rules): fc.Arbitrary<Rules | null> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(said) },
    { weight: 4, arbitrary: grounds.map((drawn) => ({ ...said, grounds: drawn as Rules['grounds'] })) },
    { weight: 1, arbitrary: fc.constant(null) },
  )

/** Puts the world into the tables in place of the one before; answers its people, with one who is not there. */
export async function settle(db: Kysely<never>, { firms, people }: World) {
  const run = (query: ReturnType<typeof sql>) => query.execute(db)
  await run(sql`truncate register.person, register.organisation, register.suppression, register.objection cascade`)
  const firmIds = firms.map(() => randomUUID())
  for (const [at, { form, isClosed, doors, objections }] of firms.entries()) {
    const id = firmIds[at]
    await run(sql`insert into register.organisation (id, form, name, created_at, changed_at, closed_at)
      values (${id}, ${form}, ${`Firma ${at}`}, now(), now(), ${isClosed ? new Date() : null})`)
    for (const door of doors) await addDoor('organisation', id, door)
    for (const { said, isLifted } of objections) await object('organisation', id, said, isLifted)
  }
  const settled: { id: string; digest: Buffer }[] = []
  for (const each of people) settled.push(await settlePerson(each))
  return [...settled, { id: randomUUID(), digest: createHash('sha256').update('nobody').digest() }]

  async function settlePerson(one: World['people'][number]) {
    const id = randomUUID()
    const digest = createHash('sha256').update(id).digest()
    await run(sql`insert into register.person (id, kind, created_at, changed_at, closed_at)
      values (${id}, ${one.kind}, now(), now(), ${one.isClosed ? new Date() : null})`)
    if (one.isRestricted)
      await run(
        sql`insert into register.restriction (person_id, reason, since, by, review_on) values (${id}, 'accuracy', now(), 'test', '2026-09-02')`,
      )
    for (const { state, target, holds } of one.notices)
      await run(sql`insert into register.notice (person_id, article, state, source, obtained_at, target_on, due_on, statement_version, holds)
        values (${id}, '13', ${state}, 'contact', now(), ${target}::date, ${target}::date, 1, ${holds})`)
    const emails: string[] = []
    for (const [at, { kind, source, isProven }] of one.emails.entries()) {
      const email = randomUUID()
      emails.push(email)
      await run(sql`insert into register.person_email (id, person_id, address, kind, is_primary, is_proven, added_at)
        values (${email}, ${id}, ${`${at}@x.example`}, ${kind}, ${at === one.primary}, ${isProven}, now())`)
      if (source) await tell('person', id, 'person.email', email, source)
    }
    const doors: string[] = []
    for (const door of one.doors) doors.push(await addDoor('person', id, door))
    for (const { firm, role, left, since } of one.affiliations)
      await run(sql`insert into register.affiliation (person_id, organisation_id, job_role, since, left_on)
        values (${id}, ${firmIds[firm]}, ${role}, ${since}::date, ${left}::date) on conflict do nothing`)
    for (const { said, isLifted } of one.objections) await object('person', id, said, isLifted)
    for (const { scope, channel, topic } of one.suppressions)
      await run(sql`insert into register.suppression (digest, scope, channel, topic, at, via)
        values (${digest}, ${scope}, ${channel}, ${topic}, now(), 'letter') on conflict do nothing`)
    await run(sql`insert into register.consent_wording (hash, purpose, channel, language, text, statement_version, kept_at)
      values (repeat('0', 64), 'direct-marketing', 'email', 'fi', 'Saa kertoa', 1, now()) on conflict do nothing`)
    for (const { channel, purpose, state, until } of one.consents)
      await run(sql`insert into register.consent (person_id, purpose, channel, state, wording, since, expires_on, via)
        values (${id}, ${purpose}, ${channel}, ${state}, repeat('0', 64), now(), ${state === 'given' ? until : null}::date, 'letter') on conflict do nothing`)
    for (const { topic, wants } of one.topics)
      await run(sql`insert into register.topic_preference (person_id, topic, wants, at, via, by)
        values (${id}, ${topic}, ${wants}, now(), 'letter', 'test') on conflict do nothing`)
    for (const { company, group, told, email } of one.sales)
      await run(sql`insert into register.fact_of_sale (person_id, group_company, product_group, sold_at, email_id, told_of_refusal, deal, recorded_at)
        values (${id}, ${company}, ${group}, now(), ${emails[email] ?? null}, ${told}, 'order', now())`)
    const own = one.ownCompany ? randomUUID() : null
    if (own) {
      await run(sql`insert into register.organisation (id, form, person_id, name, created_at, changed_at)
        values (${own}, 'sole-trader', ${id}, 'Tmi', now(), now())`)
      doors.push(await addDoor('organisation', own, { kind: 'postal', source: 'contact' }))
    }
    for (const { company, state, own: hers } of one.ties)
      await run(sql`insert into register.relationship (person_id, organisation_id, group_company, state, started_at, last_activity_at)
        values (${hers && own ? null : id}, ${hers && own ? own : null}, ${company}, ${state}, now(), now()) on conflict do nothing`)
    for (const { channel, at, isSettled } of one.undeliverable)
      await run(sql`insert into register.undeliverable (person_id, channel, value_id, reason, noted_at, noted_by, settled_at, settled_how)
        values (${id}, ${channel}, ${(channel === 'email' ? emails : doors)[at] ?? randomUUID()}, 'moved', now(), 'test',
          ${isSettled ? new Date() : null}, ${isSettled ? 'still-right' : null}) on conflict do nothing`)
    return { id, digest }
  }

  async function addDoor(
    of: 'person' | 'organisation',
    id: string | undefined,
    door: { kind: string; source: string | null },
  ) {
    const place = randomUUID()
    await run(sql`insert into ${sql.table(`register.${of}_address`)} (id, ${sql.ref(`${of}_id`)}, kind, postcode, city, added_at)
      values (${place}, ${id}, ${door.kind}, '00100', 'HELSINKI', now())`)
    const field = of === 'person' ? 'person.address' : 'org.addresses'
    if (door.source && id) await tell(of, id, field, place, door.source)
    return place
  }

  async function tell(of: 'person' | 'organisation', id: string, field: string, value: string, source: string) {
    await run(sql`insert into ${sql.table(`register.${of}_source`)} (${sql.ref(`${of}_id`)}, field, value_id, source, by, recorded_at, obtained_at, as_of)
      values (${id}, ${field}, ${value}, ${source}, 'test', now(), now(), current_date)`)
  }

  async function object(
    of: 'person' | 'organisation',
    id: string | undefined,
    said: { scope: string; channel: string | null; topic: string | null },
    isLifted: boolean,
  ) {
    await run(sql`insert into register.objection (${sql.ref(`${of}_id`)}, scope, channel, topic, at, via, by, recorded_at, lifted_at, lifted_by)
      values (${id}, ${said.scope}, ${said.channel}, ${said.topic}, now(), 'letter', 'test', now(),
        ${isLifted ? new Date() : null}, ${isLifted ? randomUUID() : null}) on conflict do nothing`)
  }
}
