import { sql } from 'kysely'
import { type Check, holds, none, words } from './check.ts'
import { overdue, right } from './rights-asked.ts'

/** Retention, and the first of the rights: access and correction. */
export const sections11to12: readonly Check[] = [
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
]
