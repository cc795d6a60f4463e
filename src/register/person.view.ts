import { sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { keptQuery } from '#platform/kept-query'
import type { Language } from '#platform/language'
import { addedJson } from './added-values.ts'
import { fieldsAbout, type InForce, knownFields, refuseUnlessSees, seesOf } from './in-force.ts'
import { isFrozen, isOverdue, type NoticeState } from './notice.ts'
import { displayPhone } from './phone-number.ts'
import {
  addressesOf,
  alsoSelect,
  emailsOf,
  type Piece,
  phonesOf,
  relationshipsOf,
  sourcesOf,
  staffNamed,
} from './pieces.ts'
import { doubtsOf, type PostalAddress, postLabel } from './postal-address.ts'
import { type SourceRow, sourcesSaid } from './sources-said.ts'
import type { PersonKind, RegisterTables } from './tables.ts'
import { mayEdit, verdictsOn } from './verdict-said.ts'

interface Row {
  id: string
  kind: PersonKind
  revision: number
  createdAt: Date
  changedAt: Date
  closedAt: Date | null
  restricted: boolean
  given?: string
  family?: string
  emails?: object[]
  phones?: { number: string }[]
  addresses?: PostalAddress[]
  affiliations: { jobRole?: string; leftOn: string | null }[]
  relationships: object[]
  sources: SourceRow[]
  notices: NoticeRow[]
  added: Record<string, unknown> | null
}

interface NoticeRow {
  state: NoticeState
  targetOn: string | null
  dueOn: string | null
}

const askCard = keptQuery<[id: string]>()

/** Everything of one person that this duty reads, with the source of each value; null where it sees no such person. */
export async function personOf(
  look: Look<RegisterTables>,
  inForce: InForce,
  { id, language }: { id: string; language: Language },
) {
  refuseUnlessSees(inForce, look, knownFields.person)
  const sees = seesOf(inForce, look)
  const me = sql`person.id`
  const [row] = await askCard(look.db, {
    under: inForce,
    key: `${look.duty} ${look.purpose}`,
    values: [id],
    write: ([asked]) => sql<Row>`
      select person.id, person.kind, person.revision, person.created_at as "createdAt", person.changed_at as "changedAt",
        person.closed_at as "closedAt", seloste.is_restricted(person.id) as restricted, ${addedJson(inForce, sees, 'person', me)} as added,
        ${sourcesOf('person', me)} as sources, ${affiliationsOf(me, { name: sees('org.name'), role: sees('person.jobRole') })} as affiliations,
        ${noticesOf(me)} as notices
        ${alsoSelect(
          sees('person.name') && sql`person.given_name as given, person.family_name as family`,
          sees('person.name') && sql`${relationshipsOf('person', me, sees('com.paymentTerms'))} as relationships`,
          sees('person.email') && sql`${emailsOf(me)} as emails`,
          sees('person.phone') && sql`${phonesOf(me)} as phones`,
          sees('person.address') && sql`${addressesOf('person', me)} as addresses`,
        )}
      from register.person where person.id = ${asked}`,
  })
  look.saw(
    row ? [row.id] : [],
    fieldsAbout(inForce, 'person')
      .map((field) => field.id)
      .filter(sees),
  )
  return row ? shown(row, look, inForce, language) : null
}

function shown(row: Row, look: Look<RegisterTables>, inForce: InForce, language: Language) {
  const { id, kind, revision, createdAt, changedAt, closedAt, restricted, relationships, affiliations } = row
  const today = dayInHelsinki(look.at)
  const current = affiliations.find(({ leftOn }) => leftOn === null)
  const isRepresentative = kind === 'representative'
  return {
    ...{
      id,
      kind,
      revision,
      createdAt,
      changedAt,
      closedAt,
      restricted,
      affiliations,
      relationships: relationships ?? [],
    },
    /** C1: a representative who represents nobody any more. */
    state: isRepresentative && affiliations.length > 0 && !current ? 'left-org' : 'active',
    values: valuesOf(row, current?.jobRole),
    sources: sourcesSaid(row.sources, id, inForce, language),
    notices: row.notices.map((notice) => ({
      ...notice,
      overdue: isOverdue(notice, today),
      frozen: isFrozen(notice, today),
    })),
    may: { edit: mayEdit(inForce, look, 'person', language), fields: verdictsOn(inForce, look, 'person', language) },
  }
}

function valuesOf({ given, family, emails, phones, addresses, added }: Row, jobRole: string | undefined) {
  const recipient = [given, family].filter(Boolean).join(' ')
  return {
    ...(family === undefined ? {} : { 'person.name': { given: given ?? '', family } }),
    ...(jobRole ? { 'person.jobRole': jobRole } : {}),
    ...(emails ? { 'person.email': emails } : {}),
    ...(phones ? { 'person.phone': phones.map((phone) => ({ ...phone, display: displayPhone(phone.number) })) } : {}),
    ...(addresses
      ? {
          'person.address': addresses.map((address) => ({
            ...address,
            label: postLabel(recipient, address),
            doubts: doubtsOf(address),
          })),
        }
      : {}),
    ...added,
  }
}

function affiliationsOf(person: Piece, sees: { name: boolean; role: boolean }): Piece {
  const role = sees.role ? sql`, 'jobRole', link.job_role` : sql``
  const company = sees.name
    ? sql`(select json_build_object('id', firm.id, 'name', firm.name) from register.organisation firm where firm.id = link.organisation_id)`
    : sql`json_build_object('id', link.organisation_id)`
  return sql`(
    select coalesce(json_agg(json_build_object('id', link.id, 'company', ${company}, 'since', link.since, 'leftOn', link.left_on ${role})
      order by link.left_on nulls first, link.since desc, link.id), '[]')
    from register.affiliation link where link.person_id = ${person})`
}

export function noticesOf(person: Piece): Piece {
  return sql`(
    select coalesce(json_agg(json_build_object('id', note.id, 'article', note.article, 'state', note.state, 'source', note.source,
      'obtainedAt', note.obtained_at, 'targetOn', note.target_on, 'dueOn', note.due_on, 'version', note.statement_version,
      'deliveries', (
        select coalesce(json_agg(json_build_object('way', gone.way, 'outcome', gone.outcome, 'language', gone.language,
          'version', gone.statement_version, 'by', gone.by, 'byName', ${staffNamed(sql`gone.by`)}, 'at', gone.at) order by gone.at), '[]')
        from register.notice_delivery gone where gone.notice_id = note.id)) order by note.obtained_at desc, note.id), '[]')
    from register.notice note where note.person_id = ${person})`
}
