import type { Language } from '#platform/language'
import type { Purpose } from '../../format.ts'
import { type Composing, clause, heading, paragraph } from '../blocks.ts'
import type { Block } from '../document.ts'
import { lowered, pick, say, type Text, textOf } from '../text.ts'
import { basisInWords, basisLetter, basisWithArticle, dayInWords } from '../words.ts'

type Basis = NonNullable<Purpose['basis']>[number]

/** The second half of section 4: on which basis of Art. 6 each purpose stands. */
export function aboutBases(composing: Composing): Block[] {
  const { statement, language } = composing
  const used = new Set(statement.purposes.flatMap((purpose) => basesOf(purpose).map(basisLetter)))

  return [
    heading(words.heading[language]),
    ...paragraph(
      clause(composing, 'S4.6', used.has('b') && words.contract[language]),
      clause(composing, 'S4.7', used.has('a') && words.consent[language]),
      clause(composing, 'S4.8', null),
      clause(composing, 'S4.9', used.has('f') && words.interest[language]),
    ),
    ...paragraph({ clauses: [], text: textOf(weighed(composing)) }),
  ]
}

export function basesOf(purpose: Purpose): readonly string[] {
  const refs = [
    ...(purpose.basis ?? []).map((basis) => basis.ref),
    ...(purpose.eligibility ?? []).map((rule) => rule.basis ?? ''),
  ]
  return [...new Set(refs.filter(Boolean))]
}

/** "Peruste: sopimus, kun olet itse asiakas; oikeutettu etu, kun edustat organisaatiota (…)." */
export function basesInWords(purpose: Purpose, language: Language): Text {
  const stated = (purpose.basis ?? []).map((basis) => basisText(basis, language))
  const lines = stated.length > 0 ? stated : basesOf(purpose).map((ref) => [basisWithArticle(ref, language)])
  if (lines.length === 0) return []

  return say`${words.label[language]}: ${lines.reduce((text, line) => say`${text}; ${line}`)}.`
}

// Art. 13(1)(d) GDPR: where the basis is an interest, the page says which interest it is.
function basisText(basis: Basis, language: Language): Text {
  const when = words.when[language][basis.when]
  const name = /[abf]/.test(basisLetter(basis.ref) ?? '')
    ? basisInWords(basis.ref, language)
    : basisWithArticle(basis.ref, language)
  const interest = basisLetter(basis.ref) === 'f' ? pick(basis.lia?.interest ?? basis.interest, language) : null

  return say`${name}${when && `, ${when}`}${interest && say` (${withoutStop(lowered(interest))})`}`
}

function withoutStop(text: Text): Text {
  return text.map((piece, at) =>
    at === text.length - 1 && typeof piece === 'string' ? piece.replace(/\.$/, '') : piece,
  )
}

function weighed({ statement, language }: Composing): string | null {
  const interests = statement.purposes
    .flatMap((purpose) => purpose.basis ?? [])
    .filter(({ ref }) => basisLetter(ref) === 'f')
  if (!interests.every(({ lia }) => lia?.outcome === 'interest-prevails' && lia.reviewedOn)) return null
  const days = interests.map(({ lia }) => lia?.reviewedOn ?? '')
  const oldest = days.sort()[0]

  return oldest ? words.weighed[language](dayInWords(oldest, language)) : null
}

const words = {
  heading: {
    fi: 'Millä perusteella käsittelemme tietoja',
    sv: 'På vilken grund vi behandlar uppgifter',
    en: 'On which legal basis we use data',
  },
  contract: {
    fi: 'Kun olet itse asiakkaamme, käsittelemme tietojasi sopimuksemme tai tilauksesi vuoksi (tietosuoja-asetuksen 6 artiklan 1 kohdan b alakohta).',
    sv: 'När du själv är kund hos oss behandlar vi dina uppgifter på grund av vårt avtal eller din beställning (artikel 6.1 b i dataskyddsförordningen).',
    en: 'When you are our customer yourself, we use your data because of our contract or your order (GDPR Article 6(1)(b)).',
  },
  consent: {
    fi: 'Joihinkin asioihin pyydämme suostumuksesi, ja voit perua sen yhtä helposti kuin annoit sen (6 artiklan 1 kohdan a alakohta).',
    sv: 'För vissa saker ber vi om ditt samtycke, och du kan ta tillbaka det lika lätt som du gav det (artikel 6.1 a).',
    en: 'For some things we ask your consent, and you can withdraw it as easily as you gave it (Article 6(1)(a)).',
  },
  interest: {
    fi: 'Kun edustat yritystä tai muuta organisaatiota, perusteena on oikeutettu etu (6 artiklan 1 kohdan f alakohta), ja voit vastustaa käsittelyä.',
    sv: 'När du företräder ett företag eller en annan organisation är grunden ett berättigat intresse (artikel 6.1 f), och du kan invända mot behandlingen.',
    en: 'When you represent a company or another organisation, the basis is legitimate interest (Article 6(1)(f)), and you may object to the use.',
  },
  label: { fi: 'Peruste', sv: 'Grund', en: 'Basis' },
  when: {
    fi: {
      'subject-is-party': 'kun olet itse asiakas',
      'subject-represents-org': 'kun edustat organisaatiota',
      'subject-consents': '',
      any: '',
    },
    sv: {
      'subject-is-party': 'när du själv är kund',
      'subject-represents-org': 'när du företräder en organisation',
      'subject-consents': '',
      any: '',
    },
    en: {
      'subject-is-party': 'when you are the customer',
      'subject-represents-org': 'when you represent an organisation',
      'subject-consents': '',
      any: '',
    },
  },
  weighed: {
    fi: (day: string) =>
      `Olemme punninneet, etteivät etumme syrjäytä oikeuksiasi. Tasapainotestit on tarkistettu ${day} tai sen jälkeen.`,
    sv: (day: string) =>
      `Vi har vägt att våra intressen inte går före dina rättigheter. Avvägningarna är granskade ${day} eller senare.`,
    en: (day: string) =>
      `We have weighed that our interests do not override your rights. The balancing tests were reviewed on ${day} or later.`,
  },
} as const
