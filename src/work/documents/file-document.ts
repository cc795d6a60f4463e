import { createHash } from 'node:crypto'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, type SaidParty, textOfDeal } from '#register'
import { lockedWork } from '../own-work.ts'
import { partyOfWork, type SaidSubject, workField } from '../party-of-work.ts'
import type { WorkReach } from '../tables.ts'
import { mediaTypeOf } from './media-type.ts'

/** 25 MiB. */
export const largestDocument = 26_214_400
const piece = 524_288

export interface FileOfDocument {
  /** The file's name with its end, such as `offer.pdf`. */
  fileName: string
  bytes: Buffer
}

export interface NewDocument extends SaidParty, FileOfDocument {
  /** What it is called in the register; the file's name, where nothing is said. */
  name?: string
  subject?: SaidSubject
  groupCompany?: string
}

/** S5.29: files a document about a company or a person. Refuses DOCUMENT_TYPE, DOCUMENT_EMPTY, PERSONAL_IDENTITY_CODE and as `addTask`. */
export async function fileDocument(act: Act<WorkReach>, inForce: InForce, wish: NewDocument): Promise<string> {
  const party = await partyOfWork(act, inForce, wish)
  const file = checkedFile(wish)
  const name = textOfDeal(workField, wish.name || file.fileName.replace(/\.[^.]+$/, ''), 200) ?? file.fileName
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.document')
    .values({
      ...{ id, name, versions: 1, organisation_id: party.organisationId, person_id: party.personId },
      ...{ subject_kind: wish.subject?.kind ?? null, subject_id: wish.subject?.id ?? null },
      group_company: groupCompanyOf(inForce.policy, wish.groupCompany),
      ...{ at: act.at, entered_by: act.by, entered_at: act.at },
    })
    .execute()
  await keepVersion(act, id, 1, file)
  await act.record({ what: 'document.filed', about: id, detail: { person: party.personId, sha256: file.sha256 } })
  return id
}

/** Another version of a document; the earlier ones stay as they were. */
export async function addVersion(
  act: Act<WorkReach>,
  inForce: InForce,
  { id, ...said }: FileOfDocument & { id: string },
): Promise<number> {
  const held = await lockedWork(act, inForce, { table: 'register.document', id })
  const file = checkedFile(said)
  const { versions } = await act.db
    .updateTable('register.document')
    .set((eb) => ({ versions: eb('versions', '+', 1), at: act.at, revision: held.revision + 1 }))
    .where('id', '=', id)
    .returning('versions')
    .executeTakeFirstOrThrow()
  await keepVersion(act, id, versions, file)
  await act.record({ what: 'document.versioned', about: id, detail: { nth: versions, sha256: file.sha256 } })
  return versions
}

/** Calls a document something else. */
export async function renameDocument(
  act: Act<WorkReach>,
  inForce: InForce,
  { id, name: said, revision }: { id: string; name: string; revision?: number },
) {
  const held = await lockedWork(act, inForce, { table: 'register.document', id, revision })
  const name = textOfDeal(workField, said, 200)
  if (!name) throw new Refusal('VALUE_REQUIRED', 422, { field: 'name', clause: 'S5.29' })
  await act.db
    .updateTable('register.document')
    .set({ name, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'document.renamed', about: id })
}

type Checked = ReturnType<typeof checkedFile>

/** A file that may be taken in or sent on: what it is by its bytes, under a name without paths. Refuses DOCUMENT_TYPE, DOCUMENT_EMPTY, PERSONAL_IDENTITY_CODE. */
export function checkedFile({ fileName: said, bytes }: FileOfDocument) {
  const fileName = textOfDeal(workField, said.replace(/[\\/\p{Cc}\p{Cf}]/gu, '_'), 200)
  if (!fileName) throw new Refusal('VALUE_REQUIRED', 422, { field: 'fileName', clause: 'S5.29' })
  if (bytes.length === 0) throw new Refusal('DOCUMENT_EMPTY', 422, { field: 'file' })
  if (bytes.length > largestDocument) throw new Refusal('BODY_TOO_LARGE', 413, { limit: largestDocument })
  const mediaType = mediaTypeOf(bytes, fileName)
  if (!mediaType) throw new Refusal('DOCUMENT_TYPE', 415, { field: 'file' })
  return { fileName, bytes, mediaType, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function keepVersion(act: Act<WorkReach>, document_id: string, nth: number, { bytes, ...file }: Checked) {
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.document_version')
    .values({
      ...{ id, document_id, nth, file_name: file.fileName, media_type: file.mediaType, bytes: bytes.length },
      ...{ sha256: file.sha256, entered_by: act.by, entered_at: act.at },
    })
    .execute()
  for (let at = 0; at < bytes.length; at += piece)
    await act.db
      .insertInto('register.document_piece')
      .values({ version_id: id, nth: at / piece, content: bytes.subarray(at, at + piece) })
      .execute()
}
