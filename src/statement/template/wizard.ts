import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { normaliseBusinessId } from '#platform/business-id'
import type { Said } from '#platform/language'
import type { TemplateFacts } from './facts.ts'

type Fact = keyof TemplateFacts

/** One question of the wizard, in the order it is asked. */
export interface Question {
  id: Fact
  label: Said
  hint: Said
  maySkip: boolean
  /** Asked only of those who answered this one. */
  onlyWith?: Fact
  /** What is wrong with the answer, or null. */
  check: (answer: string) => Said | null
}

export const questions: readonly Question[] = [
  {
    id: 'controllerName',
    label: { fi: 'Rekisterinpitäjän nimi', sv: 'Den personuppgiftsansvariges namn', en: 'Name of the controller' },
    hint: {
      fi: 'Yrityksen virallinen nimi, esimerkiksi Esimerkki Oy',
      sv: 'Företagets officiella namn, till exempel Exempel Ab',
      en: 'The legal name of the company, for instance Esimerkki Oy',
    },
    maySkip: false,
    check: (answer) =>
      wrongUnless(answer.length <= 200, {
        fi: 'Nimi on liian pitkä.',
        sv: 'Namnet är för långt.',
        en: 'The name is too long.',
      }),
  },
  {
    id: 'businessId',
    label: { fi: 'Y-tunnus', sv: 'FO-nummer', en: 'Business ID' },
    hint: {
      fi: 'Seitsemän numeroa, väliviiva ja tarkistusnumero',
      sv: 'Sju siffror, bindestreck och kontrollsiffra',
      en: 'Seven digits, a hyphen and a check digit',
    },
    maySkip: false,
    check: (answer) =>
      wrongUnless(normaliseBusinessId(answer) !== null, {
        fi: 'Y-tunnus ei ole oikein: tarkista numerot.',
        sv: 'FO-numret är fel: kontrollera siffrorna.',
        en: 'The business ID is wrong: check the digits.',
      }),
  },
  {
    id: 'street',
    label: { fi: 'Katuosoite', sv: 'Gatuadress', en: 'Street address' },
    hint: {
      fi: 'Katu ja numero, esimerkiksi Esimerkkikatu 1 A',
      sv: 'Gata och nummer, till exempel Exempelgatan 1 A',
      en: 'Street and number, for instance Esimerkkikatu 1 A',
    },
    maySkip: false,
    check: (answer) =>
      wrongUnless(answer.length <= 200, {
        fi: 'Osoite on liian pitkä.',
        sv: 'Adressen är för lång.',
        en: 'The address is too long.',
      }),
  },
  {
    id: 'postcode',
    label: { fi: 'Postinumero', sv: 'Postnummer', en: 'Postcode' },
    hint: {
      fi: 'Viisi numeroa, esimerkiksi 00100',
      sv: 'Fem siffror, till exempel 00100',
      en: 'Five digits, for instance 00100',
    },
    maySkip: false,
    check: (answer) =>
      wrongUnless(/^\d{5}$/.test(answer), {
        fi: 'Postinumerossa on viisi numeroa.',
        sv: 'Postnumret har fem siffror.',
        en: 'A postcode has five digits.',
      }),
  },
  {
    id: 'city',
    label: { fi: 'Postitoimipaikka', sv: 'Postanstalt', en: 'City' },
    hint: { fi: 'Esimerkiksi Helsinki', sv: 'Till exempel Helsingfors', en: 'For instance Helsinki' },
    maySkip: false,
    check: (answer) =>
      wrongUnless(/\p{L}/u.test(answer) && answer.length <= 100, {
        fi: 'Kirjoita postitoimipaikan nimi.',
        sv: 'Skriv postanstaltens namn.',
        en: 'Write the name of the city.',
      }),
  },
  {
    id: 'phone',
    label: { fi: 'Puhelinnumero', sv: 'Telefonnummer', en: 'Phone number' },
    hint: {
      fi: 'Numero, josta rekisteristä voi kysyä',
      sv: 'Numret där man kan fråga om registret',
      en: 'A number where people can ask about the register',
    },
    maySkip: false,
    check: (answer) =>
      wrongUnless(parsePhoneNumberFromString(answer, 'FI')?.isPossible() === true, {
        fi: 'Numero ei näytä puhelinnumerolta.',
        sv: 'Numret ser inte ut som ett telefonnummer.',
        en: 'This does not look like a phone number.',
      }),
  },
  {
    id: 'email',
    label: {
      fi: 'Sähköposti tietosuoja-asioihin',
      sv: 'E-post för dataskyddsfrågor',
      en: 'Mail address for data protection',
    },
    hint: {
      fi: 'Mieluiten yhteinen osoite, esimerkiksi tietosuoja@…',
      sv: 'Helst en gemensam adress, till exempel dataskydd@…',
      en: 'Preferably a shared address, for instance privacy@…',
    },
    maySkip: false,
    check: (answer) =>
      wrongUnless(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer), {
        fi: 'Sähköpostiosoite ei ole oikeassa muodossa.',
        sv: 'E-postadressen har fel form.',
        en: 'This is not a mail address.',
      }),
  },
  {
    id: 'website',
    label: { fi: 'Verkkosivut', sv: 'Webbplats', en: 'Website' },
    hint: {
      fi: 'Esimerkiksi https://esimerkki.fi',
      sv: 'Till exempel https://exempel.fi',
      en: 'For instance https://esimerkki.fi',
    },
    maySkip: true,
    check: (answer) =>
      wrongUnless(/^https?:\/\/[^\s]+$/.test(answer) && URL.canParse(answer), {
        fi: 'Osoite alkaa https://.',
        sv: 'Adressen börjar med https://.',
        en: 'The address begins with https://.',
      }),
  },
  {
    id: 'hostingProvider',
    label: { fi: 'Kuka ylläpitää palvelimia?', sv: 'Vem driver servrarna?', en: 'Who runs the servers?' },
    hint: {
      fi: 'Palveluntarjoajan nimi. Jätä tyhjäksi, jos palvelimet ovat omia.',
      sv: 'Leverantörens namn. Lämna tomt om servrarna är egna.',
      en: 'The name of the provider. Leave it empty if the servers are your own.',
    },
    maySkip: true,
    check: (answer) =>
      wrongUnless(answer.length <= 200, {
        fi: 'Nimi on liian pitkä.',
        sv: 'Namnet är för långt.',
        en: 'The name is too long.',
      }),
  },
  {
    id: 'hostingAgreement',
    label: {
      fi: 'Käsittelysopimus palveluntarjoajan kanssa',
      sv: 'Biträdesavtal med leverantören',
      en: 'Processing agreement with the provider',
    },
    hint: {
      fi: 'Sopimuksen numero ja päivä. Varmista, että se kattaa tietosuoja-asetuksen 28 artiklan 3 kohdan a–h.',
      sv: 'Avtalets nummer och datum. Kontrollera att det täcker artikel 28.3 a–h i dataskyddsförordningen.',
      en: 'Number and date of the agreement. Make sure that it covers Art. 28(3)(a) to (h) GDPR.',
    },
    maySkip: false,
    onlyWith: 'hostingProvider',
    check: (answer) =>
      wrongUnless(answer.length <= 200, {
        fi: 'Viite on liian pitkä.',
        sv: 'Referensen är för lång.',
        en: 'The reference is too long.',
      }),
  },
]

