import { createHash } from 'node:crypto'
import type { Act } from '#ledger'
import { canonicalJson } from '#platform/canonical-json'
import { Refusal } from '#platform/refusal'
import { noteDisclosure } from '#recipients'
import { stateAfter } from './authority-request.ts'
import type { Extract } from './extract.view.ts'
import type { OversightTables } from './tables.ts'

/** S8.2: hands out what two people have dealt with. Noted for each person it is about; the extract itself is kept nowhere. */
export async function releaseAuthorityRequest(
  act: Act<OversightTables>,
  { id, extract }: { id: string; extract: Extract },
) {
  const held = await act.db
    .selectFrom('register.authority_request')
    .select(['state', 'recipient', 'authority', 'provision', 'people', 'fields', 'silent_until', 'revision'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  refuseUnapproved(held.state)

  const digest = digestOf(extract)
  const { numUpdatedRows } = await act.db
    .updateTable('register.authority_request')
    .set({
      state: 'released',
      released_by: act.by,
      released_at: act.at,
      extract_digest: digest,
      revision: held.revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', held.revision)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('AUTHORITY_REQUEST_STATE', 409, { clause: 'S8.2' })
  await act.record({ what: 'authority-request.released', about: id, detail: { digest } })
  await noteDisclosure(act as never, {
    ...{ recipient: held.recipient, authority: held.authority, people: held.people, fields: held.fields },
    ...{ purpose: held.recipient, ground: held.provision, silentUntil: held.silent_until },
  })
  return digest
}

/** Asked before anybody's data are read for it, so that a refused release looks at nobody. */
export function refuseUnapproved(state: Parameters<typeof stateAfter>[0]) {
  if (state === 'prepared') throw new Refusal('SECOND_PERSON_NEEDED', 403, { clause: 'S8.2' })
  if (!stateAfter(state, 'release')) throw new Refusal('AUTHORITY_REQUEST_STATE', 409, { clause: 'S8.2' })
}

/** By which the extract can be recognised later, though it is not kept. */
export function digestOf(extract: Extract): string {
  return createHash('sha256')
    .update(canonicalJson(extract as never))
    .digest('hex')
}
