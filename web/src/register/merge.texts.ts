import { ownTexts } from '../texts/own.ts'

const fi = {
  merge: 'Yhdistä toiseen',
  ofPeople: {
    title: 'Sama henkilö kahteen kertaan',
    text: (name: string) =>
      `Etsi toinen kortti, joka on sama henkilö kuin ${name}. Tämä kortti jää, ja toisen kortin tiedot siirtyvät tähän.`,
  },
  ofCompanies: {
    title: 'Sama yritys kahteen kertaan',
    text: (name: string) =>
      `Etsi toinen kortti, joka on sama yritys kuin ${name}. Tämä kortti jää, ja toisen kortin henkilöt ja asiat siirtyvät tähän.`,
  },
  other: 'Toinen kortti',
  same: 'Tämä on sama kortti. Valitse toinen.',
  compare: 'Korttien tiedot rinnakkain',
  field: 'Tieto',
  stays: 'Jäävä kortti',
  goes: 'Siirtyvä kortti',
  strictest:
    'Jokainen arvo säilyttää lähteensä. Suostumuksista ja kielloista tiukin jää voimaan: jos jompikumpi on kieltänyt markkinoinnin, se pysyy kiellettynä. Yhdistämisen voi perua 30 päivän ajan, jos kortille ei ole tullut uutta.',
  confirm: 'Yhdistä kortit',
  merged: 'Kortit yhdistetty',
}

const sv: typeof fi = {
  merge: 'Slå ihop med en annan',
  ofPeople: {
    title: 'Samma person två gånger',
    text: (name: string) =>
      `Sök det andra kortet som är samma person som ${name}. Det här kortet blir kvar, och uppgifterna på det andra flyttas hit.`,
  },
  ofCompanies: {
    title: 'Samma företag två gånger',
    text: (name: string) =>
      `Sök det andra kortet som är samma företag som ${name}. Det här kortet blir kvar, och personerna och ärendena på det andra flyttas hit.`,
  },
  other: 'Det andra kortet',
  same: 'Det här är samma kort. Välj ett annat.',
  compare: 'Kortens uppgifter sida vid sida',
  field: 'Uppgift',
  stays: 'Kortet som blir kvar',
  goes: 'Kortet som flyttas',
  strictest:
    'Varje värde behåller sin källa. Av samtycken och förbud gäller det strängaste: om marknadsföring är förbjuden på någotdera kortet förblir den förbjuden. Sammanslagningen kan ångras i 30 dagar om inget nytt har tillkommit på kortet.',
  confirm: 'Slå ihop korten',
  merged: 'Korten har slagits ihop',
}

const en: typeof fi = {
  merge: 'Merge with another',
  ofPeople: {
    title: 'One person on two cards',
    text: (name: string) =>
      `Find the other card that is the same person as ${name}. This card stays, and what the other holds comes to it.`,
  },
  ofCompanies: {
    title: 'One company on two cards',
    text: (name: string) =>
      `Find the other card that is the same company as ${name}. This card stays, and the people and deals of the other come to it.`,
  },
  other: 'The other card',
  same: 'This is the same card. Choose another.',
  compare: 'The two cards side by side',
  field: 'Field',
  stays: 'The card that stays',
  goes: 'The card that goes',
  strictest:
    'Each value keeps its source. Of consents and objections the strictest stays: if marketing was refused on either card, it stays refused. A merge can be undone for 30 days while nothing new has come to the card.',
  confirm: 'Merge the cards',
  merged: 'Cards merged',
}

export const useMergeTexts = ownTexts({ fi, sv, en })
