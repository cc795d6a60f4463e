import { sql } from 'kysely'
import { declaredColumn } from '#statement'
import { type Check, holds, none, type Witness, words } from './check.ts'

const reads = (witness: Witness, field: string) =>
  [...witness.policy.duties.values()].filter((duty) => !duty.reads.has(field)).map(({ id }) => id)

/** Whether PostgreSQL itself refuses a column to every duty whose statement does not name its field. */
const refusedToOthers = async (witness: Witness, field: string, table: string, column: string) => {
  for (const duty of reads(witness, field)) if (await witness.mayRead(duty, table, column)) return false
  return true
}

/** What data are kept. */
export const section5: readonly Check[] = [
  none(
    'S5.1',
    'columns-of-the-statement',
    words(
      'Jokainen lisäsarake vastaa selosteen kenttää',
      'Varje extra kolumn motsvarar ett fält i beskrivningen',
      'Every added column answers to a field of the statement',
    ),
    ({ policy }) => {
      const named = [...policy.fields.keys()]
        .map((field) => declaredColumn(field))
        .map(({ table, column }) => `${table}.${column}`)
      return sql`
        select count(*) as n from information_schema.columns own
        where own.table_schema = 'declared' and own.column_name <> own.table_name || '_id'
          and format('declared.%s.%s', own.table_name, own.column_name) <> all (${named}::text[])
          and not exists (select from register.retired_field gone where gone.erased_at is null)`
    },
  ),
  none(
    'S5.2',
    'sole-traders',
    words(
      'Toiminimen tiedot kuuluvat ihmiselle, ja hän saa ne itselleen',
      'En enskild näringsidkares uppgifter hör till personen',
      'The data of a sole trader belong to the person',
    ),
    () => sql`select count(*) as n from register.organisation where person_id is not null and form <> 'sole-trader'
      or form = 'sole-trader' and person_id is not null and not exists (select from register.person own where own.id = person_id)`,
  ),
  none(
    'S5.3',
    'business-id-once',
    words(
      'Samaa Y-tunnusta ei ole kahdella organisaatiolla',
      'Två organisationer har inte samma FO-nummer',
      'No two organisations have the same business ID',
    ),
    () => sql`select count(*) as n from (select from register.organisation where business_id is not null
      group by business_id having count(*) > 1) twice`,
  ),
  none(
    'S5.4',
    'addresses',
    words(
      'Suomalaisissa osoitteissa on viisinumeroinen postinumero',
      'Finländska adresser har ett femsiffrigt postnummer',
      'Finnish addresses have a postcode of five digits',
    ),
    () => sql`select count(*) as n from (
        select postcode from register.person_address where country = 'FI'
        union all select postcode from register.organisation_address where country = 'FI') own
      where own.postcode !~ '^[0-9]{5}$'`,
  ),
  none(
    'S5.5',
    'people-with-sources',
    words(
      'Jokaisen ihmisen tiedoista tiedetään, mistä ne on saatu',
      'För varje person är det känt varifrån uppgifterna kommer',
      'For every person it is known where the data came from',
    ),
    () => sql`select count(*) as n from register.person own where own.given_name || own.family_name <> ''
      and not exists (select from register.person_source said where said.person_id = own.id)`,
  ),
  holds(
    'S5.6',
    'phones-not-for-marketing',
    words(
      'Tietokanta ei anna puhelinnumeroita markkinoinnille',
      'Databasen ger inte telefonnummer till marknadsföringen',
      'The database refuses telephone numbers to marketing',
    ),
    (witness) => refusedToOthers(witness, 'person.phone', 'register.person_phone', 'number'),
  ),
  none(
    'S5.7',
    'emails-normalised',
    words(
      'Sähköpostiosoitteet ovat yhdessä muodossa, ja niiden laji tiedetään',
      'E-postadresser har en enda form, och deras slag är känt',
      'E-mail addresses have one form, and their kind is known',
    ),
    () => sql`select count(*) as n from register.person_email where address <> lower(btrim(address)) or address !~ '@'`,
  ),
  holds(
    'S5.8',
    'list-closed',
    words(
      'Tietoluettelo on suljettu: jokaisella kentällä on nimi ja kohta',
      'Fältlistan är sluten: varje fält har ett namn och ett ställe',
      'The list of fields is closed: each has a name and a clause',
    ),
    ({ policy }) =>
      policy.fields.size > 0 && [...policy.fields.values()].every(({ label, clause }) => label.fi && clause),
  ),
  holds(
    'S5.9',
    'payment-terms',
    words(
      'Maksuehdot näkevät vain ne roolit, jotka seloste nimeää',
      'Betalningsvillkor syns bara för de roller som beskrivningen nämner',
      'Payment terms are seen only by the duties that the statement names',
    ),
    (witness) => refusedToOthers(witness, 'com.paymentTerms', 'register.relationship', 'payment_terms'),
  ),
  holds(
    'S5.10',
    'deliveries',
    words(
      'Toimitustiedot näkevät vain ne roolit, joille seloste ne antaa',
      'Leveransuppgifter ges bara till roller som beskrivningen nämner',
      'Delivery details are given only to the duties that the statement names',
    ),
    ({ policy }) => policy.fields.has('com.delivery') && !policy.duties.get('marketing')?.reads.has('com.delivery'),
  ),
  none(
    'S5.11',
    'vouchers-in-time',
    words(
      'Laskutosite säilyy lain ajan eikä sen yli',
      'Fakturor bevaras lagens tid och inte längre',
      'Vouchers stay for the time of the law and no longer',
    ),
    ({ now }) => sql`
      select count(*) as n from register.invoice
      where status not in ('open', 'collection') and make_date(extract(year from fiscal_year_end)::integer + 6, 12, 31) + 2 < ${now}::timestamptz::date`,
    'invoice.issued',
  ),
  none(
    'S5.12',
    'complaints-in-time',
    words(
      'Reklamaatio poistuu, kun sen säilytysaika on ohi',
      'Reklamationer raderas när deras tid har gått ut',
      'Complaints go when their period is over',
    ),
    ({ now }) =>
      sql`select count(*) as n from register.complaint where closed_on + interval '3 years 2 days' < ${now}::timestamptz`,
  ),
  none(
    'S5.13',
    'warranties-in-time',
    words(
      'Takuu pitää tiedot vain niin kauan kuin siihen voi vedota',
      'Garantin håller uppgifterna bara så länge man kan åberopa den',
      'A warranty holds data only while it can be claimed',
    ),
    ({ now }) =>
      sql`select count(*) as n from register.warranty where claim_until + interval '3 years 2 days' < ${now}::timestamptz`,
  ),
  holds(
    'S5.14',
    'no-open-category',
    words(
      'Selosteessa ei ole avointa tietoryhmää "muut tiedot"',
      'Beskrivningen har ingen öppen grupp för övriga uppgifter',
      'The statement has no open category of other data',
    ),
    ({ policy }) => ![...policy.fields.keys()].some((field) => /\.(other|misc)/i.test(field)),
  ),
  none(
    'S5.15',
    'no-identity-codes',
    words(
      'Vapaissa teksteissä ei ole henkilötunnuksia',
      'Fria texter innehåller inga personbeteckningar',
      'Free texts hold no personal identity codes',
    ),
    () => sql`
      select count(*) as n from (
        select message as text from register.enquiry union all select text from register.complaint
        union all select note from register.person_source union all select said from register.rights_request) free
      where free.text ~* '(^|[^0-9a-zåäö])[0-3][0-9][01][0-9]{3}[-+A-FU-Y][0-9]{3}[0-9A-FHJ-NPR-Y]($|[^0-9a-zåäö])'`,
  ),
]
