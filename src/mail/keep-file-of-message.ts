import { sql } from 'kysely'
import { type Occasion, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce, type SaidParty } from '#register'
import { fileDocument } from '#work'
import { fileOfMessage } from './file-of-message.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { rowsOf } from './rows.ts'

/**
 * Files a file of a message among the documents of one of its correspondents, where it is kept, erased and handed over as any document;
 * answers the document's id. Refuses as `fileOfMessage` and `fileDocument`, and whoever is not in the message (`NOT_FOUND`).
 */
export async function keepFileOfMessage(
  register: MailRunning,
  settings: MailSettings,
  { id, number, occasion, party }: { id: string; number: number; occasion: Occasion; party: SaidParty },
): Promise<string> {
  const { name, content } = await fileOfMessage(register, settings, { id, number, occasion })
  return perform(register.db, occasion, async (act) => {
    const { personId = null, organisationId = null } = party
    const [there] = await rowsOf(
      act,
      sql`select from register.message_person one where one.message_id = ${id}
        and (one.person_id = ${personId}::uuid or one.organisation_id = ${organisationId}::uuid) limit 1`,
    )
    if (!there) throw new Refusal('NOT_FOUND', 404, { field: 'party' })
    return fileDocument(act as never, inForce(register), { ...party, fileName: name, bytes: content })
  })
}
