import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, type RegisterTables, refuseUnlessSees, verdictOn } from '#register'
import { namesOfStaff } from '../colleagues.view.ts'
import { workField } from '../party-of-work.ts'
import { rowsOf } from '../rows.ts'
import type { WorkReach } from '../tables.ts'
import { viewOf } from './media-type.ts'

interface Row {
  id: string
  name: string
  at: Date
  enteredBy: string
  revision: number
  person_id: string | null
  subject_kind: string | null
  subject_id: string | null
  versions: { nth: number; fileName: string; mediaType: string; bytes: number; by: string; at: string }[]
}

/** The documents of a company, a person or a deal, or of a party's one deal, with their versions, the latest first. */
export async function documentsOf(
  look: Look<WorkReach>,
  inForce: InForce,
  { company, person, subject }: { company?: string; person?: string; subject?: string },
) {
  refuseUnlessSees(inForce, look, [workField])
  const whose = [
    ...(company ? [sql`organisation_id = ${company}::uuid`] : []),
    ...(person ? [sql`person_id = ${person}::uuid`] : []),
    ...(subject ? [sql`subject_id = ${subject}::uuid`] : []),
  ]
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`select id, name, at, entered_by as "enteredBy", revision, person_id, subject_kind, subject_id,
      (select json_agg(json_build_object('nth', nth, 'fileName', file_name, 'mediaType', media_type, 'bytes', bytes, 'by', version.entered_by,
        'at', version.entered_at) order by nth desc) from register.document_version version where document_id = document.id) as versions
      from register.document where ${sql.join(whose, sql` and `)} order by at desc, id desc limit 200`,
  )
  const people = rows.flatMap(({ person_id }) => person_id ?? [])
  look.saw(people, people.length > 0 ? [workField] : [])
  const staff = await namesOfStaff(
    look,
    rows.flatMap(({ versions }) => versions.map(({ by }) => by)),
  )
  return {
    mayAdd: verdictOn(inForce, look, workField, 'write').allowed,
    items: rows.map(({ person_id: _, subject_kind, subject_id, versions, ...document }) => ({
      ...document,
      subject: subject_kind && subject_id ? { kind: subject_kind, id: subject_id } : null,
      isOwn: document.enteredBy === look.by,
      versions: versions.map(({ by, ...version }) => ({
        ...version,
        byName: staff.get(by) ?? null,
        view: viewOf(version.mediaType),
      })),
    })),
  }
}

/** The newest version of each document of these people and companies, the latest filed first. The caller says what was seen. */
export async function newestDocuments(
  look: Look<WorkReach>,
  { people, companies }: { people: string[]; companies: string[] },
) {
  return rowsOf<{ id: string; name: string; nth: number; fileName: string; bytes: number }>(
    look,
    sql`select document.id, document.name, version.nth, version.file_name as "fileName", version.bytes
      from register.document cross join lateral (select nth, file_name, bytes from register.document_version
        where document_id = document.id order by nth desc limit 1) version
      where document.person_id = any(${people}::uuid[]) or document.organisation_id = any(${companies}::uuid[])
      order by document.at desc, document.id desc limit 50`,
  )
}

/** The bytes of one version, as they were filed. */
export async function fileOfDocument(
  look: Look<WorkReach>,
  inForce: InForce,
  { id, nth }: { id: string; nth: number },
) {
  refuseUnlessSees(inForce, look as unknown as Look<RegisterTables>, [workField])
  const [version] = await rowsOf<{ id: string; fileName: string; mediaType: string; person: string | null }>(
    look,
    sql`select version.id, version.file_name as "fileName", version.media_type as "mediaType", document.person_id as person
      from register.document_version version join register.document on document.id = version.document_id
      where document.id = ${id}::uuid and version.nth = ${nth}`,
  )
  if (!version) throw new Refusal('NOT_FOUND', 404)
  look.saw(version.person ? [version.person] : [], version.person ? [workField] : [])

  const pieces: Buffer[] = []
  for (let at = 0; ; at += 1) {
    const [piece] = await rowsOf<{ content: Buffer }>(
      look,
      sql`select content from register.document_piece where version_id = ${version.id}::uuid and nth = ${at}`,
    )
    if (!piece) break
    pieces.push(piece.content)
  }
  return { fileName: version.fileName, mediaType: version.mediaType, bytes: Buffer.concat(pieces) }
}
