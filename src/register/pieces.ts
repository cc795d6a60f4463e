import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '#ledger'

// Pieces of SQL that several views share. Each names only columns that the caller has checked the duty may read.

export type Piece = RawBuilder<unknown>

export async function rowsOf<R>(db: unknown, query: RawBuilder<R>): Promise<R[]> {
  const { rows } = await query.execute(db as Parameters<RawBuilder<R>['execute']>[0]) // a Look's handle is Kysely's own
  return rows
}

export type Reading<T> = { db: Tables<T> }

/** `, a, b` of those pieces that are to be selected. */
export function alsoSelect(...pieces: (Piece | false)[]): Piece {
  const wanted = pieces.filter((piece) => piece !== false)
  return wanted.length === 0 ? sql`` : sql`, ${sql.join(wanted)}`
}

/** `where a and b`, or nothing. */
export function whereAll(pieces: readonly (Piece | false | undefined)[]): Piece {
  const wanted = pieces.filter((piece) => piece !== false && piece !== undefined)
  return wanted.length === 0 ? sql`` : sql`where ${sql.join(wanted, sql` and `)}`
}

export function staffNamed(id: Piece): Piece {
  return sql`(select staff.name from register.staff where staff.id::text = ${id})`
}

export function addressesOf(table: 'organisation' | 'person', id: Piece): Piece {
  return sql`(
    select coalesce(json_agg(json_build_object('id', place.id, 'kind', place.kind, 'careOf', place.care_of, 'street', place.street,
      'houseNumber', place.house_number, 'stair', place.stair, 'flat', place.flat, 'poBox', place.po_box,
      'postcode', place.postcode, 'city', place.city, 'country', place.country) order by place.id), '[]')
    from ${sql.table(`register.${table}_address`)} place where place.${sql.ref(`${table}_id`)} = ${id})`
}

/** Where each value comes from; the row policy leaves out those of fields that the duty does not read. */
export function sourcesOf(table: 'organisation' | 'person', id: Piece): Piece {
  return sql`(
    select coalesce(json_agg(json_build_object('field', told.field, 'valueId', told.value_id, 'source', told.source, 'note', told.note,
      'by', told.by, 'byName', ${staffNamed(sql`told.by`)}, 'at', told.obtained_at, 'recordedAt', told.recorded_at,
      'asOf', told.as_of, 'verifiedAt', told.verified_at, 'document',
      case when told.document_id is not null then json_build_object('kind', told.document_kind, 'id', told.document_id) end)), '[]')
    from ${sql.table(`register.${table}_source`)} told where told.${sql.ref(`${table}_id`)} = ${id})`
}

export function emailsOf(person: Piece): Piece {
  return sql`(
    select coalesce(json_agg(json_build_object('id', mail.id, 'address', mail.address, 'kind', mail.kind, 'primary', mail.is_primary,
      'proven', mail.is_proven, 'answered', mail.has_answered) order by mail.is_primary desc, mail.id), '[]')
    from register.person_email mail where mail.person_id = ${person})`
}

export function phonesOf(person: Piece): Piece {
  return sql`(
    select coalesce(json_agg(json_build_object('id', call.id, 'number', call.number, 'typed', call.typed, 'kind', call.kind, 'primary', call.is_primary)
      order by call.is_primary desc, call.id), '[]')
    from register.person_phone call where call.person_id = ${person})`
}

/** For lists, where one is enough: without sorting and gathering, a page of fifty takes half the time. */
export function firstEmailOf(person: Piece): Piece {
  return sql`coalesce((
    select json_build_array(json_build_object('id', mail.id, 'address', mail.address, 'kind', mail.kind, 'primary', true))
    from register.person_email mail where mail.person_id = ${person} and mail.is_primary), '[]')`
}

export function firstPhoneOf(person: Piece): Piece {
  return sql`coalesce((
    select json_build_array(json_build_object('id', call.id, 'number', call.number, 'typed', call.typed, 'kind', call.kind, 'primary', true))
    from register.person_phone call where call.person_id = ${person} and call.is_primary), '[]')`
}

/** The relationships of one subject; payment terms only for a duty that reads them. */
export function relationshipsOf(subject: 'organisation' | 'person', id: Piece, seesTerms: boolean): Piece {
  const terms = seesTerms ? sql`, 'paymentTerms', tie.payment_terms` : sql``
  return sql`(
    select coalesce(json_agg(json_build_object('id', tie.id, 'groupCompany', tie.group_company, 'state', tie.state, 'owner', tie.owner,
      'ownerName', ${staffNamed(sql`tie.owner`)}, 'team', tie.team, 'startedAt', tie.started_at, 'lastActivityAt', tie.last_activity_at,
      'revision', tie.revision ${terms}) order by tie.started_at, tie.id), '[]')
    from register.relationship tie where tie.${sql.ref(`${subject}_id`)} = ${id})`
}
