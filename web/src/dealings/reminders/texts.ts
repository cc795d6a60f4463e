import { ownTexts } from '../../texts/own.ts'
import { paperFaults } from '../papers/paper-faults.ts'

const fi = {
  invoices: 'Laskut',
  remind: 'Maksumuistutukset',
  under:
    'Muistutuksen voi lähettää 14 päivän kuluttua eräpäivästä ja edellisestä muistutuksesta. Kuluttajalta voi periä muistutuskuluja enintään 5 € muistutuksesta (laki saatavien perinnästä 513/1999) ja korkolain mukaisen viivästyskoron.',
  nothing: 'Nyt ei ole mitään muistutettavaa.',
  waits: (n: number) =>
    n === 1
      ? 'Yhdestä myöhässä olevasta laskusta ei voi vielä muistuttaa.'
      : `${n} myöhässä olevasta laskusta ei voi vielä muistuttaa.`,
  noRate: (half: string) => `Viitekorko puuttuu puolivuodelta ${half}`,
  noRateWhy:
    'Viivästyskorkoa ei lasketa arvaamalla. Kirjaa Suomen Pankin ilmoittama viitekorko, niin näistäkin laskuista voi muistuttaa.',
  enterRate: 'Kirjaa viitekorko',
  rateHolds: 'viitekorko puuttuu',
  lookFirst: 'Katso ensin',
  lookFirstWhy: 'Näitä ei ole valittu valmiiksi. Valitse ne, joista muistutetaan silti.',
  ready: 'Lähtevät',
  all: 'Valitse kaikki',
  invoice: 'Lasku',
  late: 'Myöhässä',
  fee: 'Kulut',
  interest: 'Korko',
  sum: 'Yhteensä',
  way: 'Miten',
  wayOf: (number: string) => `Laskun ${number} muistutuksen lähetystapa`,
  ways: { email: 'Sähköposti', letter: 'Kirje' },
  round: (n: number) => `${n}. muistutus`,
  due: (day: string) => `eräpäivä ${day}`,
  consumer: 'kuluttaja',
  complaints: { this: 'laskusta on avoin reklamaatio', customer: 'asiakkaalla on avoin reklamaatio' },
  noEmail: 'ei sähköpostia: tulostetaan kirjeenä',
  noAddress: 'postiosoite puuttuu laskulta',
  chosen: (mails: number, letters: number) =>
    [mails > 0 && `${mails} sähköpostilla`, letters > 0 && (letters === 1 ? '1 kirjeenä' : `${letters} kirjeinä`)]
      .filter(Boolean)
      .join(' · ') || 'Mitään ei ole valittu',
  send: (n: number) => (n === 1 ? 'Muistuta yhdestä laskusta' : `Muistuta ${n} laskusta`),
  begun: 'Muistutukset on kirjattu',
  earlier: 'Aiemmat kierrokset',
  runTitle: (at: string) => `Muistutuskierros ${at}`,
  runUnder: (by: string, n: number) => [by, n === 1 ? '1 muistutus' : `${n} muistutusta`].filter(Boolean).join(' · '),
  notSentOf: (n: number) => `${n} ei lähtenyt`,
  toPrintOf: (n: number) => `${n} tulostamatta`,
  leftOut: (n: number) =>
    n === 1
      ? 'Yksi valituista jäi pois, koska se oli maksettu tai siitä oli jo muistutettu.'
      : `${n} valituista jäi pois, koska ne oli maksettu tai niistä oli jo muistutettu.`,
  underWay: (done: number, all: number) => `Lähetetään: ${done}/${all}`,
  allSent: 'Kaikki ovat lähteneet.',
  states: {
    queued: 'Jonossa',
    held: 'Odottaa',
    sending: 'Lähtemässä',
    sent: 'Lähetetty',
    unsure: 'Ei tiedetä, lähtikö',
    failed: 'Ei lähtenyt',
    'to-print': 'Tulostettava',
    printed: 'Postitettu',
  },
  broke: 'Yhteys katkesi.',
  cut: (n: number, why: string) => `${why} ${n} jäi muistuttamatta. Ne ovat yhä muistutettavissa.`,
  again: 'Lähetä uudelleen',
  asLetter: 'Tulosta kirjeenä',
  queuedAgain: 'Muistutukset ovat jonossa',
  print: (n: number) => (n === 1 ? 'Avaa kirje tulostettavaksi' : `Avaa ${n} kirjettä tulostettavaksi`),
  printed: 'Merkitse postitetuiksi',
  printedDone: 'Kirjeet on merkitty postitetuiksi',
  letterDone: 'Muistutukset tulostetaan kirjeinä',
  faults: { ...paperFaults.fi, unsure: 'Saattaa olla jo perillä.' } as Record<string, string>,
}

