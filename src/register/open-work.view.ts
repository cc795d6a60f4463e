import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { refuseUnlessWriter } from './correct-organisation.ts'
import { type InForce, seesOf } from './in-force.ts'
import { type OpenKind, openKinds } from './open-work.ts'
import { type Reading, rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'

interface OpenWork {
  kind: OpenKind
  id: string
  /** Its number, or the title of what has none yet. */
  number: string | null
}

/** What of a kind is open: how many in all, and those whose field this duty sees, twenty at most. */
export interface OpenOfKind {
  kind: OpenKind
  count: number
  items: Omit<OpenWork, 'kind'>[]
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
  const open = await byKind(look, id)
  const shown = open.filter(({ kind }) => sees(openKinds[kind]))
  const fields = [...new Set(shown.map(({ kind }) => openKinds[kind]))]
  look.saw(tie.person_id && fields.length > 0 ? [tie.person_id] : [], fields)
  return open.map(({ kind, works }) => ({
    ...{ kind, count: works.length },
    items: sees(openKinds[kind]) ? works.slice(0, 20).map(({ id, number }) => ({ id, number })) : [],
  }))
}

/** How many of each kind are open in a relationship, as a deed must know before it ends one. */
export async function countOpen(act: Reading<RegisterTables>, id: string) {
  return (await byKind(act, id)).map(({ kind, works }) => [kind, works.length] as const)
}

async function byKind({ db }: Reading<RegisterTables>, id: string) {
  const works = await rowsOf<OpenWork>(
    db,
    sql<OpenWork>`select kind, id, number from seloste.open_in(${id}) order by id`,
  )
  const kinds = Map.groupBy(works, ({ kind }) => kind)
  return (Object.keys(openKinds) as OpenKind[]).flatMap((kind) => {
    const works = kinds.get(kind)
    return works ? [{ kind, works }] : []
  })
}
