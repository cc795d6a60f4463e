import { sql } from 'kysely'
import { type Check, holds, none, words } from './check.ts'
import { overdue, right, today } from './rights-asked.ts'

/** The rest of the rights, and the supervisory authority. */
export const sections12to13: readonly Check[] = [
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
  none(
    'S12.19',
    'restrictions-reviewed',
    words(
      'Käsittelyn rajoitus tarkistetaan ajallaan, eikä siitä tule pysyvää säilytystä',
      'En begränsning av behandlingen omprövas i tid och blir ingen evig lagring',
      'A restriction is reviewed in time, and does not become storage for ever',
    ),
    (witness) =>
      sql`select count(*) as n from register.restriction where lifted_at is null and review_on < ${today(witness)}::date`,
    'restriction.reviewed',
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