const sv: typeof fi = {
  invoices: 'Fakturor',
  remind: 'Betalningspåminnelser',
  under:
    'En påminnelse kan skickas 14 dagar efter förfallodagen och efter föregående påminnelse. Av en konsument tas högst 5 € i kostnader (lagen om indrivning av fordringar 513/1999) och dröjsmålsränta enligt räntelagen.',
  nothing: 'Det finns inget att påminna om just nu.',
  waits: (n) =>
    n === 1 ? 'En försenad faktura kan ännu inte påminnas om.' : `${n} försenade fakturor kan ännu inte påminnas om.`,
  noRate: (half) => `Referensräntan saknas för halvåret ${half}`,
  noRateWhy:
    'Dröjsmålsräntan gissas inte. Anteckna den referensränta som Finlands Bank har meddelat, så kan även dessa fakturor påminnas om.',
  enterRate: 'Anteckna referensräntan',
  rateHolds: 'referensräntan saknas',
  lookFirst: 'Se på dessa först',
  lookFirstWhy: 'De här är inte valda på förhand. Välj dem som ändå ska påminnas om.',
  ready: 'Skickas',
  all: 'Välj alla',
  invoice: 'Faktura',
  late: 'Försenat',
  fee: 'Kostnader',
  interest: 'Ränta',
  sum: 'Totalt',
  way: 'Hur',
  wayOf: (number) => `Hur påminnelsen om faktura ${number} skickas`,
  ways: { email: 'E-post', letter: 'Brev' },
  round: (n) => `${n}:a påminnelsen`,
  due: (day) => `förföll ${day}`,
  consumer: 'konsument',
  complaints: { this: 'öppen reklamation om fakturan', customer: 'kunden har en öppen reklamation' },
  noEmail: 'ingen e-post: skrivs ut som brev',
  noAddress: 'postadressen saknas på fakturan',
  chosen: (mails, letters) =>
    [mails > 0 && `${mails} per e-post`, letters > 0 && `${letters} som brev`].filter(Boolean).join(' · ') ||
    'Inget är valt',
  send: (n) => (n === 1 ? 'Påminn om en faktura' : `Påminn om ${n} fakturor`),
  begun: 'Påminnelserna har antecknats',
  earlier: 'Tidigare omgångar',
  runTitle: (at) => `Påminnelseomgång ${at}`,
  runUnder: (by, n) => [by, n === 1 ? '1 påminnelse' : `${n} påminnelser`].filter(Boolean).join(' · '),
  notSentOf: (n) => `${n} skickades inte`,
  toPrintOf: (n) => `${n} att skriva ut`,
  leftOut: (n) =>
    n === 1
      ? 'En av de valda utelämnades: den var betald eller redan påmind om.'
      : `${n} av de valda utelämnades: de var betalda eller redan påminda om.`,
  underWay: (done, all) => `Skickas: ${done}/${all}`,
  allSent: 'Alla har skickats.',
  states: {
    queued: 'I kö',
    held: 'Väntar',
    sending: 'På väg',
    sent: 'Skickad',
    unsure: 'Okänt om den skickades',
    failed: 'Skickades inte',
    'to-print': 'Ska skrivas ut',
    printed: 'Postad',
  },
  broke: 'Förbindelsen bröts.',
  cut: (n, why) => `${why} ${n} blev utan påminnelse. De kan ännu påminnas om.`,
  again: 'Skicka på nytt',
  asLetter: 'Skriv ut som brev',
  queuedAgain: 'Påminnelserna är i kö',
  print: (n) => (n === 1 ? 'Öppna brevet för utskrift' : `Öppna ${n} brev för utskrift`),
  printed: 'Markera som postade',
  printedDone: 'Breven är markerade som postade',
  letterDone: 'Påminnelserna skrivs ut som brev',
  faults: { ...paperFaults.sv, unsure: 'Kan redan vara framme.' } as Record<string, string>,
}

