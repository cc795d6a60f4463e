import { nobody, recipientWords } from '../lexicon/recipients.ts'
import { label } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page } from '../page/page.ts'
import { startOfPhrase } from './read-purposes.ts'

const discloses = /luovu|anne|anta|vastaanot|jaka|jae|siirr|saa(?:da|vat)|pääsy|käyttää|käytetä|välit|toimit/
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
    for (const word of recipientWords) {
      const hit = word.words.exec(sentence.low.slice(from))
      if (!hit) continue
      if (word.id === 'service-providers' && !/luovu|vastaanot/.test(`${sentence.low}${sentence.lead?.low ?? ''}`)) continue
      const entry: Entry = { id: word.id, kind: word.kind, label: label(word.fi, word.sv, word.en), ...(word.kind === 'group-companies' ? { members: [] } : {}), ...(word.ground ? { ground: word.ground } : {}), saidIn: word.clause }
      const count = (book.at('/recipients') as unknown[] | undefined)?.length ?? 0
      const pointer = book.add('/recipients', entry, sentence)
      if (!pointer.endsWith(`/${count}`)) continue
      book.marks.push({ clause: word.clause, sentence, at: startOfPhrase(sentence, from + hit.index) })
      if (word.kind === 'group-companies') book.said('/group', word.clause, sentence)
    }
  }
}
