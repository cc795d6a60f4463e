import { sql } from 'kysely'
import { type Check, holds, none, type Witness, words } from './check.ts'

const day = ({ now }: Witness) => now.toISOString().slice(0, 10)
const yearAgo = ({ now }: Witness) => new Date(now.getTime() - 366 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
const processors = ({ statement }: Witness) => statement.processors ?? []
const transfers = ({ statement }: Witness) => statement.transfers?.list ?? []
const abroad = (witness: Witness) => processors(witness).filter(({ country }) => !eea.includes(country ?? ''))
const eea = 'AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')

/** Disclosures, processors and transfers. */
export const sections8and9: readonly Check[] = [
  none(
    'S8.1',
    'group-disclosures',
    words(
      'Konsernin sisällä tietoja saavat vain nimetyt yhtiöt',
      'Inom koncernen får bara nämnda bolag uppgifter',
      'Within the group only the named companies receive data',
    ),
    ({ policy }) => sql`
      select count(*) as n from register.disclosure
      where kind = 'group-company' and receiver <> all (${policy.groupCompanies.map(({ id }) => id)}::text[])`,
  ),
  none(
    'S8.2',
    'four-eyes',
    words(
      'Viranomaisen pyynnön valmistelee ja hyväksyy kaksi eri ihmistä',
      'En myndighets begäran bereds och godkänns av två personer',
      'What an authority asks for is prepared and approved by two people',
    ),
    () => sql`
      select count(*) as n from register.authority_request
      where state = 'released' and (decided_by is null or decided_by = prepared_by)`,
    'authority-request.released',
  ),
  none(
    'S8.3',
    'claims-reviewed',
    words(
      'Oikeusvaateen pidätys tarkistetaan ajallaan',
      'Ett rättsanspråks spärr omprövas i tid',
      'A hold for a legal claim is reviewed in time',
    ),
    (witness) =>
      sql`select count(*) as n from register.legal_hold where closed_at is null and review_on < ${day(witness)}::date`,
  ),
  none(
    'S8.4',
    'recipients-closed',
    words(
      'Tietoja on luovutettu vain selosteen vastaanottajille',
      'Uppgifter har lämnats bara till beskrivningens mottagare',
      'Data went only to the recipients of the statement',
    ),
    (witness) => {
      const known = [...(witness.statement.recipients ?? []), ...processors(witness)].map(({ id }) => id)
      return sql`select count(*) as n from register.disclosure
        where statement_version = ${witness.policy.version} and kind in ('recipient', 'processor', 'authority') and receiver <> all (${known}::text[])`
    },
  ),
  holds(
    'S9.1',
    'transfers-evidenced',
    words(
      'Jokaisella siirrolla ETA-alueen ulkopuolelle on siirtoperuste, todiste ja tuore tarkistus',
      'Varje överföring utanför EES har en grund, ett bevis och en färsk kontroll',
      'Every transfer outside the EEA has a tool, evidence and a recent check',
    ),
    (witness) =>
      abroad(witness).every(({ id }) => {
        const found = transfers(witness).filter(({ processor }) => processor === id)
        return (
          found.length > 0 &&
          found.every(({ tool, evidence, checkedOn }) => tool && evidence && (checkedOn ?? '') >= yearAgo(witness))
        )
      }),
  ),
  holds(
    'S9.2',
    'backed-up',
    words(
      'Salattu varmuuskopio on alle 25 tuntia vanha, eikä mitään lain vaatimaa voi sillä perua',
      'En krypterad säkerhetskopia är under 25 timmar gammal och kan inte upphäva något',
      'A sealed backup is less than 25 hours old, and undoes no erasure and no objection',
    ),
    ({ outside, now }) =>
      outside.replayLogWhole &&
      outside.newestBackup !== null &&
      now.getTime() - outside.newestBackup.getTime() < 25 * 60 * 60 * 1000,
    'backup.taken',
    words(
      'Ota varmuuskopio: seloste backup. Katso, että replay.log on paikallaan.',
      'Ta en säkerhetskopia: seloste backup. Se till att replay.log finns.',
      'Take a backup: seloste backup. See that replay.log is in its place.',
    ),
  ),
  holds(
    'S9.3',
    'abroad-denied',
    words(
      'Palvelin, jota seloste ei nimeä, ei saa mitään',
      'En server som beskrivningen inte nämner får ingenting',
      'A server that the statement does not name gets nothing',
    ),
    async ({ statement, mayGoTo }) =>
      statement.transfers?.default === 'deny-outside-EEA' && !(await mayGoTo({ host: 'undeclared.invalid' })),
  ),
  holds(
    'S9.4',
    'tools-obtainable',
    words(
      'Siirtoperuste on nimetty, ja siitä saa jäljennöksen',
      'Överföringsgrunden är nämnd och en kopia kan fås',
      'The tool of transfer is named, and a copy can be had',
    ),
    (witness) => transfers(witness).every(({ tool, copyFrom }) => Boolean(tool && copyFrom)),
  ),
  holds(
    'S9.5',
    'transfers-closed',
    words(
      'Siirtoja on vain nimetyille palveluntarjoajille',
      'Överföringar görs bara till nämnda leverantörer',
      'Transfers go only to named providers',
    ),
    (witness) => transfers(witness).every(({ processor }) => processors(witness).some(({ id }) => id === processor)),
  ),
  holds(
    'S9.6',
    'processors-under-agreement',
    words(
      'Jokaisella käsittelijällä on sopimus',
      'Varje biträde har ett avtal',
      'Every processor is under an agreement',
    ),
    (witness) =>
      processors(witness).every(({ dpa }) => Boolean(dpa?.ref && dpa.signedOn && dpa.signedOn <= day(witness))),
  ),
  holds(
    'S9.7',
    'agreements-whole',
    words(
      'Sopimuksissa on kaikki 28 artiklan kohdat, ja ne on tarkistettu ajallaan',
      'Avtalen har alla punkter i artikel 28 och är granskade i tid',
      'Agreements have every point of Art. 28 and are reviewed in time',
    ),
    (witness) =>
      processors(witness).every(
        ({ dpa }) =>
          [...'abcdefgh'].every((point) => (dpa?.checklist ?? []).includes(point as 'a')) &&
          (dpa?.reviewOn ?? '') >= day(witness),
      ),
  ),
  none(
    'S9.8',
    'processors-told',
    words(
      'Käsittelijöille on kerrottu poistoista ja oikaisuista',
      'Biträdena har fått veta om raderingar och rättelser',
      'Processors have been told of erasures and corrections',
    ),
    ({ now }) => sql`
      select count(*) as n from register.recipient_notice
      where state = 'waiting' and made_at + interval '7 days' < ${now}::timestamptz
        or state = 'sent' and sent_at + interval '45 days' < ${now}::timestamptz`,
    'recipient.told',
  ),
  holds(
    'S9.9',
    'privacy-pages',
    words(
      'Jokaisen käsittelijän tietosuojasivu on linkitetty',
      'Varje biträdes dataskyddssida är länkad',
      'The privacy page of every processor is linked',
    ),
    (witness) => processors(witness).every(({ privacyUrl }) => (privacyUrl ?? '').startsWith('https://')),
  ),
]
