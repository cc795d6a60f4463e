import type { Running } from '#statement'
import type { Database } from '../database.ts'
import { type CastName, cast, castNames } from './cast.ts'

/** Employs the cast: accounts open, duties given, undertakings signed, the instruction read. For demos and tests only. */
export async function employCast(register: Running<Database>, at: Date): Promise<Record<CastName, string>> {
  const db = register.db.owner()
  const text = JSON.stringify({
    fi: 'Käytä rekisteriä vain omissa tehtävissäsi ja kerro aina, mistä tieto on saatu.',
    sv: 'Använd registret bara i dina egna uppgifter och ange alltid varifrån uppgiften kommer.',
    en: 'Use the register for your own duties only, and always say where a value came from.',
  })
  await db.insertInto('register.instruction').values({ version: 1, text, made_by: 'set-up', made_at: at }).execute()

  const ids: Partial<Record<CastName, string>> = {}
  for (const who of castNames) {
    const { name, email, language, groupCompany, duties } = cast[who]
    const { id } = await db
      .insertInto('register.staff')
      .values({
        name,
        email,
        language,
        state: 'open',
        group_company: groupCompany,
        team: null,
        invited_at: at,
        closed_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids[who] = id
    const granted = {
      staff_id: id,
      granted_by: 'set-up',
      reason: 'Work',
      granted_at: at,
      until_on: null,
      withdrawn_at: null,
    }
    await db
      .insertInto('register.staff_duty')
      .values(duties.map((duty) => ({ ...granted, duty })))
      .execute()
    const signed = {
      staff_id: id,
      signed_on: at.toISOString().slice(0, 10),
      document_ref: `HR-${castNames.indexOf(who) + 1}`,
    }
    await db
      .insertInto('register.undertaking')
      .values({ ...signed, recorded_by: 'set-up', recorded_at: at })
      .execute()
    await db
      .insertInto('register.instruction_acknowledgement')
      .values({ staff_id: id, version: 1, acknowledged_at: at })
      .execute()
  }
  return ids as Record<CastName, string> // every name of the cast was met above
}
