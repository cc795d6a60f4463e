import { ownTexts } from '../../texts/own.ts'

const fi = {
  title: 'Säilytys',
  under: 'Rekisteri poistaa itse kaiken, jonka säilytysaika on päättynyt. Tässä näet ennalta, mitä on lähdössä.',
  span: 'Ajanjakso',
  spans: { 30: 'Seuraavat 30 päivää', 90: '90 päivää', 365: 'Vuosi' },
  classes: 'Tietoluokittain',
  classesTable: 'Säilytysajat ja poistuvien lukumäärät',
  class: 'Tietoluokka',
  rule: 'Säilytysaika selosteessa',
  count: 'Poistuu',
  first: 'Ensimmäinen',
  nothing: '–',
  people: 'Henkilöt',
  peopleText:
    'Jos joku on tässä erehdyksessä, avaa hänen korttinsa ja kirjaa yhteydenotto tai avaa asiakassuhde uudelleen.',
  noPeople: 'Kenenkään säilytysaika ei pääty tällä jaksolla',
  noPeopleText:
    'Henkilöt ilmestyvät tähän, kun asiakassuhteen päättymisestä tai viimeisestä yhteydenotosta on kulunut selosteen mukainen aika.',
  until: (day: string) => `säilyy ${day} asti`,
  tonight: 'poistuu ensi yönä',
  kept: 'Säilyy rajoituksen vuoksi',
  keptPeople: 'Säilyvät, koska käsittely on rajoitettu',
  keptText:
    'Näiden säilytysaika on päättynyt tai päättyy jaksolla, mutta henkilön tietojen käsittely on rajoitettu (18 artikla). Tiedot poistetaan yönä, joka seuraa rajoituksen purkamista.',
  restrictedSince: (day: string) => `säilyy: käsittely rajoitettu ${day} alkaen`,
  ending: 'Hiljaiset asiakassuhteet',
  endingText:
    'Näistä ei ole kuulunut mitään selosteen mukaiseen aikaan. Suhde päättyy 30 päivää sen jälkeen, kun se on merkitty hiljaiseksi, jos kukaan ei jatka sitä.',
  noEnding: 'Hiljaisia asiakassuhteita ei ole.',
  last: (day: string) => `viimeksi ${day}`,
  states: { customer: 'Hiljenee', dormant: 'Päättyy' } as Record<string, string>,
  runs: 'Tehdyt poistot',
  runsText: 'Joka yöstä jää raportti: luokka ja lukumäärä, ei mitään tietoja.',
  noRuns: 'Yöllisiä poistoja ei ole vielä tehty.',
  nothingGone: 'ei poistettavaa',
  others: {
    'relationship-ended': 'päättyneitä suhteita',
    'relationship-woken': 'heränneitä suhteita',
    'restricted-kept': 'säilytetty rajoituksen vuoksi',
  } as Record<string, string>,
}

const sv: typeof fi = {
  title: 'Lagring',
  under: 'Registret raderar själv allt vars lagringstid är slut. Här ser du på förhand vad som är på väg bort.',
  span: 'Period',
  spans: { 30: 'De följande 30 dagarna', 90: '90 dagar', 365: 'Ett år' },
  classes: 'Enligt uppgiftsklass',
  classesTable: 'Lagringstider och antal som raderas',
  class: 'Uppgiftsklass',
  rule: 'Lagringstid i beskrivningen',
  count: 'Raderas',
  first: 'Första',
  nothing: '–',
  people: 'Personer',
  peopleText:
    'Om någon finns här av misstag: öppna personens kort och anteckna en kontakt eller öppna kundrelationen på nytt.',
  noPeople: 'Ingens lagringstid går ut under perioden',
  noPeopleText:
    'Personer visas här när beskrivningens tid har gått sedan kundrelationen upphörde eller sedan den senaste kontakten.',
  until: (day: string) => `sparas till ${day}`,
  tonight: 'raderas i natt',
  kept: 'Sparas på grund av begränsning',
  keptPeople: 'Sparas eftersom behandlingen är begränsad',
  keptText:
    'Lagringstiden är slut eller går ut under perioden, men behandlingen av personens uppgifter är begränsad (artikel 18). Uppgifterna raderas natten efter att begränsningen har hävts.',
  restrictedSince: (day) => `sparas: behandlingen begränsad sedan ${day}`,
  ending: 'Vilande kundrelationer',
  endingText:
    'Av dem har inget hörts under beskrivningens tid. Relationen upphör 30 dagar efter att den markerats som vilande, om ingen fortsätter den.',
  noEnding: 'Det finns inga vilande kundrelationer.',
  last: (day: string) => `senast ${day}`,
  states: { customer: 'Blir vilande', dormant: 'Upphör' },
  runs: 'Utförda raderingar',
  runsText: 'Varje natt lämnar en rapport: klass och antal, inga uppgifter.',
  noRuns: 'Inga nattliga raderingar har gjorts ännu.',
  nothingGone: 'inget att radera',
  others: {
    'relationship-ended': 'upphörda relationer',
    'relationship-woken': 'relationer som vaknat',
    'restricted-kept': 'sparat på grund av begränsning',
  },
}

const en: typeof fi = {
  title: 'Retention',
  under: 'The register itself erases everything whose time is over. Here you see beforehand what is about to go.',
  span: 'Period',
  spans: { 30: 'The next 30 days', 90: '90 days', 365: 'A year' },
  classes: 'By class of data',
  classesTable: 'Times and numbers to go',
  class: 'Class of data',
  rule: 'Time in the statement',
  count: 'To go',
  first: 'First',
  nothing: '–',
  people: 'People',
  peopleText: 'If somebody is here by mistake, open their card and enter an enquiry, or reopen the relationship.',
  noPeople: 'Nobody’s time ends in this period',
  noPeopleText:
    'People appear here when the statement’s time has passed since their relationship ended or since the last contact.',
  until: (day: string) => `kept until ${day}`,
  tonight: 'erased tonight',
  kept: 'Kept: restricted',
  keptPeople: 'Kept, because processing is restricted',
  keptText:
    'Their time is over, or will be in this period, but the processing of their data is restricted (Art. 18). They are erased the night after the restriction is lifted.',
  restrictedSince: (day) => `kept: restricted since ${day}`,
  ending: 'Dormant relationships',
  endingText:
    'Nothing was heard of these for the statement’s time. A relationship ends 30 days after it is marked dormant, unless somebody takes it up.',
  noEnding: 'There are no dormant relationships.',
  last: (day: string) => `last ${day}`,
  states: { customer: 'Going dormant', dormant: 'Ending' },
  runs: 'What was erased',
  runsText: 'Each night leaves a report: class and number, and no data.',
  noRuns: 'No night has erased anything yet.',
  nothingGone: 'nothing to erase',
  others: {
    'relationship-ended': 'relationships ended',
    'relationship-woken': 'relationships woken',
    'restricted-kept': 'kept, restricted',
  },
}

export const useRetentionTexts = ownTexts({ fi, sv, en })
