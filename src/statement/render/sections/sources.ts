import type { Source } from '../../format.ts'
import { type Composing, clause, labelOf, list, ownWords, paragraph, saidIn } from '../blocks.ts'
import type { Block, Said } from '../document.ts'
import { capitalised, listed, lowered, pick, plain, say, strong, type Text, textOf } from '../text.ts'

/** Section 6: where the data come from. */
export function aboutSources(composing: Composing): Block[] {
  const { statement, language } = composing
  const own = statement.sources.filter((source) => source.kind === 'data-subject' || source.kind === 'own-register')
  const others = statement.sources.filter((source) => !own.includes(source))

  return [
    ...paragraph(clause(composing, 'S6.6', words.fromYou[language])),
    ...list(own.map((source) => item(composing, source))),
    ...paragraph(others.length > 0 && { clauses: [], text: [words.fromOthers[language]] }),
    ...list(others.map((source) => item(composing, source))),
    ...paragraph(
      clause(
        composing,
        'S6.10',
        statement.sources.some((source) => source.id === 'web-form') && words.noMarketing[language],
      ),
    ),
  ]
}

function item(composing: Composing, source: Source): Said {
  const clauses = saidIn(source)
  const own = clauses[0] ? ownWords(composing, clauses[0]) : null

  const more = explained(composing, source)
  const name = plain(capitalised(named(composing, source)))

  return { clauses, text: own ?? (more.length > 0 ? say`${strong(name)} – ${more}` : textOf(name)) }
}

export function named({ language }: Composing, source: Source): string {
  const label = pick(source.label, language)
  if (label) return typeof label === 'string' ? label : label.text
  return words.names[language][source.id as Known] ?? source.id
}

function explained(composing: Composing, source: Source): Text {
  const { language } = composing
  if (source.id === 'web-form' && source.fields)
    return words.form[language](labels(composing, source.fields), labels(composing, source.required ?? []))
  const authority = pick(source.authority, language)
  const sets = (source.datasets ?? []).join(', ')
  const which = authority && sets ? say` (${authority}: ${sets})` : authority ? say` (${authority})` : ''
  const kind = words.kinds[language][source.kind]

  return kind ? say`${kind}${which}.` : []
}

function labels({ statement, language }: Composing, ids: readonly string[]): Text {
  const fields = ids
    .map((id) => statement.dataCategories.find((field) => field.id === id))
    .filter((field) => field !== undefined)
  return listed(
    fields.map((field) => lowered(labelOf(field, language))),
    language,
  )
}

type Known = keyof (typeof words.names)['fi']

const words = {
  fromYou: {
    fi: 'Saamme tiedot yleensä sinulta itseltäsi:',
    sv: 'I regel får vi uppgifterna av dig själv:',
    en: 'As a rule we get the data from you yourself:',
  },
  fromOthers: {
    fi: 'Osan tiedoista saamme muualta. Kerromme siitä sinulle viimeistään kuukauden kuluessa:',
    sv: 'En del får vi från annat håll. Vi berättar det för dig senast inom en månad:',
    en: 'Some we get from elsewhere. We tell you so within a month at the latest:',
  },
  noMarketing: {
    fi: 'Lomakkeen lähettäminen ei ole lupa markkinointiin.',
    sv: 'Att skicka formuläret är inget tillstånd till marknadsföring.',
    en: 'Sending the form is no permission for marketing.',
  },
  names: {
    fi: {
      contact: 'Yhteydenotto',
      'quote-request': 'Tarjouspyyntö',
      order: 'Tilaus',
      contract: 'Sopimus',
      'other-contact': 'Muu asiointi',
      organisation: 'Organisaatio, jota edustat',
      prh: 'Patentti- ja rekisterihallitus',
      traficom: 'Liikenne- ja viestintävirasto Traficom',
      'web-form': 'Verkkosivujen yhteydenottolomake',
      'own-earlier-register': 'Oma aiempi rekisterimme',
    },
    sv: {
      contact: 'Kontakt',
      'quote-request': 'Offertbegäran',
      order: 'Beställning',
      contract: 'Avtal',
      'other-contact': 'Annan kundkontakt',
      organisation: 'Organisationen du företräder',
      prh: 'Patent- och registerstyrelsen',
      traficom: 'Transport- och kommunikationsverket Traficom',
      'web-form': 'Kontaktformuläret på webbplatsen',
      'own-earlier-register': 'Vårt eget tidigare register',
    },
    en: {
      contact: 'Contact',
      'quote-request': 'Request for a quote',
      order: 'Order',
      contract: 'Contract',
      'other-contact': 'Other dealings with you',
      organisation: 'The organisation you represent',
      prh: 'Finnish Patent and Registration Office',
      traficom: 'Finnish Transport and Communications Agency Traficom',
      'web-form': 'The contact form on our website',
      'own-earlier-register': 'Our own earlier register',
    },
  },
  kinds: {
    fi: {
      'data-subject': '',
      'third-party': 'esimerkiksi kollegasi ilmoittaa sinut yhteyshenkilöksi',
      'public-register': 'viranomaisen julkinen luettelo',
      'own-register': 'tiedot on siirretty alkuperäisine päiväyksineen',
    },
    sv: {
      'data-subject': '',
      'third-party': 'till exempel en kollega som anger dig som kontaktperson',
      'public-register': 'en myndighets offentliga förteckning',
      'own-register': 'uppgifterna har flyttats med sina ursprungliga datum',
    },
    en: {
      'data-subject': '',
      'third-party': 'for instance a colleague who names you as the contact person',
      'public-register': "a public authority's open list",
      'own-register': 'the data were moved with their original dates',
    },
  },
  form: {
    fi: (fields: Text, required: Text) =>
      say`lomakkeella kysymme: ${fields}. ${required.length > 0 && say`Pakollisia ovat vain ${required}.`}`,
    sv: (fields: Text, required: Text) =>
      say`i formuläret frågar vi efter: ${fields}. ${required.length > 0 && say`Obligatoriska är endast ${required}.`}`,
    en: (fields: Text, required: Text) =>
      say`the form asks for: ${fields}. ${required.length > 0 && say`Required are only ${required}.`}`,
  },
} as const
