import type { Language } from '#platform/language'
import type { Purpose } from '../../format.ts'
import { type Composing, clause, heading, labelOf, list, paragraph, table } from '../blocks.ts'
import type { Block, Said } from '../document.ts'
import { capitalised, listed, lowered, pick, plain, type Sayable, say, strong } from '../text.ts'
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
    ...table(
      words.caption[language],
      words.head[language],
      statement.purposes.map((purpose) => ({
        clauses: [],
        cells: [labelOf(purpose, language), basesInWords(purpose, language)],
      })),
    ),
    ...list(interests(composing)),
  ]
}

export function basesOf(purpose: Purpose): readonly string[] {
  const refs = [...(purpose.basis ?? []).map((basis) => basis.ref), ...(purpose.eligibility ?? []).map((rule) => rule.basis ?? '')]
  return [...new Set(refs.filter(Boolean))]
}

function basesInWords(purpose: Purpose, language: Language) {
  const stated = (purpose.basis ?? []).map((basis) => {
    const when = words.when[language][basis.when]
    return `${basisInTable(basis.ref, language)}${when ? `, ${when}` : ''}`
  })
  const lines = stated.length > 0 ? stated : basesOf(purpose).map((ref) => basisInTable(ref, language))

  return capitalised(lines.join('; '))
}

// The paragraphs above the table name the article of the three usual bases; the others carry theirs in the table.
function basisInTable(ref: string, language: Language) {
  return /[abf]/.test(basisLetter(ref) ?? '') ? basisInWords(ref, language) : basisWithArticle(ref, language)
}

// Art. 13(1)(d) GDPR: where the basis is an interest, the page says which interest it is.
function interests({ statement, language }: Composing): Said[] {
  const named = statement.purposes.flatMap((purpose) =>
    (purpose.basis ?? [])
      .filter((basis) => basisLetter(basis.ref) === 'f')
      .map((basis) => ({ purpose, basis, interest: pick(basis.lia?.interest ?? basis.interest, language) }))
      .filter(({ interest }) => interest !== null),
  )
  const same = Map.groupBy(named, ({ interest, basis }) => `${plain(interest)}${weighed(basis, language)}`)

  return [...same.values()].map((together) => ({
    clauses: [],
    text: say`${strong(plain(capitalised(listed(together.map(({ purpose }) => lowered(labelOf(purpose, language))), language))))}: ${withStop(together[0]?.interest)}${together[0] && weighed(together[0].basis, language)}`,
  }))
}

function withStop(text: Sayable) {
  return plain(text).endsWith('.') ? say`${text}` : say`${text}.`
}

function weighed({ lia }: Basis, language: Language) {
  if (!lia?.reviewedOn || lia.outcome !== 'interest-prevails') return ''
  return ` ${words.weighed[language](dayInWords(lia.reviewedOn, language))}`
}

const words = {
  heading: { fi: 'Millä perusteella käsittelemme tietoja', sv: 'På vilken grund vi behandlar uppgifter', en: 'On which legal basis we use data' },
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
    fi: 'Kun edustat yritystä tai muuta organisaatiota, perusteena on oikeutettu etu (6 artiklan 1 kohdan f alakohta): olemme punninneet, ettei tietojesi käyttö loukkaa oikeuksiasi, ja voit vastustaa sitä.',
    sv: 'När du företräder ett företag eller en annan organisation är grunden ett berättigat intresse (artikel 6.1 f): vi har vägt in att användningen inte kränker dina rättigheter, och du kan invända mot den.',
    en: 'When you represent a company or another organisation, the basis is legitimate interest (Article 6(1)(f)): we have weighed that the use does not override your rights, and you may object to it.',
  },
  caption: { fi: 'Käyttötarkoitukset ja käsittelyn perusteet', sv: 'Ändamål och rättsliga grunder', en: 'Purposes and their legal bases' },
  head: {
    fi: ['Tarkoitus', 'Käsittelyn peruste'],
    sv: ['Ändamål', 'Rättslig grund'],
    en: ['Purpose', 'Legal basis'],
  },
  when: {
    fi: { 'subject-is-party': 'kun olet itse asiakas', 'subject-represents-org': 'kun edustat organisaatiota', 'subject-consents': '', any: '' },
    sv: { 'subject-is-party': 'när du själv är kund', 'subject-represents-org': 'när du företräder en organisation', 'subject-consents': '', any: '' },
    en: { 'subject-is-party': 'when you are the customer', 'subject-represents-org': 'when you represent an organisation', 'subject-consents': '', any: '' },
  },
  weighed: {
    fi: (day: string) => `Tasapainotesti on tehty ja tarkistettu ${day}.`,
    sv: (day: string) => `Intresseavvägningen är gjord och granskad ${day}.`,
    en: (day: string) => `The balancing test was made and reviewed on ${day}.`,
  },
} as const
