import { sql } from 'kysely'
import { choicesKeyIn } from '#choices'
import { look, type Occasion, perform } from '#ledger'
import { openSmtpLine } from '#platform/smtp-line'
import { inForce } from '#register'
import type { TestRegister } from '#test/register'
import type { Content } from './content.ts'
import { judged } from './judged.view.ts'
import { noteTest, queueCampaign } from './move-campaign.ts'
import { rulesOf } from './rules.ts'
import type { Sending } from './sending.ts'
import { type CampaignParts, createCampaign, wishOf } from './write-campaign.ts'

export const publicUrl = 'https://register.valo.example'

export const content: Content = {
  fi: {
    subject: 'Kevään lämpöillat, {name}',
    blocks: [
      { kind: 'heading', text: 'Hei {name}!' },
      { kind: 'paragraph', text: 'Tule kuuntelemaan.' },
    ],
  },
}

export const newsletter: CampaignParts = {
  name: 'Lämpöillat',
  channel: 'email',
  topics: ['events'],
  jobRoles: ['Ostopäällikkö'],
  content,
}

export function marketer(register: TestRegister): Occasion {
  return { by: 'maija', duty: 'marketing', purpose: 'direct-marketing', at: register.now(), under: '1', reach: 'all' }
}

/** So many buyers at one company, whom role-relevant mail may be sent to; answers their ids in order. */
export async function buyers(register: TestRegister, count: number): Promise<string[]> {
  const owner = register.db.owner()
  const run = (query: ReturnType<typeof sql>) => query.execute(owner)
  await run(sql`insert into register.organisation (id, form, name, created_at, changed_at)
    values ('00000000-0000-7000-8000-00000000f1f1', 'company', 'Ostaja Oy', now(), now()) on conflict do nothing`)
  await run(sql`insert into register.organisation_address (organisation_id, kind, street, house_number, postcode, city, added_at)
    select '00000000-0000-7000-8000-00000000f1f1', 'postal', 'Ostajankatu', '1', '33100', 'TAMPERE', now()
    where not exists (select from register.organisation_address)`)
  const { rows } = await sql<{ id: string }>`
    insert into register.person (kind, given_name, family_name, created_at, changed_at)
    select 'representative', 'Äijö', 'Ostaja ' || n, now(), now() from generate_series(1, ${count}::integer) n returning id`.execute(
    owner,
  )
  const ids = rows.map(({ id }) => id)
  await run(sql`insert into register.person_email (person_id, address, kind, is_primary, added_at)
    select id, 'ostaja.' || n || '@ostaja.example', 'personal-work', true, now() from unnest(${ids}::uuid[]) with ordinality one (id, n)`)
  await run(sql`insert into register.person_source (person_id, field, value_id, source, by, recorded_at, obtained_at, as_of)
    select person_id, 'person.email', id, 'order', 'test', now(), now(), current_date from register.person_email where person_id = any(${ids}::uuid[])`)
  await run(sql`insert into register.affiliation (person_id, organisation_id, job_role, since)
    select id, '00000000-0000-7000-8000-00000000f1f1', 'Ostopäällikkö', '2020-01-01' from unnest(${ids}::uuid[]) id`)
  await run(sql`insert into register.relationship (organisation_id, group_company, state, started_at, last_activity_at)
    values ('00000000-0000-7000-8000-00000000f1f1', 'valo-energia', 'customer', now(), now()) on conflict do nothing`)
  return ids
}

/** A campaign written, tested and queued, ready to be sent. */
export async function queued(register: TestRegister, parts: Partial<CampaignParts> = {}): Promise<string> {
  const rules = rulesOf(register.current()?.statement as never)
  const said = { ...newsletter, ...parts }
  const force = inForce(register)
  const id = await perform(register.db, marketer(register), (act) => createCampaign(act as never, force, rules, said))
  await perform(register.db, marketer(register), (act) => noteTest(act as never, force, id))
  await queueAll(register, id, said)
  return id
}

export async function queueAll(register: TestRegister, id: string, said: CampaignParts = newsletter) {
  const rules = rulesOf(register.current()?.statement as never)
  const judging = { audience: said.audience ?? {}, wish: wishOf(said, rules), key: choicesKeyIn(register) }
  const meant = await look(register.db, marketer(register), async (view) => {
    view.saw([], [])
    return judged(view as never, inForce(register), judging)
  })
  await perform(register.db, marketer(register), (act) => queueCampaign(act as never, inForce(register), id, meant))
}

export function sendingTo(register: TestRegister, url: string, more: Partial<Sending> = {}): Sending {
  return {
    key: choicesKeyIn(register),
    letterhead: { publicUrl, dkim: null },
    line: () => openSmtpLine(url, 'register.valo.example'),
    mayGo: async () => ({ allowed: true }),
    rate: null,
    ...more,
  }
}

/** How many of the campaign's recipients are where, and why. */
export async function standing(register: TestRegister, campaignId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state || coalesce(' ' || code, '') as state, count(*)::integer as count from register.campaign_recipient
    where campaign_id = ${campaignId} group by 1 order by 1`.execute(register.db.owner())
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
