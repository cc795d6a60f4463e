import type { Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { addressIn } from '../values/addresses.ts'
import { businessIdsIn } from '../values/business-id.ts'
import { linksIn, mailsIn, phonesIn } from '../values/channels.ts'
import { companiesIn } from '../values/companies.ts'
import { isLabel, isPlaceholder, roleWords } from '../values/stand.ts'

const names =
  /rekisteri[mn]? ?pitäjä(?:nä|mme)?(?: \S+){0,6}? (?:on|toimii|toimivat|ovat)|^rekisteriä (?:pitää|ylläpitää)|(?:toimii|on) (?:\S+ ){0,4}rekisterinpitäjä/

/** Section 2: who is the controller and how to reach it. */
export function readController(page: Page, book: Notebook): void {
  const under = about(page, 'controller')
  const mine = under.length > 0 ? linesOfController(page, under) : []
  nameController(page, book, mine)
  for (const [at, sentence] of mine.entries()) readLine(book, sentence, mine[at - 1])
  const legalName = book.at('/controller/legalName')
  if (typeof legalName !== 'string') return
  // A statement may give the controller's details in its first lines, before any heading.
  const beside = page.sentences.filter(
    (one) =>
      ((one.section < 0 || page.sections[one.section]?.kind === 'title') &&
        one.start < 1500 &&
        !one.kinds.has('contact') &&
        !one.kinds.has('dpo')) ||
      (one.plain.includes(legalName) &&
        businessIdsIn(one.plain).length > 0 &&
        !/konserni|palvelu(?:n)?tarjoaj/i.test(one.plain)),
  )
  for (const [at, sentence] of beside.entries()) if (!mine.includes(sentence)) readLine(book, sentence, beside[at - 1])
}

// Where one heading covers the controller and the contact person, the contact's lines begin at their own name.
function linesOfController(page: Page, under: readonly Sentence[]): Sentence[] {
  const both = under.findIndex(
    (one) =>
      page.sections[one.section]?.kinds.includes('contact') &&
      /yhteyshenkilö|rekisteriasioi|tietosuoja-asioissa|tietosuojavastaava/i.test(one.plain),
  )
  return (both > 0 ? under.slice(0, both) : [...under]).filter(
    (one) =>
      !(['dpo', 'contact'] as const).some(
        (kind) =>
          one.kinds.has(kind) &&
          page.sections[one.section]?.kinds.includes('controller') === true &&
          !page.sections[one.section]?.kinds.includes(kind),
      ),
  )
}

function nameController(page: Page, book: Notebook, mine: readonly Sentence[]): void {
  const candidates = [
    ...mine.filter((one) => !/palvelu(?:n)?tarjoaj|tytäryhti|konserniyhti/.test(one.low)),
    ...page.sentences.filter(({ low }) => names.test(low)),
  ]
  for (const sentence of candidates) {
    const company = companiesIn(sentence.plain)[0]
    if (company && !isLabel(sentence)) return name(book, company.name, sentence)
  }
  const plain = mine.find(
    (one) =>
      !isLabel(one) &&
      !isPlaceholder(one.plain) &&
      /^(?:nimi:\s*)?\p{Lu}[\p{L}\d&' .-]{2,60}$/u.test(one.plain) &&
      !roleWords.test(one.plain) &&
      one.plain.split(' ').length <= 6 &&
      !/\d{3}|:(?!\s?\S)/.test(one.plain) &&
      !/\s(?:on|ovat|vastaa|toimii)\s/.test(one.low),
  )
  if (plain) return name(book, plain.plain.replace(/^nimi:\s*/i, '').replace(/\.$/, ''), plain)
  const first = page.sentences.find(
    (one) =>
      one.start < 1200 &&
      companiesIn(one.plain).length > 0 &&
      /jäljempänä|y-tunnus|rekisteri|\(["“]|\bme\b|tietosuoja/.test(one.low),
  )
  const company = first && companiesIn(first.plain)[0]
  if (first && company) return name(book, company.name, first)
  const titled = [...page.headings, ...page.sentences].find(
    (one) => one.start < 300 && companiesIn(one.plain).length > 0,
  )
  if (titled) return name(book, companiesIn(titled.plain)[0]?.name ?? '', titled)
  nameAboveAddress(page, book)
}

// A short notice may give only a name above an address.
function nameAboveAddress(page: Page, book: Notebook): void {
  const first = page.sentences.slice(0, 10)
  const town = first.findIndex(({ plain }, at) => addressIn(plain, first[at - 1]?.plain ?? '') !== undefined)
  const found = town > 0 ? addressIn(first[town]?.plain ?? '', first[town - 1]?.plain ?? '') : undefined
  const above = first[town - (found?.usedBefore ? 2 : 1)]
  if (above && /^\p{Lu}[\p{L}\d&' -]{2,60}$/u.test(above.plain)) name(book, above.plain, above)
}

function name(book: Notebook, legalName: string, from: Sentence): void {
  if (book.set('/controller/legalName', legalName, from)) book.said('/controller', 'S2.1', from)
}

function readLine(book: Notebook, sentence: Sentence, before: Sentence | undefined): void {
  const put = (key: string, value: Parameters<Notebook['set']>[1], clause: string) => {
    if (book.set(`/controller/${key}`, value, sentence)) book.said('/controller', clause, sentence)
  }
  for (const { id, vat, written } of businessIdsIn(sentence.plain)) {
    if (id === null) continue
    put('businessId', id, 'S2.3')
    if (vat) put('vatId', written, 'S2.3')
  }
  const found = addressIn(
    sentence.plain,
    before && !/@|tunnus|puh/i.test(before.plain) && before.plain.length < 80 ? before.plain : '',
  )
  if (found) {
    if (found.usedBefore && before && !book.at('/controller/address')) book.said('/controller', 'S2.2', before)
    put('address', found.address, 'S2.2')
  }
  put('phone', phonesIn(sentence.plain.replace(/(?<!\d)\d{6,7}\s?[-–]\s?\d(?!\d)/g, ' '))[0], 'S2.4')
  put('email', mailsIn(sentence.plain)[0], 'S2.5')
  if (/verkko|www|http|kotisivu/i.test(sentence.plain) && sentence.plain.length < 120)
    put('website', linksIn(sentence.plain)[0], 'S2.5')
  if (isLabel(sentence)) book.place(sentence)
}
