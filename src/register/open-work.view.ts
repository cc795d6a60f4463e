import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { refuseUnlessWriter } from './correct-organisation.ts'
import { type InForce, seesOf } from './in-force.ts'
import { type OpenKind, openKinds } from './open-work.ts'
import { type Reading, rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'

/** What of a kind is open: how many in all, and those that this duty sees, twenty at most. */
export interface OpenOfKind {
  kind: OpenKind
  count: number
  items: Named[]
}

interface Named {
  id: string
  /** Its number, or the title of what has none yet. */
  number: string | null
}

/** C1: what must be settled before a relationship may end, by kind. Refuses whoever may not end it. */
export async function openIn(look: Look<RegisterTables>, inForce: InForce, id: string): Promise<OpenOfKind[]> {
  const tie = await look.db
    .selectFrom('register.relationship')
    .select(['organisation_id', 'person_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!tie) throw new Refusal('NOT_FOUND', 404)
  refuseUnlessWriter(inForce, look, tie.organisation_id ? 'org.name' : 'person.name')
  const sees = seesOf(inForce, look)
  const shown = []
  for (const { kind, ids } of await byKind(look, id))
    shown.push({ kind, count: ids.length, named: sees(openKinds[kind]) ? await namedOf(look, kind, ids) : [] })
  const people = new Set(shown.flatMap(({ named }) => named.flatMap(({ people }) => people)))
  const fields = new Set(shown.flatMap(({ kind, named }) => (named.length > 0 ? [openKinds[kind]] : [])))
  look.saw([...people], people.size > 0 ? [...fields] : [])
  return shown.map(({ kind, count, named }) => ({
    kind,
    count,
    items: named.map(({ id, number }) => ({ id, number })),
  }))
}

/** How many of each kind are open in a relationship, as a deed must know before it ends one. */
export async function countOpen(act: Reading<RegisterTables>, id: string) {
  return (await byKind(act, id)).map(({ kind, ids }) => [kind, ids.length] as const)
}

// Art. 18 GDPR: asked with the duty's own grants and policies, which open_in steps over to count.
function namedOf({ db }: Reading<RegisterTables>, kind: OpenKind, ids: readonly string[]) {
  return rowsOf<Named & { people: string[] }>(
    db,
    sql`select id, number, array_remove(people, null) as people from seloste.open_named(${kind}, ${ids}::uuid[]) order by id limit 20`,
  )
}

async function byKind({ db }: Reading<RegisterTables>, id: string) {
  const works = await rowsOf<{ kind: OpenKind; id: string }>(
    db,
    sql`select kind, id from seloste.open_in(${id}) order by id`,
  )
  const kinds = Map.groupBy(works, ({ kind }) => kind)
  return (Object.keys(openKinds) as OpenKind[]).flatMap((kind) => {
    const works = kinds.get(kind)
    return works ? [{ kind, ids: works.map(({ id }) => id) }] : []
  })
}
