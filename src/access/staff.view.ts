import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { AccessTables } from './tables.ts'

export interface StaffCard {
  id: string
  name: string
  email: string
  language: string
  state: 'invited' | 'open' | 'closed'
  groupCompany: string | null
  team: string | null
  duties: { duty: string; grantedAt: string; until: string | null; reason: string }[]
  undertaking: { signedOn: string; documentRef: string } | null
  needsInstruction: boolean
}

/** The staff with what an administrator keeps of them. Staff are not people of the register. */
export async function staffOf(look: Look<AccessTables>): Promise<StaffCard[]> {
  look.saw([], [])
  return cards(look).orderBy('staff.name').execute()
}

export async function staffMember(look: Look<AccessTables>, id: string): Promise<StaffCard> {
  look.saw([], [])
  const card = await cards(look).where('staff.id', '=', id).executeTakeFirst()
  if (!card) throw new Refusal('NOT_FOUND', 404)
  return card
}

/** Colleagues by name, for choosing an owner or a handler. */
export async function colleaguesOf(look: Look<AccessTables>, state: 'open' | 'closed' = 'open') {
  look.saw([], [])
  return look.db
    .selectFrom('register.staff')
    .select(['id', 'name', 'group_company as groupCompany', 'team'])
    .where('state', '=', state)
    .orderBy('name')
    .execute()
}

function cards(look: Look<AccessTables>) {
  return look.db.selectFrom('register.staff as staff').select([
    'staff.id',
    'staff.name',
    'staff.email',
    'staff.language',
    'staff.state',
    'staff.group_company as groupCompany',
    'staff.team',
    sql<StaffCard['duties']>`coalesce((
      select jsonb_agg(jsonb_build_object('duty', held.duty, 'grantedAt', held.granted_at, 'until', held.until_on, 'reason', held.reason)
        order by held.granted_at, held.id)
      from register.staff_duty held
      where held.staff_id = staff.id and held.withdrawn_at is null
        and (held.until_on is null or held.until_on >= (${look.at}::timestamptz at time zone 'Europe/Helsinki')::date)
    ), '[]')`.as('duties'),
    sql<StaffCard['undertaking']>`(
      select jsonb_build_object('signedOn', signed.signed_on, 'documentRef', signed.document_ref)
      from register.undertaking signed where signed.staff_id = staff.id order by signed.recorded_at desc limit 1
    )`.as('undertaking'),
    sql<boolean>`seloste.instruction_needed(staff.id, ${look.at})`.as('needsInstruction'),
  ])
}
