import { type Composing, labelOf } from '../blocks.ts'
import type { Document } from '../document.ts'
import { ruleInWords } from '../periods.ts'
import { link, listed, lowered, say, type Text } from '../text.ts'
import { declaredFields } from './fields.ts'
import { reach } from './parties.ts'

/** The top layer: the whole statement in half a minute. Art. 12(1) GDPR: concise, in clear and plain language. */
export function inShort(composing: Composing): Document['summary'] {
  const { statement, language } = composing
  const { terms, ...words } = summaryWords[language]
  const about = declaredFields(composing).filter((field) => field.id.startsWith('person.'))
  const contactRule = statement.retention?.rules?.find((rule) => rule.class === 'contact')

  return [
    { term: terms.who, text: words.who(statement.controller.legalName ?? '', (statement.group?.members ?? []).length) },
    { term: terms.what, text: words.what(names(about, composing), link(words.all, '#section-5')) },
    {
      term: terms.why,
      text: say`${sentence(names(statement.purposes, composing))} (${link(words.bases, '#section-4')}).`,
    },
    {
      term: terms.long,
      text: contactRule ? words.long(ruleInWords(contactRule, language), link(words.limits, '#section-11')) : [],
    },
    { term: terms.choices, text: words.choices(link(words.rights, '#section-12')) },
    { term: terms.contact, text: say`${reach(composing)}` },
  ].filter(({ text }) => text.length > 0)
}

function names(things: readonly Parameters<typeof labelOf>[0][], { language }: Composing): Text {
  return listed(
    things.map((thing) => lowered(labelOf(thing, language))),
    language,
  )
}

function sentence(text: Text): Text {
  const [first, ...rest] = text
  return typeof first === 'string' ? [first.charAt(0).toLocaleUpperCase('fi') + first.slice(1), ...rest] : text
}

const summaryWords = {
  fi: {
    terms: {
      who: 'Kuka vastaa',
      what: 'Mitä tiedämme',
      why: 'Miksi',
      long: 'Kuinka kauan',
      choices: 'Mitä voit tehdä',
      contact: 'Ota yhteyttä',
    },
    who: (name: string, companies: number): Text =>
      say`${name}${companies > 1 ? ' ja muut konsernin yhtiöt, jotka luetellaan kohdassa 1' : ''}. Emme myy tietojasi.`,
    what: (fields: Text, all: Text[number]): Text =>
      say`Sinusta itsestäsi: ${fields}. Lisäksi asiakkuuteen liittyvät tiedot (${all}).`,
    all: 'kaikki tiedot',
    bases: 'käyttötarkoitukset ja perusteet',
    long: (period: string, limits: Text[number]): Text =>
      say`Yhteystietosi poistetaan, kun on kulunut ${period} (${limits}).`,
    limits: 'kaikki määräajat',
    choices: (rights: Text[number]): Text =>
      say`Voit kieltää markkinoinnin heti, pyytää tietosi nähtäväksesi, korjata ne tai pyytää poistamaan ne. ${rights}.`,
    rights: 'Näin käytät oikeuksiasi',
  },
  sv: {
    terms: {
      who: 'Vem ansvarar',
      what: 'Vad vi vet',
      why: 'Varför',
      long: 'Hur länge',
      choices: 'Vad du kan göra',
      contact: 'Kontakta oss',
    },
    who: (name: string, companies: number): Text =>
      say`${name}${companies > 1 ? ' och koncernens övriga bolag, som räknas upp i avsnitt 1' : ''}. Vi säljer inte dina uppgifter.`,
    what: (fields: Text, all: Text[number]): Text =>
      say`Om dig själv: ${fields}. Dessutom det som hör till kundrelationen (${all}).`,
    all: 'alla uppgifter',
    bases: 'ändamål och grunder',
    long: (period: string, limits: Text[number]): Text => say`Dina kontaktuppgifter raderas ${period} (${limits}).`,
    limits: 'alla tidsgränser',
    choices: (rights: Text[number]): Text =>
      say`Du kan genast säga nej till marknadsföring, få se dina uppgifter, rätta dem eller be oss radera dem. ${rights}.`,
    rights: 'Så använder du dina rättigheter',
  },
  en: {
    terms: {
      who: 'Who answers',
      what: 'What we know',
      why: 'Why',
      long: 'How long',
      choices: 'What you can do',
      contact: 'Get in touch',
    },
    who: (name: string, companies: number): Text =>
      say`${name}${companies > 1 ? ' and the other companies of the group, listed in section 1' : ''}. We do not sell your data.`,
    what: (fields: Text, all: Text[number]): Text =>
      say`About you: ${fields}. Besides, what belongs to the customer relationship (${all}).`,
    all: 'all the data',
    bases: 'purposes and legal bases',
    long: (period: string, limits: Text[number]): Text => say`Your contact details are erased ${period} (${limits}).`,
    limits: 'all time limits',
    choices: (rights: Text[number]): Text =>
      say`You can say no to marketing at once, see your data, correct them or ask us to erase them. ${rights}.`,
    rights: 'How to use your rights',
  },
}
