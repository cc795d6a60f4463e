import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees } from '#register'
import { chainOf } from '../chain.view.ts'
import { allowedOf, type PartySeen, partyColumns, staffName } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type AssignmentState, eventsOfAssignment } from './assignment.ts'

interface Row extends PartySeen {
  id: string
  state: AssignmentState
  order: string | null
  contract: string | null
}

/** One line of a contact list: a member of staff, or a person of the customer with how they can be reached. */
export interface Listed {
  id: string
  staff: string | null
  staffName: string | null
  person: string | null
  personName: string | null
  jobRole: string | null
  email: string | null
  phone: string | null
  task: string | null
}

/** One assignment with its contact list; null where this duty sees none such. */
export async function assignmentOf(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.contracts'])
  const sees = allowedOf(inForce, look)
  const [row] = await rowsOf<Row>(
    look,
    sql`select assignment.id, assignment.number, assignment.state, assignment.title, assignment.text, assignment.starts_on as "startsOn",
        assignment.ends_on as "endsOn", assignment.settled_on as "settledOn", assignment.outcome, assignment.contract_id as contract,
        assignment.order_id as "order", assignment.group_company as "groupCompany", assignment.owner,
        ${staffName(sql`assignment.owner`)} as "ownerName", assignment.source, assignment.entered_at as "enteredAt", assignment.revision,
        ${partyColumns(sees, 'assignment', { contact: false })}
      from register.assignment where assignment.id = ${id}::uuid`,
  )
  const list = row ? await listOf(look, sees, row) : []
  const people = [row?.person, ...list.map(({ person }) => person)].filter((one) => typeof one === 'string')
  look.saw(
    [...new Set(people)],
    people.length > 0 ? ['com.contracts', 'person.name', 'person.email', 'person.phone'] : [],
  )
  if (!row) return null
  const mayWrite = sees('com.contracts', 'write')
  return {
    ...row,
    list,
    events: mayWrite ? eventsOfAssignment(row.state) : [],
    may: { list: mayWrite && row.state === 'open', owner: mayWrite && row.state === 'open' },
    chain: await chainOf(look, inForce, { order: row.order, contract: row.contract }),
  }
}

function listOf(look: Look<DealingsReach>, sees: (field: string) => boolean, { id, company }: Row): Promise<Listed[]> {
  const nothing = sql`null::text`
  const person = (field: string, piece: ReturnType<typeof sql>) => (sees(field) ? piece : nothing)
  return rowsOf<Listed>(
    look,
    sql`select listed.id, listed.staff_id as staff, ${staffName(sql`listed.staff_id`)} as "staffName", listed.person_id as person,
        listed.task,
        ${person('person.name', sql`(select btrim(who.given_name || ' ' || who.family_name) from register.person who where who.id = listed.person_id)`)} as "personName",
        ${person(
          'person.jobRole',
          sql`(select link.job_role from register.affiliation link where link.person_id = listed.person_id
          and link.organisation_id = ${company}::uuid and link.left_on is null limit 1)`,
        )} as "jobRole",
        ${person('person.email', sql`(select mail.address from register.person_email mail where mail.person_id = listed.person_id and mail.is_primary limit 1)`)} as email,
        ${person('person.phone', sql`(select call.typed from register.person_phone call where call.person_id = listed.person_id and call.is_primary limit 1)`)} as phone
      from register.assignment_contact listed where listed.assignment_id = ${id}::uuid
      order by listed.staff_id is null, listed.added_at, listed.id limit 200`,
  )
}
