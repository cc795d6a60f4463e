import { ownTexts } from '../texts/own.ts'

const fi = {
  title: (name: string) => `Avoimet työt: ${name}`,
  open: 'Avoimet työt',
  text: 'Näet vain, montako kutakin on. Se, mitä vastaanottajan rooliin ei kuulu, jää paikalleen.',
  none: 'Avoimia töitä ei ole.',
  kinds: {
    company: 'Vastuulla olevat yritykset',
    person: 'Vastuulla olevat henkilöt',
    enquiry: 'Yhteydenotot',
    opportunity: 'Myyntimahdollisuudet',
    'quote-request': 'Tarjouspyynnöt',
    quote: 'Tarjoukset',
    order: 'Tilaukset',
    contract: 'Sopimukset',
    assignment: 'Toimeksiannot',
    complaint: 'Reklamaatiot',
    task: 'Tehtävät',
  } as Record<string, string>,
  to: 'Kenelle työt siirretään',
  stay: (many: number) => (many === 1 ? 'yksi jää paikalleen' : `${many} jää paikalleen`),
  hand: (many: number) => `Siirrä työt (${many})`,
  handed: 'Työt siirretty, ja vastaanottajalle on ilmoitettu',
  handWhenClosing: (many: number) => `Siirrä samalla seuraajalle avoimet työt (${many})`,
  stays: (many: number) =>
    many === 1
      ? 'Yksi avoin työ jää lähtijälle. Sen voi siirtää myöhemmin.'
      : `${many} avointa työtä jää lähtijälle. Ne voi siirtää myöhemmin.`,
  earlier: 'Aiemmat siirrot',
  line: (to: string, by: string) => `${to}, siirtäjä ${by}`,
  undone: 'kumottu',
  undo: 'Kumoa',
  takenBack: 'Siirto kumottu: keskeneräiset työt palautettiin',
}
export type HandOverTexts = typeof fi

const sv: HandOverTexts = {
  title: (name) => `Öppna arbeten: ${name}`,
  open: 'Öppna arbeten',
  text: 'Du ser bara hur många det finns av varje slag. Det som inte hör till mottagarens roll blir kvar.',
  none: 'Det finns inga öppna arbeten.',
  kinds: {
    company: 'Företag med ansvar',
    person: 'Personer med ansvar',
    enquiry: 'Kontakter',
    opportunity: 'Möjligheter',
    'quote-request': 'Offertförfrågningar',
    quote: 'Offerter',
    order: 'Beställningar',
    contract: 'Avtal',
    assignment: 'Uppdrag',
    complaint: 'Reklamationer',
    task: 'Uppgifter',
  },
  to: 'Till vem arbetena överlåts',
  stay: (many) => (many === 1 ? 'ett blir kvar' : `${many} blir kvar`),
  hand: (many) => `Överlåt arbetena (${many})`,
  handed: 'Arbetena har överlåtits och mottagaren har fått veta det',
  handWhenClosing: (many) => `Överlåt samtidigt de öppna arbetena till efterträdaren (${many})`,
  stays: (many) =>
    many === 1
      ? 'Ett öppet arbete blir kvar. Det kan överlåtas senare.'
      : `${many} öppna arbeten blir kvar. De kan överlåtas senare.`,
  earlier: 'Tidigare överlåtelser',
  line: (to, by) => `${to}, överlåtna av ${by}`,
  undone: 'ångrad',
  undo: 'Ångra',
  takenBack: 'Överlåtelsen har ångrats: det som inte var klart gick tillbaka',
}

const en: HandOverTexts = {
  title: (name) => `Open work of ${name}`,
  open: 'Open work',
  text: 'You see only how many there are of each kind. What is not of the receiver’s duty stays where it is.',
  none: 'There is no open work.',
  kinds: {
    company: 'Companies looked after',
    person: 'People looked after',
    enquiry: 'Enquiries',
    opportunity: 'Opportunities',
    'quote-request': 'Requests for quotes',
    quote: 'Quotes',
    order: 'Orders',
    contract: 'Contracts',
    assignment: 'Assignments',
    complaint: 'Complaints',
    task: 'Tasks',
  },
  to: 'Who takes the work over',
  stay: (many) => (many === 1 ? 'one stays' : `${many} stay`),
  hand: (many) => `Hand the work over (${many})`,
  handed: 'The work was handed over, and the receiver was told',
  handWhenClosing: (many) => `Hand the open work over to the successor as well (${many})`,
  stays: (many) =>
    many === 1
      ? 'One open piece of work stays. It can be handed over later.'
      : `${many} open pieces of work stay. They can be handed over later.`,
  earlier: 'Earlier hand-overs',
  line: (to, by) => `${to}, handed over by ${by}`,
  undone: 'taken back',
  undo: 'Undo',
  takenBack: 'The hand-over was undone: what was not done went back',
}

export const useHandOverTexts = ownTexts({ fi, sv, en })