const answerMissing: Said = { fi: 'Tähän tarvitaan vastaus.', sv: 'Här behövs ett svar.', en: 'This needs an answer.' }

/** The questions still to be asked with these answers, in order. */
export function questionsFor(facts: Partial<TemplateFacts>): readonly Question[] {
  return questions.filter(({ onlyWith }) => !onlyWith || facts[onlyWith]?.trim())
}

/** What is wrong with the answers, by question; empty when a statement can be made. */
export function wrongAnswers(facts: Partial<TemplateFacts>): { id: Fact; said: Said }[] {
  return questionsFor(facts).flatMap(({ id, maySkip, check }) => {
    const answer = facts[id]?.trim() ?? ''
    const said = answer === '' ? (maySkip ? null : answerMissing) : check(answer)
    return said ? [{ id, said }] : []
  })
}

/** The answers tidied for the template: trimmed, empty ones left out, the business ID in its one form. */
export function factsFrom(answers: Partial<Record<Fact, string>>): Partial<TemplateFacts> {
  const tidy: Partial<TemplateFacts> = {}
  for (const { id } of questionsFor(answers)) {
    const answer = answers[id]?.trim()
    if (answer) tidy[id] = id === 'businessId' ? (normaliseBusinessId(answer) ?? answer) : answer
  }
  return tidy
}

function wrongUnless(right: boolean, said: Said): Said | null {
  return right ? null : said
}
