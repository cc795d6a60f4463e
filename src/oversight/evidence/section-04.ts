import { sql } from 'kysely'
import { may } from '#statement'
import { type Check, holds, none, words } from './check.ts'

const bases = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `eu-gdpr:A6-1-${letter}`)

/** Purposes and grounds of processing. */
export const section4: readonly Check[] = [
  holds(
    'S4.1',
    'purposes-closed',
    words(
      'Käyttötarkoitus, jota seloste ei nimeä, evätään kaikissa rooleissa',
      'Ett ändamål som beskrivningen inte nämner nekas i alla roller',
      'A purpose that the statement does not name is refused to every duty',
    ),
    ({ policy }) =>
      [...policy.duties.keys()].every((duty) => {
        const verdict = may(policy, duty, 'no-such-purpose', 'person.name', 'read')
        return !verdict.allowed && verdict.code === 'PURPOSE_NOT_DECLARED'
      }),
  ),
  holds(
    'S4.2',
    'service-messages',
    words(
      'Asiakasviestintä on palveluviestintää ja erillään markkinoinnista',
      'Kundkommunikation är tjänstemeddelanden, åtskilda från marknadsföring',
      'Customer communication is service, apart from marketing',
    ),
    ({ policy }) => policy.purposes.get('customer-communication')?.messageClass === 'service',
  ),
  none(
    'S4.3',
    'rows-guarded',
    words(
      'Kukin rooli näkee vain ihmiset, jotka rivisäännöt sille avaavat',
      'Varje roll ser bara de personer som radreglerna öppnar för den',
      'Each duty sees only the people that the row rules open to it',
    ),
    () => sql`
      select count(*) as n from pg_class own
      where own.oid in ('register.person'::regclass, 'register.organisation'::regclass, 'register.relationship'::regclass)
        and not own.relrowsecurity`,
  ),
  none(
    'S4.4',
    'ended-closed',
    words(
      'Päättynyt asiakassuhde on suljettu päivittäisestä työstä',
      'Ett avslutat kundförhållande är stängt för det dagliga arbetet',
      'An ended relationship is closed to daily work',
    ),
    () => sql`
      select count(*) as n from register.relationship
      where state in ('ended', 'retained', 'rejected') and closed_at is null or ended_at > closed_at + interval '1 minute'`,
    'relationship.ended',
  ),
  holds(
    'S4.5',
    'nothing-undeclared',
    words(
      'Mikään sarake ei sisällä tietoa, jota seloste ei nimeä',
      'Ingen kolumn innehåller uppgifter som beskrivningen inte nämner',
      'No column holds data that the statement does not name',
    ),
    ({ undeclared }) => undeclared === 0,
  ),
  holds(
    'S4.6',
    'basis-by-role',
    words(
      'Sopimusperustetta käytetään vain, kun ihminen itse on sopijapuoli',
      'Avtalsgrunden används bara när personen själv är part',
      'The ground of contract is used only where the person is the party',
    ),
    ({ statement }) =>
      (statement.purposes ?? []).every(
        ({ basis }) =>
          (basis ?? []).length > 0 &&
          !(basis ?? []).some((one) => one.when === 'subject-represents-org' && one.ref === 'eu-gdpr:A6-1-b'),
      ),
  ),
  none(
    'S4.7',
    'consent-proven',
    words(
      'Jokaisesta voimassa olevasta suostumuksesta on todiste ja luettu teksti',
      'För varje gällande samtycke finns ett bevis och den lästa texten',
      'Every consent in force has its proof and the words that were read',
    ),
    () => sql`
      select count(*) as n from register.consent held where held.state = 'given' and not exists (
        select from register.consent_event said join register.consent_wording read on read.hash = said.wording
        where said.person_id = held.person_id and said.purpose = held.purpose and said.channel = held.channel
          and said.state = 'given' and said.wording = held.wording and read.invalidated_at is null)`,
    'consent.given',
  ),
  holds(
    'S4.8',
    'bases-of-the-regulation',
    words(
      'Jokainen peruste on tietosuoja-asetuksen 6 artiklasta',
      'Varje grund kommer från artikel 6 i dataskyddsförordningen',
      'Every ground is one of Art. 6 GDPR',
    ),
    ({ statement }) =>
      (statement.purposes ?? []).every(({ basis }) => (basis ?? []).every(({ ref }) => bases.includes(ref ?? ''))),
  ),
  holds(
    'S4.9',
    'balancing-tests',
    words(
      'Jokaisesta oikeutetusta edusta on voimassa oleva tasapainotesti',
      'För varje berättigat intresse finns en gällande intresseavvägning',
      'Every legitimate interest has a balancing test that is not out of date',
    ),
    ({ statement, now }) =>
      (statement.purposes ?? [])
        .flatMap(({ basis }) => basis ?? [])
        .filter(({ ref }) => ref === 'eu-gdpr:A6-1-f')
        .every(({ lia }) => lia?.ref !== undefined && (lia.reviewOn ?? '') >= now.toISOString().slice(0, 10)),
  ),
  none(
    'S4.10',
    'gate-at-sending',
    words(
      'Kenellekään ei lähetetty markkinointia kiellon jälkeen',
      'Ingen fick marknadsföring efter ett förbud',
      'Nobody was sent marketing after they said no',
    ),
    () => sql`
      select count(*) as n from register.campaign_recipient sent
      join register.objection said on said.person_id = sent.person_id and said.scope in ('all', 'channel')
        and (said.channel is null or said.channel = sent.channel)
      where sent.state = 'sent' and said.recorded_at < coalesce(sent.fenced_at, sent.settled_at)
        and (said.lifted_at is null or said.lifted_at > sent.settled_at)`,
  ),
  none(
    'S4.11',
    'topics-closed',
    words(
      'Kampanjat koskevat vain selosteen aiheita',
      'Kampanjer gäller bara ämnen i beskrivningen',
      'Campaigns keep to the topics of the statement',
    ),
    ({ policy }) => {
      const topics = [...policy.purposes.values()].flatMap((one) => one.topics.map(({ id }) => id))
      return sql`select count(*) as n from register.campaign where ended_at is null and not (topics <@ ${topics}::text[])`
    },
  ),
  none(
    'S4.12',
    'channels-closed',
    words(
      'Markkinointia lähtee vain selosteen kanavissa',
      'Marknadsföring skickas bara i beskrivningens kanaler',
      'Marketing goes only by the channels of the statement',
    ),
    ({ policy }) => {
      const channels = [...policy.purposes.values()]
        .filter((one) => one.messageClass === 'marketing')
        .flatMap((one) => one.channels)
      return sql`select count(*) as n from register.campaign where ended_at is null and channel <> all (${channels}::text[])`
    },
  ),
]
