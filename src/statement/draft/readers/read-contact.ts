import type { Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { linksIn, mailsIn, phonesIn } from '../values/channels.ts'
import { isLabel, isPlaceholder, standIn } from '../values/stand.ts'

const noDpo =
  /\bei (?:\S+ ){0,3}(?:nimet|nimit|tarvit|ole (?:\S+ ){0,3}(?:tietosuojavastaav|velvo))|emme (?:ole )?(?:\S+ ){0,3}nimi?|\bei ole (?:\S+ )?tietosuojavastaavaa|ei edellytä/

/** Section 3: whom to ask about the register, and whether a data protection officer is designated. */
export function readContact(page: Page, book: Notebook): void {
  readOfficer(page, book)
  const lines = linesOfContact(page)
  for (const sentence of lines) readLine(book, sentence)
}

// What stands under the contact's own heading comes before what is said in passing elsewhere.
function linesOfContact(page: Page): Sentence[] {
  const headings = (one: Sentence) => page.sections[one.section]?.kinds ?? []
  const under = about(page, 'contact').filter((one) => !one.kinds.has('dpo') || headings(one).includes('contact'))
  const headed = under.filter((one) => headings(one).includes('contact'))
  const shared = headed.filter((one) => headings(one).includes('controller'))
  const start = shared.findIndex((one) => /yhteyshenkilö|rekisteriasioi|tietosuoja-asioissa/i.test(one.plain))
  const inPassing = under.filter((one) => !headed.includes(one) && !one.kinds.has('authority'))
  return [
    ...headed.filter((one) => !shared.includes(one)),
    ...(start >= 0 ? shared.slice(start) : []),
    ...inPassing.slice(0, 50),
  ]
}

function readLine(book: Notebook, sentence: Sentence): void {
  const put = (key: string, value: Parameters<Notebook['set']>[1]) => {
    if (book.set(`/contact/${key}`, value, sentence)) book.said('/contact', 'S3.1', sentence)
  }
  if (isPlaceholder(sentence.plain)) return
  if (isLabel(sentence)) return book.place(sentence)
  const short = sentence.plain.length < 130
  const routed = /yhteyshenkilö|yhteydeno|yhteyttä|tietosuoja|osoit|lähet|vastaa/.test(sentence.low)
  if (!short && !routed) return
  if (/sijai(?:nen|sena|sensa)|varahenkilö/.test(sentence.low)) {
    const { person, role } = standIn(
      sentence.plain.replace(/^.*?(?:sijai(?:nen|sena(?:an)?|sensa)|varahenkilö(?:nä)?)\s*(?:on|toimii|:)?\s*/iu, ''),
    )
    const deputy = {
      ...(role ? { role } : {}),
      ...(person ? { person } : {}),
      phone: phonesIn(sentence.plain)[0] ?? null,
      email: mailsIn(sentence.plain)[0] ?? null,
    }
    return put('deputy', deputy)
  }
  if (short) {
    const { person, role, company } = standIn(sentence.plain)
    put('person', person)
    if (!/^(?:sähköposti|puh|e-?mail)/i.test(sentence.plain)) put('role', role)
    put('company', company)
  }
  put('phone', phonesIn(sentence.plain)[0])
  put('email', mailsIn(sentence.plain)[0])
}

function readOfficer(page: Page, book: Notebook): void {
  const told = about(page, 'dpo')
  const headed = told.filter((one) => page.sections[one.section]?.kinds.includes('dpo'))
  const denied =
    told.find(({ low }) => /tietosuojavastaav/.test(low) && noDpo.test(low)) ??
    headed.find(({ low }) => noDpo.test(low))
  if (denied) {
    book.set('/dpo/designated', false, denied)
    book.set('/dpo/reason', { fi: denied.plain }, denied)
    return book.said('/dpo', 'S3.1', denied)
  }
  const naming = told.filter(({ low }) => /tietosuojavastaava(?:na|nsa|namme|mme|n)?(?:\s|:|,|$|\s*\()/.test(low))
  const lines = headed.length > 0 ? headed : naming.slice(0, 3)
  for (const sentence of lines) {
    if (isPlaceholder(sentence.plain)) continue
    const { person, role } = standIn(sentence.plain)
    const email = mailsIn(sentence.plain)[0]?.address
    const phone = phonesIn(sentence.plain)[0]?.display
    const names =
      /tietosuojavastaava(?:na|nsa|namme|mme)?(?: \S+){0,5} (?:on|toimii)|tietosuojavastaava:|nimen?nyt/.test(
        sentence.low,
      )
    if (!person && !email && !phone && !names && !(headed.length > 0 && role)) continue
    book.set('/dpo/designated', true, sentence)
    book.set('/dpo/name', person, sentence)
    book.set('/dpo/email', email, sentence)
    book.set('/dpo/phone', phone, sentence)
    book.said('/dpo', 'S3.1', sentence)
  }
}

const office = /tietosuojavaltuutetu\S* toimisto|tietosuojavaltuutet/
/** Section 13: the supervisory authority, with the contact details that the text itself gives. */
export function readAuthority(page: Page, book: Notebook): void {
  const told = page.sentences.filter(
    ({ low, kinds }) => /tietosuojavaltuutet/.test(low) || (kinds.has('authority') && /valvontaviranomai/.test(low)),
  )
  const named = told.find(({ low }) => office.test(low)) ?? page.headings.find(({ low }) => office.test(low))
  if (named) {
    book.set(
      '/authority/name',
      { fi: 'Tietosuojavaltuutettu', sv: 'Dataombudsmannen', en: 'Data Protection Ombudsman' },
      named,
    )
    book.said('/authority', 'S13.1', named)
  }
  const around =
    told.length === 0
      ? []
      : page.sentences.filter(
          (one, at) =>
            told.includes(one) ||
            page.sections[one.section]?.kinds.includes('authority') ||
            followsOffice(page, one, at, told),
        )
  for (const sentence of around) {
    const put = (key: string, value: string | undefined) => {
      if (named && book.set(`/authority/contact/${key}`, value, sentence)) book.said('/authority', 'S13.1', sentence)
    }
    const mail =
      mailsIn(sentence.plain).find(({ address }) => /@(?:om\.fi|tietosuoja\.fi)$/.test(address)) ??
      mailsIn(sentence.plain)[0]
    put('email', mail?.address)
    put(
      'url',
      linksIn(sentence.plain).find((link) => /tietosuoja/.test(link)) ??
        (/tietosuoja\.fi/.test(sentence.low) && !/@tietosuoja\.fi/.test(sentence.low)
          ? 'https://tietosuoja.fi'
          : undefined),
    )
    put('phone', phonesIn(sentence.plain.replace(/PL \d+/g, ''))[0]?.display as string | undefined)
    put(
      'address',
      /(?:(?:PL\s?\d+|\p{Lu}\p{L}+(?:katu|tie|kuja|ranta|polku)\s\d+\s?\p{L}?)[^.;@]{0,40}?)?\d{5}\s+\p{Lu}\p{L}+/u.exec(
        sentence.plain,
      )?.[0],
    )
  }
}

function followsOffice(page: Page, one: Sentence, at: number, told: readonly Sentence[]): boolean {
  return (
    one.item &&
    one.plain.length < 100 &&
    [1, 2, 3, 4, 5].some((back) => {
      const before = page.sentences[at - back]
      return (
        before !== undefined &&
        told.includes(before) &&
        before.section === one.section &&
        /toimisto|tietosuojavaltuutettu/.test(before.low)
      )
    })
  )
}
