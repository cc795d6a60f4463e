import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import type { RecipientTables } from './tables.ts'

/** What left the register, about whom, to whom and why (Art. 15(1)(c)). */
export interface Disclosed {
  /** One of these: a recipient or a processor of the statement, a company of the group, or an authority by its name. */
  recipient?: string
  processor?: string
  groupCompany?: string
  authority?: string
  /** The actual recipient, where the statement names only its kind (C-154/21). */
  name?: string
  people: readonly string[]
  fields: readonly string[]
  purpose: string
  /** The legal ground: an article, a law, or the statement's own words. */
  ground: string
  transferTool?: string | null
  /** Until when the person may not be told of it (Art. 23). */
  silentUntil?: string | null
}

/** S8.1: notes a disclosure with the people it was about. The ledger says to whom and how many; whom, only this table. */
export async function noteDisclosure(act: Act<RecipientTables>, disclosed: Disclosed): Promise<string> {
  const { people, fields, purpose, ground, transferTool = null, silentUntil = null } = disclosed
  const { kind, receiver, name } = receiverOf(disclosed)
  const id = newId(act.at.getTime())
  await sql`select seloste.note_disclosure(${id}, ${act.at}, ${kind}, ${receiver}, ${name}, ${[...new Set(people)]}::uuid[],
    ${[...new Set(fields)].sort()}::text[], ${purpose}, ${ground}, ${transferTool}, ${silentUntil}, ${Number(act.under)})`.execute(
    act.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0],
  )
  await act.record({
    what: 'disclosure.noted',
    about: id,
    detail: { kind, receiver, people: people.length, transferTool },
  })
  return id
}

function receiverOf({ recipient, processor, groupCompany, authority, name }: Disclosed) {
  if (authority !== undefined)
    return { kind: 'authority', receiver: recipient ?? 'authority', name: authority } as const
  if (groupCompany !== undefined) return { kind: 'group-company', receiver: groupCompany, name: null } as const
  if (processor !== undefined) return { kind: 'processor', receiver: processor, name: null } as const
  if (recipient !== undefined) return { kind: 'recipient', receiver: recipient, name: name ?? null } as const
  throw new Error('a disclosure was noted to nobody')
}
