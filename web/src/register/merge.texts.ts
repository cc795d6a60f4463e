import { ownTexts } from '../texts/own.ts'

const fi = {
  merge: 'Yhdistä toiseen',
  title: 'Sama henkilö kahteen kertaan',
  text: (name: string) =>
    `Etsi toinen kortti, joka on sama henkilö kuin ${name}. Tämä kortti jää, ja toisen kortin tiedot siirtyvät tähän.`,
  other: 'Toinen kortti',
  same: 'Tämä on sama kortti. Valitse toinen.',
  strictest:
    'Jokainen arvo säilyttää lähteensä. Suostumuksista ja kielloista tiukin jää voimaan: jos jompikumpi on kieltänyt markkinoinnin, se pysyy kiellettynä. Yhdistämistä ei voi perua.',
  confirm: 'Yhdistä kortit',
  merged: 'Kortit yhdistetty',
}

const sv: typeof fi = {
  merge: 'Slå ihop med en annan',
  title: 'Samma person två gånger',
  text: (name: string) =>
    `Sök det andra kortet som är samma person som ${name}. Det här kortet blir kvar, och uppgifterna på det andra flyttas hit.`,
  other: 'Det andra kortet',
  same: 'Det här är samma kort. Välj ett annat.',
  strictest:
    'Varje värde behåller sin källa. Av samtycken och förbud gäller det strängaste: om marknadsföring är förbjuden på någotdera kortet förblir den förbjuden. Sammanslagningen kan inte ångras.',
  confirm: 'Slå ihop korten',
  merged: 'Korten har slagits ihop',
}

const en: typeof fi = {
  merge: 'Merge with another',
  title: 'One person on two cards',
  text: (name: string) =>
    `Find the other card that is the same person as ${name}. This card stays, and what the other holds comes to it.`,
  other: 'The other card',
  same: 'This is the same card. Choose another.',
  strictest:
    'Each value keeps its source. Of consents and objections the strictest stays: if marketing was refused on either card, it stays refused. A merge cannot be undone.',
  confirm: 'Merge the cards',
  merged: 'Cards merged',
}

export const useMergeTexts = ownTexts({ fi, sv, en })
