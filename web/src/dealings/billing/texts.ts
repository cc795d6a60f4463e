import { ownTexts } from '../../texts/own.ts'

const fi = {
  title: 'Laskutettavat',
  under:
    'Toimitetut, valmistuneet ja sellaisinaan laskutettavat tilaukset sekä alkaneet sopimuskaudet, joita ei ole vielä laskutettu.',
  invoices: 'Laskut',
  nothing: 'Kaikki on laskutettu.',
  nothingUnder:
    'Tilaus tulee tähän, kun siitä on toimitettu jotain, se on päätetty tai se laskutetaan sellaisenaan, ja sopimus laskutuskauden alkaessa.',
  all: 'Valitse kaikki',
  list: 'Laskuttamatta',
  kinds: { order: 'Tilaus', contract: 'Sopimus' },
  since: {
    order: (day: string) => `valmis ${day}`,
    whole: (day: string) => `laskutetaan tilauksesta, tilattu ${day}`,
    contract: (from: string, to: string) => `kausi ${from}–${to}`,
  },
  periods: (n: number) => `${n} kautta odottaa, vanhin ensin`,
  elsewhere: 'Laskutettu jo muualla',
  customer: 'Näytä vain asiakas',
  everybody: (name: string) => `${name}: näytä kaikki asiakkaat`,
  nothingOf: (name: string) => `Kaikki on laskutettu: ${name}.`,
  allInSight: 'Valitse näkyvät',
  inSight: (n: number) => `${n} näkyvissä`,
  inAll: (n: number, { isMore, total, net }: { isMore: boolean; total: string; net: string }) =>
    `${isMore ? `yli ${n} odottaa, niiden summa` : `${n} odottaa, yhteensä`} ${total} (veroton ${net})`,
  countAll: 'Laske kaikki yhteen',
  underWay: (done: number, all: number) => `${done}/${all} tehty`,
  broke: 'Yhteys katkesi.',
  cut: (n: number, why: string) => `${why} ${n} jäi laskuttamatta. Ne ovat yhä listalla.`,
  lines: (n: number) => (n === 1 ? '1 rivi' : `${n} riviä`),
  net: 'veroton',
  how: 'Mitä tehdään',
  untils: { draft: 'Luonnokset', issued: 'Laskut', sent: 'Laskut ja lähetys' },
  untilWhy: {
    draft: 'Luonnokset voi vielä tarkistaa ja muuttaa.',
    issued: 'Laskut saavat numeron ja lukittuvat.',
    sent: 'Laskut saavat numeron, lukittuvat ja lähtevät sähköpostilla niille, joilla on osoite.',
  },
  chosen: (n: number) => (n === 1 ? '1 valittu' : `${n} valittu`),
  press: {
    draft: (n: number) => (n === 1 ? 'Tee luonnos' : `Tee ${n} luonnosta`),
    issued: (n: number) => (n === 1 ? 'Laskuta' : `Tee ${n} laskua`),
    sent: (n: number) => (n === 1 ? 'Laskuta ja lähetä' : `Tee ja lähetä ${n} laskua`),
  },
  done: 'Laskutettu',
  drafted: 'Luonnokset tehty',
  result: 'Tulos',
  stopped: (n: number) =>
    n === 1 ? 'Yksi jäi kesken. Syy on sen rivillä.' : `${n} jäi kesken. Syy on kunkin rivillä.`,
  draft: 'Luonnos',
  invoice: (number: string) => `Lasku ${number}`,
  states: { draft: 'Luonnos', issued: 'Laskutettu', sent: 'Lähtee', stopped: 'Ei laskutettu' },
}

