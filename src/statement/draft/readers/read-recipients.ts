import { nobody, recipientWords } from '../lexicon/recipients.ts'
import { label, slugOf } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { companiesIn } from '../values/companies.ts'
import { startOfPhrase } from './read-purposes.ts'

const discloses =
  /luovu|anne|anna|anta|vastaanot|jaka|jae|siirr|saa(?:da|vat)|pääsy|käyttää|käytetä|välit|toimit|käsittelevät|näkevät/
const exception = /ellei|paitsi|mikäli|jos |lukuun ottamatta|muutoin kuin|vain|ainoastaan|muille kuin/

/** Section 8: to whom data are disclosed. */
export function readRecipients(page: Page, book: Notebook): void {
  for (const sentence of about(page, 'recipients')) {
    const headed = page.sections[sentence.section]?.kinds.includes('recipients') === true
    const listed = sentence.item || sentence.lead !== undefined
    if (!listed && !discloses.test(sentence.low)) continue
    if (!headed && !/luovu|vastaanot|konserni\S* sisäl/.test(`${sentence.low} ${sentence.lead?.low ?? ''}`)) continue
    if (nobody.test(sentence.low) && !exception.test(sentence.low)) {
      book.prose('S8.4', sentence)
      continue
    }
    const from = nobody.test(sentence.low) ? (exception.exec(sentence.low)?.index ?? 0) : 0
    const named = companiesIn(sentence.plain).filter(({ name }) => name !== book.at('/controller/legalName'))
    const given = sentence.item || /luovut|siirr|anne|välit/.test(sentence.low)
    if (headed && given && !/käsittelij|palvelu(?:n)?tarjoaj|hoitaa|hoidos|ylläpi/.test(sentence.low))
      for (const { name } of named) addOther(book, sentence, name, 'named-company')
    if (headed && given)
      for (const one of receivers(sentence.plain.slice(from)))
        if (!recipientWords.some(({ words }) => words.test(one.toLowerCase())))
          addOther(book, sentence, one, 'profession')
    for (const word of recipientWords) {
      const hit = word.words.exec(sentence.low.slice(from))
      if (!hit) continue
      if (word.id === 'service-providers' && !/luovu|vastaanot/.test(`${sentence.low}${sentence.lead?.low ?? ''}`))
        continue
      const entry: Entry = {
        id: word.id,
        kind: word.kind,
        label: label(word.fi, word.sv, word.en),
        ...(word.kind === 'group-companies' ? { members: [] } : {}),
        ...(word.ground ? { ground: word.ground } : {}),
        saidIn: word.clause,
      }
      const count = (book.at('/recipients') as unknown[] | undefined)?.length ?? 0
      const pointer = book.add('/recipients', entry, sentence)
      if (!pointer.endsWith(`/${count}`)) continue
      book.marks.push({ clause: word.clause, sentence, at: startOfPhrase(sentence, from + hit.index) })
      if (word.kind === 'group-companies') book.said('/group', word.clause, sentence)
    }
  }
}

function addOther(book: Notebook, sentence: Sentence, name: string, kind: 'named-company' | 'profession'): void {
  book.add(
    '/recipients',
    {
      id: slugOf(name.replace(/\s(?:Oyj|Oy Ab|Oy|Ab|Ky|ry)$/u, '')),
      kind,
      label: { fi: name.charAt(0).toUpperCase() + name.slice(1) },
      saidIn: 'S8.2',
    },
    sentence,
  )
  book.marks.push({ clause: 'S8.2', sentence, at: 0 })
}

const notReceivers =
  /^(?:muille|kolmansille|ulkopuolisille|kenellekään|osapuolille|tahoille|sille|niille|heille|meille|sinulle|yhtiölle|ulkopuolelle|alueelle|maille|hänelle|asiakkaalle|rekisteröidylle|kuille|toisille|edelleen|jollekin|kenelle|jolle|joille|viranomaisille|kumppaneille|asiakkaille|oikeudelle|ostajalle|yrityksellemme|osapuolelle|taholle)$/i

/** Who gets the data, from the ending of the word: "jakeluverkkoyhtiölle" is a jakeluverkkoyhtiö. */
function receivers(plain: string): string[] {
  return [...plain.matchAll(/(?<![\p{L}:])((?<=\s|^)\p{L}\p{Ll}{3,40})lle(?![\p{L}])/gu)].flatMap((hit) => {
    const stem = hit[1] ?? ''
    const plural = /(?:[aeouyäö]i|si|mi)$/.test(stem)
    if (notReceivers.test(`${stem}lle`) || plural || /(?:va|vä|nut|nyt|ma|mä)$/.test(stem)) return []
    return [stem.replace(/kse$/, 's').toLowerCase()]
  })
}
