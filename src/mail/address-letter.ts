import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { InForce } from '#register'
import { seesOf } from './fields-of-letter.ts'
import type { MailReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** A person, by the address they wrote from or else the primary one where none is named; or a company, by its own. */
export type Recipient = { personId: string; emailId?: string | undefined } | { organisationId: string }

export interface Addressed {
  personId: string | null
  organisationId: string | null
  address: string
  role: 'to' | 'cc'
}

interface Asked {
  to: readonly Recipient[]
  cc?: readonly Recipient[]
  /** The message that is answered. */
  answers: string | null
}

interface Row extends Omit<Addressed, 'address' | 'role'> {
  address: string | null
  isProven: boolean
  isRestricted: boolean
}

type MailAct = Act<MailReach>

// S5.1: nobody outside the register is written to, so that nothing of them is kept: whoever is to get a letter is in the register first.
/**
 * Where a letter goes, each recipient once. Refuses, naming the field and the place in it (`nth`, from 0), whoever is not seen
 * (`NOT_FOUND`), is restricted (`MAIL_TO_RESTRICTED`), has no address (`MAIL_NO_ADDRESS`) or one nobody confirmed (`EMAIL_NOT_CONFIRMED`).
 */
export async function addressLetter(
  act: MailAct,
  inForce: InForce,
  { to, cc = [], answers }: Asked,
): Promise<Addressed[]> {
  const found: Addressed[] = []
  const asked = [
    ...to.map((one, nth) => ({ one, nth, role: 'to' as const })),
    ...cc.map((one, nth) => ({ one, nth, role: 'cc' as const })),
  ]
  for (const { one, nth, role } of asked) {
    const row = 'personId' in one ? await person(act, one, answers) : await company(act, inForce, one.organisationId)
    const at = { field: role, nth }
    if (!row) throw new Refusal('NOT_FOUND', 404, at)
    const { address, isProven, isRestricted, personId, organisationId } = row
    if (isRestricted) throw new Refusal('MAIL_TO_RESTRICTED', 409, { clause: 'S12.19', ...at })
    if (!address) throw new Refusal('MAIL_NO_ADDRESS', 409, { clause: 'S6.7', ...at })
    if (!isProven) throw new Refusal('EMAIL_NOT_CONFIRMED', 409, { clause: 'S6.3', ...at })
    if (!found.some((other) => other.personId === personId && (personId || other.organisationId === organisationId)))
      found.push({ personId, organisationId, address, role })
  }
  return found
}

async function person(
  act: MailAct,
  { personId, emailId }: Extract<Recipient, { personId: string }>,
  answers: string | null,
): Promise<Row | undefined> {
  const wroteFrom = sql`exists (select from register.message_person one
    where one.message_id = ${answers}::uuid and one.person_id = mail.person_id and one.address = mail.address)`
  const [row] = await rowsOf<Row>(
    act,
    sql<Row>`select who.id as "personId", seloste.is_masked(who.id) as "isRestricted", mail.address,
        coalesce(mail.is_proven, false) as "isProven",
        (select tie.organisation_id from register.affiliation tie where tie.person_id = who.id and tie.left_on is null
          order by tie.since desc, tie.organisation_id limit 1) as "organisationId"
      from register.person who left join register.person_email mail on mail.person_id = who.id
        ${emailId ? sql`and mail.id = ${emailId}` : sql``}
      where who.id = ${personId}
      order by mail.is_proven desc nulls last, ${wroteFrom} desc, mail.is_primary desc, mail.id limit 1`,
  )
  return row
}

async function company(act: MailAct, inForce: InForce, id: string): Promise<Row | undefined> {
  const [row] = await rowsOf<Row>(
    act,
    sql<Row>`select firm.person_id as "personId", firm.id as "organisationId", true as "isProven",
        coalesce(seloste.is_masked(firm.person_id), false) as "isRestricted",
        ${seesOf(inForce, act)('org.email') ? sql`firm.email` : sql`null::text`} as address
      from register.organisation firm where firm.id = ${id}`,
  )
  return row
}
