import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { WorkTrigger } from '#lists'
import { firstIdAt } from '#platform/new-id'
import { moveEnquiry } from './enquiries.ts'
import type { InForce } from './in-force.ts'
import type { RegisterTables } from './tables.ts'

/** What happens in the register upon which a when–then rule may start. */
export const registerTriggers: readonly WorkTrigger[] = [
  {
    name: 'enquiry-arrives',
    subject: 'enquiry',
    field: 'com.enquiries',
    rows: ({ since }) => sql`
      select id, person_id as person, organisation_id as organisation, '' as occasion from register.enquiry
      where received_at >= ${since} and state <> 'closed'`,
    assign: (act: Act<RegisterTables>, inForce: InForce, { id, to }: { id: string; to: string }) =>
      moveEnquiry(act, inForce, { id, event: 'assignment', to }),
  } as WorkTrigger,
  {
    name: 'company-created',
    subject: 'company',
    field: 'org.name',
    rows: ({ since }) => sql`
      select id, null::uuid as person, id as organisation, '' as occasion from register.organisation where id >= ${firstIdAt(since)}::uuid`,
  },
  {
    name: 'person-created',
    subject: 'person',
    field: 'person.name',
    rows: ({ since }) => sql`
      select id, id as person, null::uuid as organisation, '' as occasion from register.person where id >= ${firstIdAt(since)}::uuid`,
  },
]
