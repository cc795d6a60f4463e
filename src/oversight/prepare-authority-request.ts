import { sql } from 'kysely'
import type { Act } from '#ledger'
import { addMonths, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { Published } from '#statement'
import type { OversightTables } from './tables.ts'

export interface NewAuthorityRequest {
  recipient: string
  authority: string
  /** The provision of law that obliges or allows the disclosure. */
  provision: string
  documentRef: string
  purpose: string
  people: readonly string[]
  fields: readonly string[]
  askedOn: Day
  /** Until when the person may not be told, and by which provision. */
  silence?: { until: Day; ground: string } | null
}

/** S8.2: prepares the extract that an authority asks for: by which law, about whom, and which fields, no more than the request needs. */
export async function prepareAuthorityRequest(
  act: Act<OversightTables>,
  { statement, policy }: Pick<Published, 'statement' | 'policy'>,
  asked: NewAuthorityRequest,
): Promise<string> {
  const { recipient, people, fields, askedOn, silence } = asked
  const [authority, provision] = [asked.authority.trim(), asked.provision.trim()]
  const [documentRef, purpose] = [asked.documentRef.trim(), asked.purpose.trim()]
  for (const [field, value] of Object.entries({ authority, provision, documentRef, purpose }))
    if (!value) throw new Refusal('VALUE_REQUIRED', 422, { field, clause: 'S8.2' })
  const declared = statement.recipients?.find(({ id }) => id === recipient)
  if (!declared || !['authority', 'legal-claims'].includes(declared.kind))
    throw new Refusal('RECIPIENT_NOT_DECLARED', 403, { field: 'recipient', clause: 'S8.2' })
  const undeclared = fields.find((field) => !policy.fields.has(field) || field.startsWith('sys.'))
  if (undeclared !== undefined) throw new Refusal('FIELD_NOT_DECLARED', 422, { field: 'fields', clause: 'S5.1' })
  const unread = fields.find((field) => !policy.duties.get(act.duty)?.reads.has(field))
  if (unread !== undefined)
    throw new Refusal('FIELD_NOT_OF_DUTY', 403, { field: unread, clause: 'S10.3', duty: act.duty })
  if (people.length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'people', clause: 'S8.2' })
  if (fields.length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'fields', clause: 'S8.2' })
  refuseDays(askedOn, silence, dayInHelsinki(act.at))
  await refuseUnknown(act, people)

  const id = newId(act.at.getTime())
  const listed = [...new Set(people)]
  await act.db
    .insertInto('register.authority_request')
    .values({
      ...{ id, recipient, authority, provision, document_ref: documentRef, purpose, people: listed },
      ...{ people_count: listed.length, fields: [...new Set(fields)].sort(), asked_on: askedOn, received_at: act.at },
      ...{ silent_until: silence?.until ?? null, silent_ground: silence?.ground.trim() || null, state: 'prepared' },
      ...{ prepared_by: act.by, prepared_at: act.at, decided_by: null, decided_at: null, decision_note: null },
      ...{ released_by: null, released_at: null, extract_digest: null },
    })
    .execute()
  await act.record({ what: 'authority-request.prepared', about: id, detail: { people: listed.length, fields } })
  return id
}

function refuseDays(askedOn: Day, silence: NewAuthorityRequest['silence'], today: Day) {
  if (askedOn > today) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'askedOn', clause: 'S8.2' })
  if (!silence) return
  if (!silence.ground.trim()) throw new Refusal('VALUE_REQUIRED', 422, { field: 'silence/ground', clause: 'S8.2' })
  // Art. 23 GDPR: silence is for a time. Whoever needs longer asks for it anew.
  if (silence.until < today || silence.until > addMonths(today, 12))
    throw new Refusal('SILENCE_TOO_LONG', 422, { field: 'silence/until', clause: 'S8.2' })
}

async function refuseUnknown(act: Act<OversightTables>, people: readonly string[]) {
  const { rows } = await sql<{ seen: number }>`
    select count(*)::int as seen from register.person where id = any(${[...new Set(people)]}::uuid[])
  `.execute(act.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0])
  if (rows[0]?.seen !== new Set(people).size) throw new Refusal('NOT_FOUND', 404, { field: 'people' })
}
