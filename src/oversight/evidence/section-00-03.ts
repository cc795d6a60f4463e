import { sql } from 'kysely'
import { type Check, holds, none, words } from './check.ts'

/** Title, name of the register, controller and contact. */
export const sections0to3: readonly Check[] = [
  holds(
    'S0.1',
    'published',
    words(
      'Ilman julkaistua selostetta rekisteri ei ota vastaan henkilötietoja',
      'Utan publicerad beskrivning tar registret inte emot personuppgifter',
      'Without a published statement the register takes no personal data',
    ),
    async ({ statement, visit }) => {
      const page = await visit('/fi/')
      return page.status === 200 && page.body.includes(escaped(statement.metadata.title.fi ?? ''))
    },
    'statement.published',
  ),
  holds(
    'S0.2',
    'unaltered',
    words(
      'Julkaistut versiot ovat muuttumattomia, ja niiden tiivisteet täsmäävät',
      'Publicerade versioner ändras inte, och deras kontrollsummor stämmer',
      'Published versions never change, and their hashes recompute',
    ),
    ({ altered }) => altered === 0,
    'statement.published',
  ),
  holds(
    'S1.1',
    'register-named',
    words(
      'Rekisterin nimi on selosteen sivulla kolmella kielellä',
      'Registrets namn står på sidan på tre språk',
      'The name of the register is on its page in three languages',
    ),
    async ({ statement, visit }) => {
      for (const language of ['fi', 'sv', 'en'] as const) {
        const name = statement.register.name[language]
        if (!name || !(await visit(`/${language}/`)).body.includes(escaped(name))) return false
      }
      return true
    },
  ),
  none(
    'S1.2',
    'group-companies',
    words(
      'Vain selosteessa nimetyt konserniyhtiöt käyttävät rekisteriä',
      'Endast de koncernbolag som beskrivningen nämner använder registret',
      'Only group companies named in the statement use the register',
    ),
    ({ policy }) => {
      const named = policy.groupCompanies.map(({ id }) => id)
      return sql`select (select count(*) from register.staff where state <> 'closed' and group_company <> all (${named}))
        + (select count(*) from register.relationship where group_company <> all (${named})) as n`
    },
  ),
  holds(
    'S2.1',
    'controller-named',
    words(
      'Rekisterinpitäjä on nimetty selosteen sivulla',
      'Den personuppgiftsansvariga nämns på sidan',
      'The controller is named on the page',
    ),
    async ({ statement, visit }) => {
      const name = statement.controller.legalName ?? ''
      return name !== '' && (await visit('/fi/')).body.includes(escaped(name))
    },
  ),
  holds(
    'S2.2',
    'address-whole',
    words(
      'Rekisterinpitäjän postiosoite on täydellinen',
      'Den ansvarigas postadress är fullständig',
      'The postal address of the controller is whole',
    ),
    ({ statement: { controller } }) => {
      const { postcode, city, country } = controller.address ?? {}
      return Boolean(city) && (country !== 'FI' || /^\d{5}$/.test(postcode ?? ''))
    },
  ),
  none(
    'S2.3',
    'business-ids',
    words(
      'Jokaisen Y-tunnuksen tarkistusmerkki täsmää',
      'Varje FO-nummers kontrolltecken stämmer',
      'Every business ID has the right check digit',
    ),
    ({ statement }) => sql`
      select count(*) as n from (
        select business_id as id from register.organisation where business_id is not null
        union all select ${statement.controller.businessId ?? ''}) own
      where own.id !~ '^[0-9]{7}-[0-9]$' or not coalesce((
        select case sum(weight * substr(own.id, place, 1)::integer) % 11 when 0 then 0 when 1 then null
            else 11 - sum(weight * substr(own.id, place, 1)::integer) % 11 end = substr(own.id, 9, 1)::integer
        from unnest(array[7, 9, 10, 5, 8, 4, 2]) with ordinality as digit (weight, place0)
        cross join lateral (select place0::integer as place) at), false)`,
  ),
  holds(
    'S2.4',
    'phone',
    words(
      'Rekisterinpitäjän puhelinnumero on kansainvälisessä muodossa',
      'Den ansvarigas telefonnummer har internationell form',
      'The telephone number of the controller has its international form',
    ),
    ({ statement }) => /^\+[1-9]\d{5,14}$/.test(statement.controller.phone?.e164 ?? ''),
  ),
  holds(
    'S2.5',
    'email',
    words(
      'Rekisterinpitäjälle voi kirjoittaa, ja osoite on aito',
      'Man kan skriva till den ansvariga på en riktig adress',
      'One can write to the controller at a real address',
    ),
    ({ statement }) => /^[^@\s()]+@[^@\s()]+\.[^@\s()]+$/.test(statement.controller.email?.address ?? ''),
  ),
  none(
    'S3.1',
    'contact-at-work',
    words(
      'Rekisterin yhteyshenkilö on töissä ja hoitaa tietosuojaa',
      'Registrets kontaktperson är i tjänst och sköter dataskyddet',
      'The contact of the register is at work and holds the privacy duty',
    ),
    ({ now }) => sql`
      select 1 - count(*) as n from register.contact_of_register own
      join register.staff staff on staff.id::text = own.handler and staff.state = 'open'
      where exists (select from register.staff_duty held where held.staff_id = staff.id and held.duty = 'privacy'
        and held.withdrawn_at is null and (held.until_on is null or held.until_on >= (${now}::timestamptz at time zone 'Europe/Helsinki')::date))`,
    'contact.named',
  ),
  none(
    'S3.2',
    'clock-from-first-receipt',
    words(
      'Pyynnön määräaika lasketaan siitä, kun se ensi kerran saatiin',
      'Begärans tidsfrist räknas från det att den först togs emot',
      'The clock of a request runs from its first receipt',
    ),
    () => sql`
      select count(*) as n from register.rights_request
      where due_on - paused_days > received_at::date + case when extended_at is null then 42 else 104 end`,
    'request.received',
  ),
]

// A page writes these signs as entities.
function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
