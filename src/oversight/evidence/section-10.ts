import { sql } from 'kysely'
import { reviewPeriodOf } from '#access'
import { type Check, holds, none, words } from './check.ts'

const hour = 60 * 60 * 1000

/** How the data are protected. */
export const section10: readonly Check[] = [
  none(
    'S10.1',
    'instruction-read',
    words(
      'Jokainen, jolla on rooli, on kuitannut voimassa olevan ohjeen',
      'Alla med en roll har kvitterat den gällande anvisningen',
      'Everybody with a duty has acknowledged the current instruction',
    ),
    ({ now }) => sql`
      select count(*) as n from register.staff own
      where own.state = 'open' and exists (select from register.instruction where made_at + interval '7 days' < ${now}::timestamptz)
        and exists (select from register.staff_duty held where held.staff_id = own.id and held.withdrawn_at is null)
        and not exists (select from register.instruction_acknowledgement said where said.staff_id = own.id
          and said.version = (select max(version) from register.instruction where made_at + interval '7 days' < ${now}::timestamptz))`,
    'instruction.acknowledged',
  ),
  none(
    'S10.2',
    'personal-accounts',
    words(
      'Tunnukset ovat henkilökohtaisia, ja kirjautuminen vaatii kaksi tekijää',
      'Konton är personliga och inloggning kräver två faktorer',
      'Accounts are personal, and signing in takes two factors',
    ),
    ({ outside }) => sql`
      select (select count(*) from register.staff where state = 'open'
          and email ~* '^(info|myynti|asiakaspalvelu|laskutus|toimisto|admin|sales|office|support|test)@')
        + (select count(*) from auth.session where ended_at is null and proof not in ('two-factor', 'passkey')
          and not ${outside.isDemo}) as n`,
  ),
  holds(
    'S10.3',
    'least-privilege',
    words(
      'Tietokanta ei anna yhdellekään roolille muuta kuin selosteen kentät',
      'Databasen ger ingen roll annat än beskrivningens fält',
      'The database gives no duty more than the fields of the statement',
    ),
    async ({ surplusGrants }) => (await surplusGrants()) === 0,
    'duty.granted',
  ),
  none(
    'S10.3',
    'access-reviewed',
    words(
      'Jokainen rooli on vahvistettu tarpeelliseksi määräajassa',
      'Varje roll har bekräftats som nödvändig inom utsatt tid',
      'Every duty has been confirmed as needed in due time',
    ),
    ({ now, statement }) => sql`
      select count(*) as n from register.staff_duty held join register.staff own on own.id = held.staff_id
      where held.withdrawn_at is null and own.state <> 'closed' and (held.until_on is null or held.until_on >= ${now}::timestamptz)
        and greatest(held.granted_at, (select max(at) from register.access_review where grants @> array[held.id]))
          + ${reviewPeriodOf((statement.security ?? []).map(({ check }) => check))}::interval < ${now}::timestamptz`,
    'access.reviewed',
  ),
  none(
    'S10.4',
    'undertakings',
    words(
      'Jokaisella, jolla on rooli, on allekirjoitettu salassapitositoumus',
      'Alla med en roll har undertecknat en sekretessförbindelse',
      'Everybody with a duty has signed a confidentiality undertaking',
    ),
    () => sql`
      select count(*) as n from register.staff own
      where own.state = 'open' and exists (select from register.staff_duty held where held.staff_id = own.id and held.withdrawn_at is null)
        and not exists (select from register.undertaking signed where signed.staff_id = own.id)`,
    'undertaking.recorded',
  ),
  holds(
    'S10.5',
    'host-named',
    words(
      'Palvelimen ylläpitäjä on nimetty, ja sen kanssa on sopimus',
      'Den som driver servern är nämnd och har ett avtal',
      'Who runs the server is named and under an agreement',
    ),
    ({ statement: { hosting } }) =>
      Boolean(hosting?.provider) && (hosting?.self === true || Boolean(hosting?.dpa?.ref)),
  ),
  holds(
    'S10.6',
    'connection-encrypted',
    words(
      'Yhteys rekisteriin on salattu',
      'Förbindelsen till registret är krypterad',
      'The connection to the register is encrypted',
    ),
    ({ outside }) => outside.isDemo || outside.publicUrl.startsWith('https://'),
    undefined,
    words(
      'Aseta PUBLIC_URL https-osoitteeksi ja välityspalvelimelle varmenne',
      'Ange en https-adress i PUBLIC_URL och ett certifikat för proxyn',
      'Set PUBLIC_URL to an https address, and give the proxy a certificate',
    ),
  ),
  holds(
    'S10.6',
    'keys-guarded',
    words(
      'Avaintiedostot ovat paikallaan ja vain omistajan luettavissa',
      'Nyckelfilerna finns och kan läsas bara av ägaren',
      'The key files are in place, and only their owner can read them',
    ),
    ({ outside }) => outside.exposedKeys.length === 0 && outside.missingKeys.length === 0,
    undefined,
    words(
      'Avaintiedosto puuttuu, tai sen oikeudet ovat väljemmät kuin 0600',
      'En nyckelfil saknas eller har vidare rättigheter än 0600',
      'A key file is missing, or its permissions are wider than 0600',
    ),
  ),
  holds(
    'S10.6',
    'ledger-whole',
    words('Tapahtumakirja on eheä', 'Liggaren är oförvanskad', 'The ledger verifies'),
    ({ outside }) => outside.verified === true,
    undefined,
    words(
      'Aja seloste verify: se kertoo, mikä merkintä poikkeaa',
      'Kör seloste verify: det visar vilken post som avviker',
      'Run seloste verify: it says which entry differs',
    ),
  ),
  holds(
    'S10.6',
    'ledger-sealed',
    words(
      'Tapahtumakirja on sinetöity kahden tunnin sisällä',
      'Liggaren har förseglats inom två timmar',
      'The ledger was sealed within two hours',
    ),
    ({ outside, now }) => outside.sealedAt !== null && now.getTime() - outside.sealedAt.getTime() < 2 * hour,
    undefined,
    words(
      'Tunnin välein tehtävä sinetöinti on jäänyt tekemättä: katso, että palvelin ajaa ajastetut työt',
      'Förseglingen varje timme har uteblivit: se till att servern kör de schemalagda jobben',
      'The hourly sealing did not happen: see that the server runs its scheduled jobs',
    ),
  ),
  holds(
    'S10.6',
    'clock-free',
    words(
      'Tuotantotietokannassa ei ole testin kelloa',
      'Produktionsdatabasen har ingen testklocka',
      'No test clock is set in the production database',
    ),
    ({ outside }) => !outside.clockSet,
    undefined,
    words(
      'Poista asetus seloste.now tietokannasta ja rooleilta',
      'Ta bort inställningen seloste.now från databasen och rollerna',
      'Remove the setting seloste.now from the database and its roles',
    ),
  ),
  holds(
    'S10.6',
    'rules-as-built',
    words(
      'Tietokannan omat säännöt ovat ne, jotka tähän versioon kuuluvat',
      'Databasens egna regler är de som hör till denna version',
      'The rules of the database itself are those of this version',
    ),
    ({ outside }) => outside.rulesAsBuilt,
    undefined,
    words(
      'Tietokannan funktio tai liipaisin on muuttunut tai pois päältä: selvitä, kuka muutti sitä, ja palauta varmuuskopiosta',
      'En funktion eller utlösare i databasen har ändrats eller stängts av: ta reda på vem som ändrade den och återställ från säkerhetskopian',
      'A function or trigger of the database was changed or switched off: find out who changed it, and restore from a backup',
    ),
  ),
  none(
    'S10.7',
    'paper-located',
    words(
      'Jokaisesta paperista tiedetään, missä se on ja milloin se hävitetään',
      'För varje papper är det känt var det finns och när det förstörs',
      'Of every paper it is known where it lies and when it is destroyed',
    ),
    () =>
      sql`select count(*) as n from register.paper_item where destroyed_at is null and (btrim(location) = '' or destroy_by is null)`,
    'paper.registered',
  ),
  none(
    'S10.8',
    'paper-destroyed',
    words(
      'Tarpeeton paperi on hävitetty ajallaan',
      'Onödigt papper har förstörts i tid',
      'Paper that is not needed was destroyed in time',
    ),
    ({ now }) =>
      sql`select count(*) as n from register.paper_item where destroyed_at is null and destroy_by < ${now}::timestamptz::date`,
    'paper.destroyed',
  ),
  holds(
    'S10.9',
    'restore-drilled',
    words(
      'Palautusta on harjoiteltu puolen vuoden sisällä',
      'Återställning har övats inom ett halvår',
      'Restoring was drilled within half a year',
    ),
    async ({ recorded, now }) => {
      const times = await Promise.all(['restore.drilled', 'register.restored'].map(recorded))
      return times.some((at) => at !== null && now.getTime() - at.getTime() < 183 * 24 * hour)
    },
    'restore.drilled',
    words(
      'Harjoittele: seloste restore newest --drill',
      'Öva: seloste restore newest --drill',
      'Drill: seloste restore newest --drill',
    ),
  ),
]
