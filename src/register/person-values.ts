import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import type { PostalAddress } from './postal-address.ts'
import type { Told } from './sources.ts'
import type { RegisterTables } from './tables.ts'
import type { EmailValue, PhoneValue } from './values.ts'

/** What a change of several values did: the values now told anew, and those taken away. */
export interface Changed {
  told: Told[]
  gone: Told[]
}

/** Makes a person's addresses for e-mail exactly these. */
export async function setEmails(
  act: Act<RegisterTables>,
  person_id: string,
  emails: readonly EmailValue[],
): Promise<Changed> {
  const table = 'register.person_email'
  const held = await act.db.selectFrom(table).select(['id', 'address']).where('person_id', '=', person_id).execute()
  const gone = held.filter(({ address }) => !emails.some((email) => email.address === address))
  const told: Told[] = []

  await act.db
    .deleteFrom(table)
    .where('id', 'in', [...gone.map(({ id }) => id), person_id])
    .execute()
  await act.db
    .updateTable(table)
    .set({ is_primary: false })
    .where('person_id', '=', person_id)
    .where('is_primary', '=', true)
    .execute()
  for (const { address, kind, primary: is_primary } of emails) {
    const known = held.find((one) => one.address === address)
    const id = known?.id ?? newId(act.at.getTime())
    if (known) await act.db.updateTable(table).set({ kind, is_primary }).where('id', '=', id).execute()
    else await act.db.insertInto(table).values({ id, person_id, address, kind, is_primary, added_at: act.at }).execute()
    told.push({ field: 'person.email', valueId: id })
  }
  return { told, gone: gone.map(({ id }) => ({ field: 'person.email', valueId: id })) }
}

/** Makes a person's phone numbers exactly these. */
export async function setPhones(
  act: Act<RegisterTables>,
  person_id: string,
  phones: readonly PhoneValue[],
): Promise<Changed> {
  const table = 'register.person_phone'
  const held = await act.db.selectFrom(table).select(['id', 'number']).where('person_id', '=', person_id).execute()
  const gone = held.filter(({ number }) => !phones.some((phone) => phone.number === number))
  const told: Told[] = []

  await act.db
    .deleteFrom(table)
    .where('id', 'in', [...gone.map(({ id }) => id), person_id])
    .execute()
  await act.db
    .updateTable(table)
    .set({ is_primary: false })
    .where('person_id', '=', person_id)
    .where('is_primary', '=', true)
    .execute()
  for (const { number, typed, kind, primary: is_primary } of phones) {
    const known = held.find((one) => one.number === number)
    const id = known?.id ?? newId(act.at.getTime())
    if (known) await act.db.updateTable(table).set({ typed, kind, is_primary }).where('id', '=', id).execute()
    else
      await act.db
        .insertInto(table)
        .values({ id, person_id, number, typed, kind, is_primary, added_at: act.at })
        .execute()
    told.push({ field: 'person.phone', valueId: id })
  }
  return { told, gone: gone.map(({ id }) => ({ field: 'person.phone', valueId: id })) }
}

/** Makes a person's postal addresses exactly these. */
export async function setAddresses(
  act: Act<RegisterTables>,
  person_id: string,
  addresses: readonly PostalAddress[],
): Promise<Changed> {
  const held = await act.db
    .selectFrom('register.person_address')
    .select('id')
    .where('person_id', '=', person_id)
    .execute()
  await act.db.deleteFrom('register.person_address').where('person_id', '=', person_id).execute()
  const rows = addresses.map((address) => ({ person_id, ...addressRow(act.at, address) }))
  if (rows.length > 0) await act.db.insertInto('register.person_address').values(rows).execute()
  return {
    told: rows.map(({ id }) => ({ field: 'person.address', valueId: id })),
    gone: held.map(({ id }) => ({ field: 'person.address', valueId: id })),
  }
}

/** Adds one postal address beside those a person has. */
export async function insertAddress(
  act: Act<RegisterTables>,
  person_id: string,
  address: PostalAddress,
): Promise<Told> {
  const row = { person_id, ...addressRow(act.at, address) }
  await act.db.insertInto('register.person_address').values(row).execute()
  return { field: 'person.address', valueId: row.id }
}

export function addressRow(at: Date, address: PostalAddress) {
  const { kind, careOf, street, houseNumber, stair, flat, poBox, postcode, city, country } = address
  return {
    id: newId(at.getTime()),
    kind,
    care_of: careOf,
    street,
    house_number: houseNumber,
    stair,
    flat,
    po_box: poBox,
    postcode,
    city,
    country,
    added_at: at,
  }
}
