import { categoryWords } from '../lexicon/cookie-services.ts'
import { staleNames } from '../lexicon/sources.ts'
import { label } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { linksIn } from '../values/channels.ts'
import { readServices } from './read-cookie-services.ts'

const none = /\bei (?:\S+ ){0,2}(?:käytä|käytetä|aseta) (?:\S+ ){0,3}eväste|emme (?:\S+ ){0,2}käytä (?:\S+ ){0,3}eväste/
const accept = /hyväksy/
const refuse =
  /kieltäydy|hylkä|hylät|kiellä |kieltä(?:ä|mä) (?:\S+ ){0,3}(?:eväste|kaik|muut|ne)|vain välttämät|estää ne|kieltäyty|ilman suostumus/
const choose = /evästeasetu|hallinno|hallita|valita|muuttaa (?:\S+ )?(?:valin|asetu|suostum)|valintoja|perua|peruuttaa/

/** Section 7: cookies. */
export function readCookies(page: Page, book: Notebook): void {
  const told = about(page, 'cookies')
  for (const sentence of told) {
    const { low } = sentence
    if (none.test(low)) {
      book.prose('S7.1', sentence)
      continue
    }
    if (
      /käyt(?:tää|tävät|ämme|etään|össä) (?:\S+ ){0,5}eväste|eväste\S* (?:\S+ ){0,4}(?:käytetään|käytämme)|käytössä (?:\S+ ){0,4}eväste/.test(
        low,
      ) &&
      !/tunnist|palvelin|käyttö(?:kohte|tarkoi)/.test(low)
    )
      book.said('/cookies', 'S7.1', sentence)
    readConsent(book, sentence, told)
    readProse(book, sentence)
    readTechnical(book, sentence)
    readPurposes(book, sentence)
    readCategories(book, sentence)
    const mine = sentence.kinds.has('cookies') && page.sections[sentence.section]?.kinds.includes('cookies')
    if (mine || /eväste/.test(low)) for (const link of linksIn(sentence.plain)) addLink(book, link, sentence)
  }
  readServices(page, book)
  const list = (book.at('/cookies/categories') ?? []) as Entry[]
  const from = told.find((one) => book.isPlaced(one))
  if (list.length > 0 && from && !list.some(({ id }) => id === 'necessary')) {
    // What the text leaves out is written down as left out: lint asks for it.
    book.add(
      '/cookies/categories',
      {
        id: 'necessary',
        exempt: true,
        asWritten: 'absent',
        label: label('Välttämättömät', 'Nödvändiga', 'Strictly necessary'),
      },
      from,
    )
    list.unshift(...list.splice(list.length - 1, 1))
    shiftOrigins(book)
  }
}

function shiftOrigins(book: Notebook): void {
  const moved = Object.entries(book.origins).filter(([pointer]) => /^\/cookies\/categories\/\d+$/.test(pointer))
  for (const [pointer] of moved) delete book.origins[pointer]
  const count = moved.length
  for (const [pointer, span] of moved) {
    const at = (Number(pointer.split('/').at(-1)) + 1) % count
    book.origins[`/cookies/categories/${at}`] = span
  }
}

