import { ownTexts } from '../../texts/own.ts'

const fi = {
  under: 'Jokainen selosteen kohta, mitä rekisteri sen eteen tekee ja pitääkö lupaus juuri nyt.',
  askedAt: (at: string) => `Tarkistettu ${at}`,
  askAgain: 'Tarkista uudelleen',
  allHold: 'Kaikki lupaukset pitävät',
  failing: (count: number) => (count === 1 ? '1 lupaus ei pidä' : `${count} lupausta ei pidä`),
  allHoldText: (live: number) => `${live} tarkistusta tehtiin äsken tästä rekisteristä.`,
  failingText: 'Korjaa punaiset kohdat. Ne ovat luettelon alussa, kun rajaat sen poikkeamiin.',
  show: 'Näytä',
  all: (count: number) => `Kaikki (${count})`,
  onlyFailing: (count: number) => `Poikkeamat (${count})`,
  last: 'Viimeksi kirjattu',
  holds: 'Pitää',
  breaks: 'Ei pidä',
  prose: 'Vain tekstiä',
  none: 'Ei poikkeamia',
  noneText: 'Jokainen lupaus pitää juuri nyt.',
  sum: (ok: number, of: number) => `${ok}/${of}`,
}

type EvidenceTexts = typeof fi

const sv: EvidenceTexts = {
  under: 'Varje punkt i beskrivningen, vad registret gör för den och om löftet håller just nu.',
  askedAt: (at) => `Granskat ${at}`,
  askAgain: 'Granska på nytt',
  allHold: 'Alla löften håller',
  failing: (count) => (count === 1 ? '1 löfte håller inte' : `${count} löften håller inte`),
  allHoldText: (live) => `${live} kontroller gjordes nyss i detta register.`,
  failingText: 'Åtgärda de röda punkterna. Begränsa listan till avvikelser för att se dem först.',
  show: 'Visa',
  all: (count) => `Alla (${count})`,
  onlyFailing: (count) => `Avvikelser (${count})`,
  last: 'Senast antecknat',
  holds: 'Håller',
  breaks: 'Håller inte',
  prose: 'Endast text',
  none: 'Inga avvikelser',
  noneText: 'Varje löfte håller just nu.',
  sum: (ok, of) => `${ok}/${of}`,
}

const en: EvidenceTexts = {
  under: 'Every clause of the statement, what the register does about it, and whether the promise holds right now.',
  askedAt: (at) => `Checked ${at}`,
  askAgain: 'Check again',
  allHold: 'Every promise holds',
  failing: (count) => (count === 1 ? '1 promise does not hold' : `${count} promises do not hold`),
  allHoldText: (live) => `${live} checks were made on this register just now.`,
  failingText: 'Put the red ones right. Narrow the list to deviations to see them first.',
  show: 'Show',
  all: (count) => `All (${count})`,
  onlyFailing: (count) => `Deviations (${count})`,
  last: 'Last recorded',
  holds: 'Holds',
  breaks: 'Does not hold',
  prose: 'Prose only',
  none: 'No deviations',
  noneText: 'Every promise holds right now.',
  sum: (ok, of) => `${ok}/${of}`,
}

export const useEvidenceTexts = ownTexts({ fi, sv, en })