const en: typeof fi = {
  invoices: 'Invoices',
  remind: 'Payment reminders',
  under:
    'A reminder may be sent 14 days after the due day and after the reminder before. A consumer is asked for at most 5 € (Act 513/1999 on the collection of receivables) and for late interest by the Interest Act.',
  nothing: 'There is nothing to remind of now.',
  waits: (n) =>
    n === 1 ? 'One late invoice cannot be reminded of yet.' : `${n} late invoices cannot be reminded of yet.`,
  noRate: (half) => `The reference rate of the half-year ${half} is missing`,
  noRateWhy:
    'Late interest is never guessed. Enter the reference rate announced by the Bank of Finland, and these invoices can be reminded of too.',
  enterRate: 'Enter the reference rate',
  rateHolds: 'reference rate missing',
  lookFirst: 'Look at these first',
  lookFirstWhy: 'These are not chosen beforehand. Choose those that are reminded of all the same.',
  ready: 'Going out',
  all: 'Choose all',
  invoice: 'Invoice',
  late: 'Late',
  fee: 'Fee',
  interest: 'Interest',
  sum: 'Total',
  way: 'How',
  wayOf: (number) => `How the reminder of invoice ${number} goes`,
  ways: { email: 'E-mail', letter: 'Letter' },
  round: (n) => (n === 1 ? '1st reminder' : '2nd reminder'),
  due: (day) => `due ${day}`,
  consumer: 'consumer',
  complaints: { this: 'open complaint about it', customer: 'the customer has an open complaint' },
  noEmail: 'no e-mail: printed as a letter',
  noAddress: 'no postal address on the invoice',
  chosen: (mails, letters) =>
    [mails > 0 && `${mails} by e-mail`, letters > 0 && (letters === 1 ? '1 letter' : `${letters} letters`)]
      .filter(Boolean)
      .join(' · ') || 'Nothing is chosen',
  send: (n) => (n === 1 ? 'Remind of one invoice' : `Remind of ${n} invoices`),
  begun: 'The reminders are written',
  earlier: 'Earlier rounds',
  runTitle: (at) => `Round of reminders ${at}`,
  runUnder: (by, n) => [by, n === 1 ? '1 reminder' : `${n} reminders`].filter(Boolean).join(' · '),
  notSentOf: (n) => `${n} not sent`,
  toPrintOf: (n) => `${n} to print`,
  leftOut: (n) =>
    n === 1
      ? 'One of those chosen was left out: it had been paid or reminded of already.'
      : `${n} of those chosen were left out: they had been paid or reminded of already.`,
  underWay: (done, all) => `Sending: ${done}/${all}`,
  allSent: 'All have gone out.',
  states: {
    queued: 'In the queue',
    held: 'Waiting',
    sending: 'On its way',
    sent: 'Sent',
    unsure: 'May have left',
    failed: 'Not sent',
    'to-print': 'To print',
    printed: 'Posted',
  },
  broke: 'The connection broke.',
  cut: (n, why) => `${why} ${n} were not reminded of. They are still due.`,
  again: 'Send again',
  asLetter: 'Print as a letter',
  queuedAgain: 'The reminders are in the queue',
  print: (n) => (n === 1 ? 'Open the letter to print' : `Open ${n} letters to print`),
  printed: 'Mark as posted',
  printedDone: 'The letters are marked as posted',
  letterDone: 'The reminders will be printed as letters',
  faults: { ...paperFaults.en, unsure: 'It may already have arrived.' } as Record<string, string>,
}

export const useReminderTexts = ownTexts({ fi, sv, en })
