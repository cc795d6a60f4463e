import { sql } from 'kysely'
import type { Statement } from '#statement'
import type { Visited, Witness } from './check.ts'
import type { Breaking } from './evidence.fixture.ts'

export interface Whom {
  aino: string
  staff: string
  loginOf: (role: string) => string
}

/** Ways of breaking things, for the tables of breakages. */
export function breakingKit({ aino, staff, loginOf }: Whom) {
  const id = () => sql`uuidv7()`
  const said = (change: (statement: Statement & Record<string, never>) => void): Breaking => ({
    witness: ({ statement }: Witness) => {
      const other = structuredClone(statement)
      change(other as never)
      return { statement: other }
    },
  })
  const policy = (
    change: (policy: { -readonly [K in keyof Witness['policy']]: Witness['policy'][K] }) => void,
  ): Breaking => ({
    witness: ({ policy: own }: Witness) => {
      const other = { ...own }
      change(other)
      return { policy: other }
    },
  })
  const page = (wanted: RegExp, change: (page: Visited) => Partial<Visited>): Breaking => ({
    page: (path, found) => (wanted.test(path) ? { ...found, ...change(found) } : undefined),
  })
  const run = (...statements: Breaking['sql'] & object): Breaking => ({ sql: statements })
  const request = (kind: string, more: Record<string, unknown> = {}) => {
    const row = {
      kind,
      capacity: 'self',
      reply_way: 'email',
      language: 'fi',
      received_at: '2026-01-02T10:00:00Z',
      ...more,
    }
    const all = {
      ...{
        received_via: 'mail',
        entered_by: 'x',
        entered_at: '2026-01-02T10:00:00Z',
        state: 'assessing',
        identity: 'not-needed',
      },
      ...{ profile: 'fi-2026', due_on: '2026-02-02', internal_due_on: '2026-01-26', statement_version: 1, ...row },
    }
    return sql`insert into register.rights_request (${sql.join(Object.keys(all).map((key) => sql.ref(key)))})
      values (${sql.join(Object.values(all))})`
  }
  const free = (table: string) => sql`alter table ${sql.table(table)} disable trigger user`
  const unchecked = (table: string) => sql`
    do $$ declare rule record; begin
      for rule in select conname from pg_constraint where conrelid = '${sql.raw(table)}'::regclass and contype in ('c', 'f') loop
        execute format('alter table ${sql.raw(table)} drop constraint %I', rule.conname);
      end loop; end $$`
  const campaign = (more: { channel?: string; topics?: string[] } = {}) => sql`
    insert into register.campaign (name, channel, topics, group_company, audience, content, state, statement_version, created_by, created_at, changed_at)
    values ('x', ${more.channel ?? 'email'}, ${more.topics ?? ['news']}, 'valo-energia', '{}', '{}', 'draft', 1, 'x', now(), now())`
  const sent = (at: string, ground: string | null = 'consent') => sql`
    insert into register.campaign_recipient (campaign_id, person_id, channel, language, state, ground, queued_at, fenced_at, settled_at)
    select id, ${aino}, 'email', 'fi', 'sent', ${ground}, ${at}, ${at}, ${at} from register.campaign`
  const service = (clause: string): Breaking =>
    said(({ cookies }) => {
      for (const one of (cookies as never as { services: { saidIn: string; cookies: { duration: unknown }[] }[] })
        .services)
        if (one.saidIn === clause) for (const cookie of one.cookies) cookie.duration = undefined
    })

  return {
    aino,
    staff,
    loginOf,
    id,
    said,
    policy,
    page,
    run,
    request,
    free,
    unchecked,
    campaign,
    sent,
    service,
    sources,
    disclosure,
    paper,
    erasure,
  }

  function sources(clause: string, change: Record<string, unknown>): Breaking {
    return policy((own) => {
      own.sources = new Map(
        [...own.sources].map(([key, one]) => [key, one.clause === clause ? { ...one, ...change } : one]),
      )
    })
  }
  function disclosure(kind: string, receiver: string) {
    return sql`insert into register.disclosure (id, at, by, kind, receiver, people, fields, purpose, ground, statement_version)
      values (${id()}, now(), 'x', ${kind}, ${receiver}, '{}', '{}', 'x', 'x', 1)`
  }
  function paper({ location = 'Kaappi 3', destroyBy = '2027-01-01' }: { location?: string; destroyBy?: string }) {
    return sql`insert into register.paper_item (id, what, location, people, made_at, made_by, reason, destroy_by)
      values (${id()}, 'Tuloste', ${location}, '{}', '2026-01-01Z', 'x', 'x', ${destroyBy})`
  }
  function erasure(resumes: string, blocker = 'open-invoice') {
    return sql`insert into register.erasure (person_id, asked_at, asked_by, statement_version, state, planned, outcomes, held, resumes_on)
      values (${aino}, '2026-01-01Z', 'x', 1, 'held', '[]', '[]', ${JSON.stringify([{ table: 'register.invoice', blocker }])}::jsonb, ${resumes})`
  }
}