const sv: typeof fi = {
  title: 'Att fakturera',
  under:
    'Beställningar som har levererats, blivit färdiga eller faktureras som de är samt påbörjade avtalsperioder som ännu inte har fakturerats.',
  invoices: 'Fakturor',
  nothing: 'Allt är fakturerat.',
  nothingUnder:
    'En beställning kommer hit när något av den har levererats, den har avslutats eller den faktureras som den är, ett avtal när faktureringsperioden börjar.',
  all: 'Välj alla',
  list: 'Ej fakturerat',
  kinds: { order: 'Beställning', contract: 'Avtal' },
  since: {
    order: (day) => `färdig ${day}`,
    whole: (day) => `faktureras enligt beställningen, beställd ${day}`,
    contract: (from, to) => `period ${from}–${to}`,
  },
  periods: (n) => `${n} perioder väntar, den äldsta först`,
  elsewhere: 'Redan fakturerat på annat håll',
  customer: 'Visa bara kunden',
  everybody: (name) => `${name}: visa alla kunder`,
  nothingOf: (name) => `Allt är fakturerat: ${name}.`,
  allInSight: 'Välj de synliga',
  inSight: (n) => `${n} visas`,
  inAll: (n, { isMore, total, net }) =>
    `${isMore ? `över ${n} väntar, deras summa är` : `${n} väntar, totalt`} ${total} (utan moms ${net})`,
  countAll: 'Räkna ihop alla',
  underWay: (done, all) => `${done}/${all} gjorda`,
  broke: 'Förbindelsen bröts.',
  cut: (n, why) => `${why} ${n} fakturerades inte. De finns kvar i listan.`,
  lines: (n) => (n === 1 ? '1 rad' : `${n} rader`),
  net: 'utan moms',
  how: 'Vad som görs',
  untils: { draft: 'Utkast', issued: 'Fakturor', sent: 'Fakturor och utskick' },
  untilWhy: {
    draft: 'Utkasten kan ännu kontrolleras och ändras.',
    issued: 'Fakturorna får nummer och låses.',
    sent: 'Fakturorna får nummer, låses och skickas per e-post till dem som har en adress.',
  },
  chosen: (n) => (n === 1 ? '1 vald' : `${n} valda`),
  press: {
    draft: (n) => (n === 1 ? 'Skapa ett utkast' : `Skapa ${n} utkast`),
    issued: (n) => (n === 1 ? 'Fakturera' : `Skapa ${n} fakturor`),
    sent: (n) => (n === 1 ? 'Fakturera och skicka' : `Skapa och skicka ${n} fakturor`),
  },
  done: 'Fakturerat',
  drafted: 'Utkasten är gjorda',
  result: 'Vad som blev gjort',
  stopped: (n) =>
    n === 1 ? 'En blev ofärdig. Orsaken står på dess rad.' : `${n} blev ofärdiga. Orsaken står på varje rad.`,
  draft: 'Utkast',
  invoice: (number) => `Faktura ${number}`,
  states: { draft: 'Utkast', issued: 'Utfärdad', sent: 'Skickas', stopped: 'Gjordes inte' },
}

const en: typeof fi = {
  title: 'To bill',
  under:
    'Orders that have been delivered, finished or are billed as they stand, and contract periods that have begun, not yet invoiced.',
  invoices: 'Invoices',
  nothing: 'Everything is invoiced.',
  nothingUnder:
    'An order comes here when something of it has gone out, it has been closed or it is billed as it stands, a contract when its billing period begins.',
  all: 'Choose all',
  list: 'Not invoiced',
  kinds: { order: 'Order', contract: 'Contract' },
  since: {
    order: (day) => `done ${day}`,
    whole: (day) => `billed as ordered on ${day}`,
    contract: (from, to) => `period ${from}–${to}`,
  },
  periods: (n) => `${n} periods wait, the oldest first`,
  elsewhere: 'Already billed elsewhere',
  customer: 'Show one customer only',
  everybody: (name) => `${name}: show all customers`,
  nothingOf: (name) => `Everything is invoiced: ${name}.`,
  allInSight: 'Choose those in sight',
  inSight: (n) => `${n} in sight`,
  inAll: (n, { isMore, total, net }) =>
    `${isMore ? `more than ${n} wait; those add up to` : `${n} wait, in all`} ${total} (without VAT ${net})`,
  countAll: 'Add up all',
  underWay: (done, all) => `${done}/${all} done`,
  broke: 'The connection broke.',
  cut: (n, why) => `${why} ${n} were not invoiced. They are still on the list.`,
  lines: (n) => (n === 1 ? '1 line' : `${n} lines`),
  net: 'without VAT',
  how: 'What is done',
  untils: { draft: 'Drafts', issued: 'Invoices', sent: 'Invoices, sent' },
  untilWhy: {
    draft: 'Drafts can still be checked and changed.',
    issued: 'The invoices take their numbers and are locked.',
    sent: 'The invoices take their numbers, are locked and go by e-mail to those who have an address.',
  },
  chosen: (n) => `${n} chosen`,
  press: {
    draft: (n) => (n === 1 ? 'Make a draft' : `Make ${n} drafts`),
    issued: (n) => (n === 1 ? 'Invoice' : `Make ${n} invoices`),
    sent: (n) => (n === 1 ? 'Invoice and send' : `Make and send ${n} invoices`),
  },
  done: 'Invoiced',
  drafted: 'The drafts are made',
  result: 'What was made',
  stopped: (n) => (n === 1 ? 'One was not finished. Its row says why.' : `${n} were not finished. Each row says why.`),
  draft: 'Draft',
  invoice: (number) => `Invoice ${number}`,
  states: { draft: 'Draft', issued: 'Issued', sent: 'Going out', stopped: 'Not made' },
}

export const useBillingTexts = ownTexts({ fi, sv, en })
