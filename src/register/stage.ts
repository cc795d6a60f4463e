import type { Act } from '#ledger'
import { type Stage, stageOf } from './relationship.ts'
import type { RegisterTables } from './tables.ts'

/** How far the life cycle has come with an organisation. */
export async function stageOfOrganisation(act: Act<RegisterTables>, id: string): Promise<Stage> {
  const ties = await act.db
    .selectFrom('register.relationship')
    .select('state')
    .where('organisation_id', '=', id)
    .execute()
  return stageOf(ties.map(({ state }) => state))
}

/** The same with a person: as a customer, or through the organisations they represent. */
export async function stageOfPerson(act: Act<RegisterTables>, id: string): Promise<Stage> {
  const ties = await act.db
    .selectFrom('register.relationship')
    .select('state')
    .where((eb) =>
      eb.or([
        eb('person_id', '=', id),
        eb(
          'organisation_id',
          'in',
          eb
            .selectFrom('register.affiliation')
            .select('organisation_id')
            .where('person_id', '=', id)
            .where('left_on', 'is', null),
        ),
      ]),
    )
    .execute()
  return stageOf(ties.map(({ state }) => state))
}
