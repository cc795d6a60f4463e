import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees } from '#register'
import { newestDocuments } from '#work'
import { seesOf } from './fields-of-letter.ts'
import type { MailReach, PaperFiles } from './reach.ts'
import { rowsOf } from './rows.ts'

/** What the register holds that may go with a letter to these: their documents and papers, and those of the companies they work for. */
export async function attachables(
  look: Look<MailReach>,
  inForce: InForce,
  { papers, people, companies }: { papers: PaperFiles | undefined; people: string[]; companies: string[] },
) {
  refuseUnlessSees(inForce, look, ['com.enquiries'])
  const firms = await rowsOf<{ id: string }>(
    look,
    sql<{ id: string }>`select distinct tie.organisation_id as id from register.affiliation tie
      where tie.person_id = any(${people}::uuid[]) and tie.left_on is null`,
  )
  const parties = { people, companies: [...new Set([...companies, ...firms.map(({ id }) => id)])] }
  const seesDocuments = seesOf(inForce, look)('com.activities')
  const documents = seesDocuments ? await newestDocuments(look as never, parties) : []
  const listed = (await papers?.listed(look as never, parties)) ?? { items: [], fields: [] }
  look.saw(people, people.length > 0 ? [...(seesDocuments ? ['com.activities'] : []), ...listed.fields] : [])
  return { documents, papers: listed.items }
}
