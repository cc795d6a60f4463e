import { sql } from 'kysely'
import { type Check, holds, none, type Witness, words } from './check.ts'

const today = ({ now }: Witness) => sql`(${now}::timestamptz at time zone 'Europe/Helsinki')::date`
const overdue = (witness: Witness, ...kinds: string[]) => sql<{ n: number }>`
  select count(*) as n from register.rights_request
  where kind = any (${kinds}::text[]) and closed_at is null and replied_at is null and due_on < ${today(witness)}`
const right = ({ statement }: Witness, name: string) =>
  (
    statement.rights as
      | Record<
          string,
          | {
              identity?: string | null
              effect?: string | null
              reasons?: string[]
              form?: string | null
              channels?: string[]
              blockers?: { id: string }[]
            }
          | undefined
        >
      | undefined
  )?.[name]

/** Retention, rights and the supervisory authority. */
export const sections11to13: readonly Check[] = [
  none(
    'S11.1',
    'retention-kept',
    words(
      'Säilytysajat on toteutettu viime vuorokauden aikana',
      'Lagringstiderna har genomförts under det senaste dygnet',
      'Retention ran within the last day',
    ),
    ({ now, policy }) => sql`
      select case when exists (select from register.retention_run where at > ${now}::timestamptz - interval '26 hours')
        or (select min(published_at) from register.statement_version where version <= ${policy.version}) > ${now}::timestamptz - interval '26 hours'
        then 0 else 1 end as n`,
  ),
  holds(
    'S11.2',
    'end-defined',
    words(
      'On sanottu, milloin asiakassuhde päättyy',
      'Det är sagt när kundförhållandet upphör',
      'It is said when a relationship ends',
    ),
    ({ statement }) => (statement.retention?.relationshipEnd?.anyOf ?? []).length > 0,
  ),
  holds(
    'S12.1',
    'public-and-machine-readable',
    words(
      'Seloste on kaikkien luettavana, myös koneellisesti, ilman kirjautumista',
      'Beskrivningen kan läsas av alla, även maskinellt, utan inloggning',
      'Everybody can read the statement, machines too, without signing in',
    ),
    async ({ policy, visit }) => {
      const [page, copy] = await Promise.all([visit('/fi/'), visit(`/versions/${policy.version}/statement.json`)])
      return (
        page.status === 200 &&
        !page.headers['set-cookie'] &&
        copy.status === 200 &&
        page.body.includes(policy.hash.slice(0, 12))
      )
    },
  ),
  none(
    'S12.2',
    'everybody-told',
    words(
      'Jokaiselle on annettu seloste, tai poikkeus on kirjattu',
      'Alla har fått beskrivningen, eller så är undantaget antecknat',
      'Everybody was given the statement, or the exemption is recorded',
    ),
    ({ now }) => sql`
      select count(*) as n from register.person own
      where own.created_at < ${now}::timestamptz - interval '33 days' and own.closed_at is null
        and not exists (select from register.notice told where told.person_id = own.id
          and told.state in ('sent', 'delivered', 'exempt', 'not-needed'))`,
    'notice.delivered',
  ),
  none(
    'S12.3',
    'access-in-time',
    words(
      'Tarkastuspyyntöihin on vastattu ajallaan',
      'Begäranden om tillgång har besvarats i tid',
      'Requests for access were answered in time',
    ),
    (witness) => overdue(witness, 'access', 'portability'),
    'request.answered',
  ),
  holds(
    'S12.4',
    'free-form',
    words('Pyynnön saa tehdä vapaamuotoisesti', 'En begäran får göras fritt', 'A request may be made in any form'),
    (witness) => ['access', 'erasure', 'rectification'].every((name) => right(witness, name)?.form !== 'fixed'),
  ),
  none(
    'S12.5',
    'no-identity-papers',
    words(
      'Henkilöllisyyspapereille tai henkilötunnuksille ei ole paikkaa',
      'Det finns ingen plats för id-handlingar eller personbeteckningar',
      'There is no place for identity papers or personal identity codes',
    ),
    () => sql`
      select count(*) as n from information_schema.columns
      where table_schema in ('register', 'declared') and column_name ~ '(^|_)(hetu|ssn|passport|id_copy|identity_code|birth)'`,
  ),
  none(
    'S12.6',
    'undeliverable-stopped',
    words(
      'Osoitteeseen, josta posti palaa, ei lähetetä enää',
      'Till en adress som post kommer tillbaka från skickas inget mer',
      'Nothing more is sent to an address from which mail comes back',
    ),
    () => sql`
      select count(*) as n from register.campaign_recipient sent
      join register.undeliverable back on back.person_id = sent.person_id and back.channel = sent.channel
      where sent.state = 'sent' and back.settled_at is null and sent.fenced_at > back.noted_at + interval '1 minute'`,
  ),
  holds(
    'S12.7',
    'four-reasons',
    words(
      'Virheellinen, tarpeeton, puutteellinen ja vanhentunut tieto korjataan',
      'Felaktiga, onödiga, ofullständiga och föråldrade uppgifter rättas',
      'Incorrect, unnecessary, incomplete and outdated data are put right',
    ),
    (witness) =>
      ['incorrect', 'unnecessary', 'incomplete', 'outdated'].every((one) =>
        right(witness, 'rectification')?.reasons?.includes(one),
      ),
    'value.corrected',
  ),
  holds(
    'S12.8',
    'correction-unsigned',
    words(
      'Korjauspyyntö ei vaadi allekirjoitusta',
      'En begäran om rättelse kräver ingen underskrift',
      'A request to correct needs no signature',
    ),
    (witness) => ['none', 'proportionate'].includes(right(witness, 'rectification')?.identity ?? ''),
  ),
  none(
    'S12.9',
    'asking-moves-no-clock',
    words(
      'Tarkentava kysymys ei siirrä määräaikaa ilman syytä',
      'En fråga om precisering flyttar inte fristen utan skäl',
      'Asking for details does not move the deadline without a reason',
    ),
    () =>
      sql`select count(*) as n from register.rights_request where paused_days > 0 and asked_on is null and doubt_reason is null and identity = 'not-needed'`,
  ),
  none(
    'S12.10',
    'corrections-in-time',
    words(
      'Korjaukset on tehty viivytyksettä',
      'Rättelser har gjorts utan dröjsmål',
      'Corrections were made without delay',
    ),
    (witness) => overdue(witness, 'rectification', 'restriction'),
    'value.corrected',
  ),
  none(
    'S12.11',
    'erasures-go-on',
    words(
      'Pidätetty poisto jatkuu itsestään, kun pidätys päättyy',
      'En spärrad radering fortsätter av sig själv när spärren upphör',
      'An erasure that was held goes on by itself when the hold ends',
    ),
    (witness) =>
      sql`select count(*) as n from register.erasure where state = 'held' and resumes_on < ${today(witness)} - 1`,
    'person.erased',
  ),
  holds(
    'S12.12',
    'erasure-unsigned',
    words(
      'Poistopyynnöltä ei vaadita allekirjoitusta',
      'En begäran om radering kräver ingen underskrift',
      'A request to erase needs no signature',
    ),
    (witness) => ['none', 'proportionate'].includes(right(witness, 'erasure')?.identity ?? ''),
  ),
  none(
    'S12.13',
    'erasures-in-time',
    words(
      'Poistopyyntöihin on vastattu kuukaudessa',
      'Begäranden om radering har besvarats inom en månad',
      'Requests to erase were answered within a month',
    ),
    (witness) => overdue(witness, 'erasure', 'objection'),
    'person.erased',
  ),
  none(
    'S12.14',
    'agents-accepted',
    words(
      'Asiamies otetaan vastaan, ja hänen valtuutensa on kirjattu',
      'Ett ombud tas emot och fullmakten är antecknad',
      'An agent is accepted, and the mandate is recorded',
    ),
    () => sql`select count(*) as n from register.rights_request
      where capacity = 'agent' and mandate is null and executed_at is not null and minimised_at is null and kind in ('access', 'erasure', 'portability')`,
  ),
  none(
    'S12.15',
    'blockers-closed',
    words(
      'Poistoa lykkäävät vain selosteen nimeämät esteet',
      'Bara de hinder som beskrivningen nämner fördröjer en radering',
      'Only the blockers that the statement names delay an erasure',
    ),
    (witness) => {
      const named = (right(witness, 'erasure')?.blockers ?? []).map(({ id }) => id)
      return sql`select count(*) as n from register.erasure own, jsonb_array_elements(own.held) as fate
        where own.state = 'held' and fate ->> 'blocker' is not null and fate ->> 'blocker' <> all (${named}::text[])`
    },
  ),
  none(
    'S12.16',
    'objections-absolute',
    words(
      'Kiellon jälkeen ei ole voimassa suostumusta, jota ihminen ei itse ole antanut uudelleen',
      'Efter ett förbud gäller inget samtycke som personen inte själv gett på nytt',
      'After an objection no consent is in force that the person did not give anew',
    ),
    () => sql`
      select count(*) as n from register.consent held
      join register.objection said on said.person_id = held.person_id and said.scope = 'all' and said.lifted_at is null
      where held.state = 'given' and held.since < said.recorded_at`,
    'objection.recorded',
  ),
  holds(
    'S12.17',
    'objecting-needs-no-proof',
    words(
      'Markkinoinnin kieltäminen ei vaadi mitään todistusta ja vaikuttaa heti',
      'Att förbjuda marknadsföring kräver inget bevis och gäller genast',
      'Objecting to marketing needs no proof and works at once',
    ),
    (witness) =>
      right(witness, 'objectionToMarketing')?.identity === 'none' &&
      right(witness, 'objectionToMarketing')?.effect === 'immediate',
    'objection.recorded',
  ),
  holds(
    'S12.18',
    'unsubscribing-by-post-only',
    words(
      'Linkin avaaminen ei muuta mitään, ja väärennetty linkki ei avaa mitään',
      'Att öppna länken ändrar ingenting, och en förfalskad länk öppnar ingenting',
      'Opening a link changes nothing, and a forged link opens nothing',
    ),
    async (witness) => {
      const { status, headers } = await witness.visit('/u/forged-token')
      return (
        status >= 400 &&
        status < 500 &&
        !headers['set-cookie'] &&
        (right(witness, 'objectionToMarketing')?.channels ?? []).includes('list-unsubscribe-post')
      )
    },
    'address.suppressed',
  ),
  holds(
    'S12.19',
    'rights-named',
    words(
      'Seloste kertoo kaikki oikeudet ja automaattisista päätöksistä',
      'Beskrivningen nämner alla rättigheter och automatiserade beslut',
      'The statement names every right, and automated decisions',
    ),
    (witness) =>
      ['restriction', 'portability', 'objection', 'withdrawalOfConsent', 'complaint'].every(
        (name) => right(witness, name) !== undefined,
      ) && witness.statement.automatedDecisions !== undefined,
  ),
  holds(
    'S13.1',
    'authority-reachable',
    words(
      'Valvontaviranomainen yhteystietoineen on selosteessa',
      'Tillsynsmyndigheten med kontaktuppgifter finns i beskrivningen',
      'The supervisory authority and how to reach it are in the statement',
    ),
    async ({ statement, visit }) => {
      const { phone, email } = statement.authority?.contact ?? {}
      return Boolean(phone && email) && (await visit('/fi/')).body.includes(email ?? '')
    },
  ),
]