function readConsent(book: Notebook, sentence: Sentence, told: readonly Sentence[]): void {
  const { low } = sentence
  const implied = /(?:jatka|käyttä)\S* (?:\S+ ){0,5}(?:hyväksy|suostu)|käytön jatkaminen|selaami\S* .*hyväksy/.exec(low)
  if (implied && !/nap|paini/.test(low) && book.set('/cookies/consentModel', 'implied', sentence)) {
    book.set('/cookies/banner/asWritten', 'none', sentence)
    book.said('/cookies/banner', 'S7.2', sentence)
    book.said('/cookies', 'S7.1', sentence)
  }
  const button = accept.test(low) && /nap|paini|klik|banneri|hyväksymällä|ilmoituksessa|ponnahdus/.test(low) && !implied
  if (button) {
    book.set('/cookies/consentModel', 'opt-in', sentence)
    const refusable = told.some((one) => refuse.test(one.low) && !/selai/.test(one.low))
    const choosable = told.some(
      (one) => choose.test(one.low) && /asetuks|valin|hallin|ryhm/.test(one.low) && !/selai/.test(one.low),
    )
    book.set(
      '/cookies/banner/firstLayer',
      ['accept-all', ...(refusable ? ['reject-all'] : []), ...(choosable ? ['choose'] : [])],
      sentence,
    )
    if (!refusable) book.set('/cookies/banner/asWritten', choosable ? 'accept-and-choose' : 'accept-only', sentence)
    book.said('/cookies/banner', 'S7.2', sentence)
  }
  if (
    /suostumu/.test(low) &&
    /eväste|seurant|analyt|markkinoi/.test(low) &&
    /vain|kysy|pyyd|edellyt|perust|anta|luval|suostumuksella/.test(low)
  ) {
    if (book.set('/cookies/consentModel', 'opt-in', sentence)) book.said('/cookies', 'S7.1', sentence)
  }
  if (
    /evästeasetu|suostumu|valintaa|valinto/.test(low) &&
    /sivun (?:ala|jokaise)|alatunnist|alareun|milloin tahansa|koska tahansa/.test(low) &&
    /muut|peru|avaa|hallin/.test(low) &&
    !/selai/.test(low)
  ) {
    if (/jokaise|alatunnist|alareun|sivun ala/.test(low))
      book.set('/cookies/withdrawal/inSite', 'every-page-footer', sentence)
    book.said('/cookies/withdrawal', 'S7.13', sentence)
  }
  if (/selai\S*/.test(low) && /(?:estä|poist|tyhjen|kieltä|asetuks)/.test(low)) {
    book.set(
      '/cookies/withdrawal/browserSettings',
      told.some((one) => /evästeasetu/.test(one.low) && !/selai/.test(one.low)) || book.at('/cookies/banner')
        ? 'extra-only'
        : 'only-way',
      sentence,
    )
    book.said('/cookies/withdrawal', 'S7.13', sentence)
  } else if (
    /(?:ohje|lisätieto)\S* .*(?:poist|eväste)/.test(low) &&
    linksIn(sentence.plain).length > 0 &&
    !/viestintävirasto|kyberturvallisuus|traficom/.test(low)
  )
    book.said('/cookies/withdrawal', 'S7.14', sentence)
}

function readProse(book: Notebook, sentence: Sentence): void {
  const { low, plain } = sentence
  if (
    /eväste/.test(low) &&
    /helppo|nopea|käyttäjäystäv|käyttökokemu|sujuv|helpom|miellyttäv|paranta\S* (?:\S+ )?(?:käyttö|palvelu)/.test(
      low,
    ) &&
    !/haitta|heik|esto/.test(low) &&
    !/nappi|painik/.test(low)
  )
    book.prose('S7.3', sentence)
  if (/eväste\S* (?:\S+ ){0,3}(?:ovat|on|tarkoit)/.test(low) && /tiedosto|tekstiti/.test(low))
    book.prose('S7.4', sentence)
  if (
    /tunnist|henkilöllisyy|ei selviä|kuka kävijä/.test(low) &&
    /\bei(?:kä|vät)?\b/.test(low) &&
    /eväste|käyttäjä|kävijä/.test(low)
  )
    book.prose('S7.8', sentence)
  if (/viestintävirasto|traficom|kyberturvallisuuskesku/.test(low) || staleNames.some((name) => name.test(plain)))
    book.prose('S7.16', sentence)
  if (/(?:varaa|pidät|voimme|oikeu)\S* .*(?:päivit|muut)/.test(low)) book.said('/cookies', 'S7.17', sentence)
  if (
    /(?:estämi|poistami|kieltämi|estät|estäisit|poistaisit|ilman eväste)\S*.*(?:haitta|heik|vaikut|toimi)|(?:eivät|ei) (?:\S+ ){0,4}toimi/.test(
      low,
    ) &&
    /eväste/.test(low)
  ) {
    book.set('/cookies/cookieWall/allowed', false, sentence)
    book.said('/cookies/cookieWall', 'S7.15', sentence)
  }
}

