import type { Act, Tables } from '#ledger'
import type { Language, Said } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { makeLink, useLink } from './make-link.ts'
import { setPassword } from './own-factors.ts'
import { recordUndertaking, type Undertaking } from './record-undertaking.ts'
import { openSession } from './sign-in.ts'
import type { AccessTables } from './tables.ts'
import { accountAddress } from './work-address.ts'

export interface FirstAdministrator extends Undertaking {
  name: string
  email: string
  language: Language
  password: string
}

/** A link to set up a register that nobody keeps yet; null once somebody does. Earlier links end. */
export async function makeSetUpLink(act: Act<AccessTables>): Promise<string> {
  await act.db
    .updateTable('auth.link')
    .set({ used_at: act.at })
    .where('kind', '=', 'set-up')
    .where('used_at', 'is', null)
    .execute()
  return makeLink(act, 'set-up', null)
}

export async function isSetUp({ db }: { db: Tables<AccessTables> }): Promise<boolean> {
  return Boolean(await db.selectFrom('register.staff').select('id').limit(1).executeTakeFirst())
}

/** The first person at a new register: keeps it from now on, by an undertaking and an instruction of the house's own. */
export async function becomeFirstAdministrator(
  act: Act<AccessTables>,
  secret: string,
  first: FirstAdministrator,
  device: string,
): Promise<string> {
  await useLink(act, secret, ['set-up'])
  if (await isSetUp(act)) throw new Refusal('ALREADY_SET_UP', 409)

  const { id } = await act.db
    .insertInto('register.staff')
    .values({
      name: first.name.trim(),
      email: accountAddress(first.email),
      language: first.language,
      state: 'open',
      group_company: null,
      team: null,
      invited_at: act.at,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await act.record({ what: 'register.set-up', about: id })
  await act.db
    .insertInto('register.staff_duty')
    .values({
      staff_id: id,
      duty: 'admin',
      granted_by: id,
      reason: 'set-up',
      granted_at: act.at,
      until_on: null,
      withdrawn_at: null,
    })
    .execute()
  await act.record({ what: 'duty.granted', about: id, detail: { duty: 'admin', until: null } })
  await recordUndertaking({ ...act, by: id }, id, first)
  await writeFirstInstruction(act, id)
  await setPassword(act, id, first.password, [first.name, first.email, 'Seloste'])
  return openSession(act, id, 'password', device)
}

async function writeFirstInstruction(act: Act<AccessTables>, id: string) {
  await act.db
    .insertInto('register.instruction')
    .values({ version: 1, text: JSON.stringify(firstInstruction), made_by: id, made_at: act.at })
    .execute()
  await act.db
    .insertInto('register.instruction_acknowledgement')
    .values({ staff_id: id, version: 1, acknowledged_at: act.at })
    .execute()
  await act.record({ what: 'instruction.published', about: 'instruction-1' })
}

/** S10.1: what a new house begins with; it is meant to be replaced by the house's own words. */
export const firstInstruction: Said = {
  fi: `Käytä rekisteriä vain omissa työtehtävissäsi ja omalla tunnuksellasi. Älä anna tunnusta tai istuntoa toiselle.

Kirjaa vain se, minkä seloste mainitsee, ja kerro aina, mistä tieto on saatu. Vapaaseen tekstiin ei kirjoiteta henkilötunnuksia, terveystietoja eikä arvioita ihmisistä.

Jos joku pyytää omia tietojaan, kieltää markkinoinnin tai epäilet tietojen joutuneen vääriin käsiin, kerro siitä heti rekisterin yhteyshenkilölle.

Tulosteet säilytetään lukitussa tilassa ja hävitetään tietoturvallisesti.`,
  sv: `Använd registret bara i dina egna arbetsuppgifter och med ditt eget konto. Lämna inte ut kontot eller sessionen till någon annan.

Anteckna bara det som beskrivningen nämner och ange alltid varifrån uppgiften kommer. I fri text skrivs inga personbeteckningar, hälsouppgifter eller omdömen om människor.

Om någon begär sina uppgifter, motsätter sig marknadsföring eller om du misstänker att uppgifter har hamnat i fel händer, meddela genast registrets kontaktperson.

Utskrifter förvaras i låst utrymme och förstörs på ett säkert sätt.`,
  en: `Use the register only in your own work and with your own account. Never give your account or session to somebody else.

Record only what the statement mentions, and always say where it came from. Free text holds no personal identity codes, nothing about health and no judgements of people.

If somebody asks for their data, objects to marketing, or if you suspect that data is in the wrong hands, tell the register's contact person at once.

Printouts are kept locked away and destroyed securely.`,
}
