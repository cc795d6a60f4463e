import { slugOf } from '../lexicon/word.ts'
import type { Notebook } from '../notebook.ts'
import type { Page } from '../page/page.ts'
import { businessIdsIn } from '../values/business-id.ts'
import { companiesIn } from '../values/companies.ts'

/** The group whose companies use the register together, and the members the text names. */
export function readGroup(page: Page, book: Notebook): void {
  const told = [...page.headings, ...page.sentences]
    .filter(({ low }) => /konserni|yhteisrekisterinpitäj|tytäryhti|emoyhti/.test(low))
    .sort((a, b) => a.start - b.start)
  if (told.length === 0) return
  const controller = book.at('/controller/legalName')
  for (const sentence of told) {
    const named = /(\p{Lu}[\p{L}\d&]*(?:\s\p{Lu}[\p{L}\d&]*){0,2})[\s-]?-?konserni/u.exec(sentence.plain)?.[1]
    if (named && !/^(?:Tämä|Koko|Saman|Saman|Tietoja|Tiedot|Meidän|Samaan)$/.test(named)) {
      const bare = named.replace(/\s(?:Oyj|Oy|Ab)(?::n)?$/u, '')
      if (book.set('/group/name', `${bare}-konserni`, sentence)) book.said('/group', 'S1.1', sentence)
    }
    if (/yhteisrekisterinpitäj/.test(sentence.low) && book.set('/group/arrangement', 'joint-controllers', sentence))
      book.said('/group', 'S8.1', sentence)
  }
  for (const [at, sentence] of page.sentences.entries()) {
    const lead = sentence.lead
    const tells =
      /konserniyhti|konserniin kuulu|tytäryhti|yhteisrekisterinpitäj|samaan konserniin|konsernin (?:yhti|muodost)|konsernimme/.test(
        `${sentence.low} ${lead?.low ?? ''}`,
      )
    if (!tells || /palvelu(?:n)?tarjoaj/.test(sentence.low)) continue
    const companies = companiesIn(sentence.plain)
    const ids = businessIdsIn(sentence.plain)
    const joint = /yhteisrekisterinpitäj/.test(`${sentence.low} ${lead?.low ?? ''}`)
    for (const [index, { name, index: where }] of companies.entries()) {
      const until = companies[index + 1]?.index ?? sentence.plain.length
      const id = ids.find(({ written }) => {
        const place = sentence.plain.indexOf(written.slice(0, 7), where)
        return place >= where && place < until
      })?.id
      if (companies.length === 1 && name === controller && ids.length === 0) continue
      const role = joint ? 'joint-controller' : name === controller ? 'controller' : null
      book.add(
        '/group/members',
        { id: slugOf(name.replace(/\s(?:Oyj|Oy Ab|Oy|Ab|Ky)$/u, '')), name, businessId: id ?? null, role },
        sentence,
      )
      book.said('/group', 'S8.1', sentence)
    }
    if (at > 20_000) break
  }
}