function readTechnical(book: Notebook, sentence: Sentence): void {
  const { low } = sentence
  if (
    /ainoastaan|vain/.test(low) &&
    /(?:kutsu|pyytä|vierail|avaa)\S* .*sivusto|sivusto\S* (?:\S+ ){0,4}(?:kutsu|avaa|vierail)/.test(low) &&
    /aset|tallen|tule/.test(low)
  ) {
    book.set('/cookies/technical/firstPartyOnlyBeforeConsent', true, sentence)
    book.said('/cookies/technical', 'S7.5', sentence)
  } else if (/vain|ainoastaan/.test(low) && /palvelin/.test(low) && /luke|lue/.test(low)) {
    book.set('/cookies/technical/hostOnly', true, sentence)
    book.said('/cookies/technical', 'S7.6', sentence)
  } else if (/eivät|eikä|ei /.test(low) && /vahingoit|haittaohjel|virus/.test(low))
    book.said('/cookies/technical', 'S7.7', sentence)
  const embeds = /upotu|liitännäi|jako- ja|tykkäys|jakopaini|some-paini|yhteisöliitän/.test(low)
  if (embeds) {
    const necessary = /pakolli|välttämät/.test(low) || /pakolli|välttämät/.test(sentence.lead?.low ?? '')
    if (necessary) book.set('/cookies/embeds/asWritten', 'necessary', sentence)
    const collecting = /kerä|seuraa|suosittel/.test(low) && !necessary
    book.said('/cookies/embeds', collecting ? 'S7.12' : 'S7.11', sentence)
  }
}

function readPurposes(book: Notebook, sentence: Sentence): void {
  const { low } = sentence
  if (!/käyttökoht|käyttötarkoi|käytetään|käytämme|hyödyn|tarkoitu/.test(low) || !/eväste/.test(low)) return
  const found = (
    [
      ['analytics', /analyti|kävijä|tilasto/],
      ['marketing', /markkinoin|mainon|mainost/],
      ['communication', /viestin/],
      ['functional', /toiminnalli|toimivuu|kielival/],
    ] as const
  )
    .filter(([, words]) => words.test(low))
    .map(([id]) => id)
  if (found.length > 0 && book.set('/cookies/purposes', found, sentence)) book.said('/cookies', 'S7.9', sentence)
}

function readCategories(book: Notebook, sentence: Sentence): void {
  const { low } = sentence
  const listed =
    /ryhm|kategori|luok|jakautu|jaetaan|jaotel|seuraavi\S+ eväste|tyyppi|tyype/.test(low) ||
    /ryhm|kategori|luok|jakautu|tyyppi|seuraavi|lajeja|eväste/.test(sentence.lead?.low ?? '')
  const alone =
    /^(?!.*käyt)(?:\S+ ){0,2}\S*eväste(?:et|itä)(?:\s|:|$|,)/.test(low) || (sentence.item && /^\S*eväste/.test(low))
  const told =
    listed || alone || /(?:välttämättöm|toiminnalli|analytiikka|markkinointi|mainos|tilasto)\S*(?:-| )?eväste/.test(low)
  if (!told) return
  if (sentence.item && /:\s|\||\t|,\s*\d/.test(sentence.plain) && !alone && !listed) return
  const found = categoryWords.filter(([, words]) => words.test(low))
  const narrow = found.filter(
    ([id]) =>
      !(id === 'analytics' && found.some(([other]) => other === 'product-development-and-reporting')) &&
      !(id === 'marketing' && found.some(([other]) => /^ad-/.test(other))),
  )
  if (
    listed &&
    !alone &&
    !/eväste/.test(low) &&
    narrow.length > 0 &&
    /google|meta|facebook|hubspot|linkedin|hotjar/.test(low)
  )
    return
  for (const [id, , fi, sv, en] of narrow) {
    book.add(
      '/cookies/categories',
      { id, label: label(fi, sv, en), exempt: id === 'necessary', ...(id === 'necessary' ? {} : { default: false }) },
      sentence,
    )
    book.said('/cookies', 'S7.10', sentence)
  }
}

function addLink(book: Notebook, link: string, sentence: Sentence): void {
  const links = (book.at('/cookies/links') ?? []) as string[]
  if (links.includes(link)) return
  if (links.length === 0) book.set('/cookies/links', [link], sentence)
  else {
    links.push(link)
    book.place(sentence)
  }
}
