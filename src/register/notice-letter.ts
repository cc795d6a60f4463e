import type { Language } from '#platform/language'
import type { Published } from '#statement'
import { changeLetters } from './change-letter.texts.ts'
import type { NoticeArticle } from './notice.ts'

export interface LetterWish {
  statement: Published['statement']
  version: number
  publicUrl: string
  language: Language
  /** The label of the declared source, in the letter's language. */
  source: string
  isPublicSource: boolean
  article: NoticeArticle
}

/** The letter that tells a person they are in the register: who, why, from where, which rights (Art. 13, 14). */
export function noticeLetter(wish: LetterWish): { subject: string; text: string } {
  const { statement, language, version, publicUrl } = wish
  const say = (words: Partial<Record<Language, string>> | null | undefined) => words?.[language] ?? words?.fi ?? ''
  const controller = statement.controller.legalName ?? ''
  const contact = statement.contact?.email?.address ?? statement.controller.email?.address ?? ''
  const purposes = (statement.purposes ?? []).map(({ label }) => `– ${say(label)}`).join('\n')
  const place = `${publicUrl}/${language}/versions`
  if (wish.article === 'change') {
    const difference = version > 1 ? `${place}/${version - 1}/difference/${version}/` : `${place}/${version}/`
    return changeLetters[language]({ controller, contact, register: say(statement.register?.name), difference })
  }
  return texts[language]({
    ...{
      controller,
      contact,
      purposes,
      source: wish.source,
      isPublic: wish.isPublicSource,
      isFromOthers: wish.article === '14',
    },
    ...{
      register: say(statement.register?.name),
      address: `${place}/${version}/`,
    },
  })
}

/** Of several notices the one whose letter says it all: a notice of Art. 13 or 14 holds the whole statement, a change is part of it. */
export function mostTelling<N extends { article: NoticeArticle }>(waiting: readonly N[]): N | undefined {
  return waiting.find(({ article }) => article !== 'change') ?? waiting[0]
}

interface Facts {
  controller: string
  register: string
  contact: string
  purposes: string
  source: string
  isPublic: boolean
  isFromOthers: boolean
  address: string
}

const texts: Record<Language, (facts: Facts) => { subject: string; text: string }> = {
  fi: (facts) => ({
    subject: `Tietoa henkilötietojesi käsittelystä – ${facts.controller}`,
    text: [
      'Hei,',
      `tietojasi on rekisterissä ”${facts.register}”, jota pitää ${facts.controller}.`,
      facts.isFromOthers
        ? `Tiedot on saatu muualta kuin sinulta: ${facts.source}${facts.isPublic ? ' (julkinen lähde)' : ''}.`
        : `Tiedot on saatu sinulta: ${facts.source}.`,
      `Käytämme niitä seuraaviin tarkoituksiin:\n${facts.purposes}`,
      'Voit tarkastaa tietosi, pyytää niiden oikaisua tai poistamista, pyytää käsittelyn rajoittamista ja vastustaa käsittelyä. Suoramarkkinoinnin voit kieltää milloin tahansa. Voit myös tehdä valituksen tietosuojavaltuutetulle.',
      `Koko seloste: ${facts.address}`,
      facts.contact ? `Kysymykset ja pyynnöt: ${facts.contact}` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  }),
  sv: (facts) => ({
    subject: `Information om behandlingen av dina personuppgifter – ${facts.controller}`,
    text: [
      'Hej!',
      `Dina uppgifter finns i registret ”${facts.register}”, som förs av ${facts.controller}.`,
      facts.isFromOthers
        ? `Uppgifterna kommer från någon annan än dig: ${facts.source}${facts.isPublic ? ' (offentlig källa)' : ''}.`
        : `Uppgifterna kommer från dig: ${facts.source}.`,
      `Vi använder dem för följande ändamål:\n${facts.purposes}`,
      'Du kan få insyn i dina uppgifter, begära att de rättas eller raderas, begära att behandlingen begränsas och invända mot behandlingen. Du kan när som helst förbjuda direktmarknadsföring. Du kan också lämna in klagomål till dataombudsmannen.',
      `Hela beskrivningen: ${facts.address}`,
      facts.contact ? `Frågor och begäranden: ${facts.contact}` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  }),
  en: (facts) => ({
    subject: `About the processing of your personal data – ${facts.controller}`,
    text: [
      'Hello,',
      `your details are in the register “${facts.register}”, kept by ${facts.controller}.`,
      facts.isFromOthers
        ? `They come from somebody other than you: ${facts.source}${facts.isPublic ? ' (a public source)' : ''}.`
        : `They come from you: ${facts.source}.`,
      `We use them for these purposes:\n${facts.purposes}`,
      'You may see your data, have them corrected or erased, have their use restricted, and object to it. You may refuse direct marketing at any time. You may also complain to the Data Protection Ombudsman.',
      `The whole statement: ${facts.address}`,
      facts.contact ? `Questions and requests: ${facts.contact}` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  }),
}
