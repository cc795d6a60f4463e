import { actsForUs, contractsPromised, notForUs, outsourcing, providerWords } from '../lexicon/providers.ts'
import { slugOf } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import type { Page, Sentence } from '../page/page.ts'
import { linksIn } from '../values/channels.ts'
import { companiesIn } from '../values/companies.ts'

const service =
  /palvelu|järjestelm|käytä|käyttä|käytöss|tallenn|ylläpi|ohjelm|työkalu|käsittelij|sijaits|alusta|hoide|lähet|tarjo|toimit|kirjanpi|pilv|läht|hoita|toimii|palvelim|alihank|kumppan|käsittelee|perii|perinn/

/** Section 9: who processes data for the controller: names from the lexicon, and companies the text says act for it. */
export function readProcessors(page: Page, book: Notebook): void {
  for (const sentence of page.sentences) {
    const section = page.sections[sentence.section]
    const cookies = section?.kinds.includes('cookies') === true
    const elsewhere =
      section?.kinds.some(
        (kind) =>
          kind === 'source' || kind === 'contact' || kind === 'controller' || kind === 'authority' || kind === 'name',
      ) === true
    const headless = section === undefined || section.kind === 'title'
    if (cookies || elsewhere || (headless && sentence.kinds.has('cookies'))) continue
    if (headless && sentence.kinds.has('source') && !sentence.kinds.has('processors')) continue
    readLine(page, book, sentence)
  }
  readRule(page, book)
  for (const sentence of page.sentences) readPrivacyLinks(page, book, sentence)
}

function readLine(page: Page, book: Notebook, sentence: Sentence): void {
  const context = `${sentence.low} ${sentence.lead?.low ?? ''} ${page.sections[sentence.section]?.heading.toLowerCase() ?? ''}`
  const asSource =
    /tietoläh|saadaan|kerätään (?:\S+ ){0,4}(?:linkedin|vainu)|haetaan/.test(context) &&
    !/palvelu(?:n)?tarjoaj|käsittelij/.test(context)
  if (service.test(context) && !asSource) {
    const found = providerWords.filter(([, words]) => words.test(sentence.low))
    for (const [id, , provider, what] of found) {
      if (id === 'visma' && found.some(([other, , of]) => other !== 'visma' && of === 'Visma')) continue
      add(book, sentence, { id, provider, ...(what ? { service: what } : {}), dpa: null })
    }
    const known = new Set(found.map(([, , provider]) => provider.split(' ')[0]?.toLowerCase()))
    for (const { name } of companiesIn(sentence.plain)) {
      const first = name.split(' ')[0]?.toLowerCase()
      if (known.has(first) || !isForUs(page, book, sentence, name)) continue
      add(book, sentence, { id: slugOf(name.replace(/\s(?:Oyj|Oy Ab|Oy|Ab|Ky|Ltd)$/u, '')), provider: name, dpa: null })
    }
  }
}

function isForUs(page: Page, book: Notebook, sentence: Sentence, name: string): boolean {
  const mine = book.at('/controller/legalName')
  const members = ((book.at('/group/members') ?? []) as Entry[]).map((one) => one.name)
  if (name === mine || members.includes(name) || (typeof mine === 'string' && mine.includes(name))) return false
  if (notForUs.test(sentence.low) && !/palvelu(?:n)?tarjoaj|käsittelij/.test(sentence.low)) return false
  const headed = page.sections[sentence.section]?.kinds.includes('processors') === true
  return headed || actsForUs.test(sentence.low) || (sentence.lead !== undefined && actsForUs.test(sentence.lead.low))
}

function add(book: Notebook, sentence: Sentence, entry: Entry): void {
  const pointer = book.add('/processors', { ...entry, privacyUrl: null }, sentence)
  const clause = sentence.kinds.has('transfers') && /siir|ulkopuol/.test(sentence.low) ? 'S9.5' : 'S9.8'
  book.said(pointer, clause, sentence)
}

function readRule(page: Page, book: Notebook): void {
  for (const sentence of page.sentences) {
    if (page.sections[sentence.section]?.kinds.includes('cookies') || sentence.kinds.has('rights')) continue
    const provides = outsourcing.exec(sentence.low)
    if (!provides || !/voi|käytä|ulkoist|käsit|hyödyn|sopimu|apuna|valits/.test(sentence.low)) continue
    const contract = contractsPromised.exec(sentence.low)
    const isHosting = /ylläpidosta|toimintaympäristö|sijaitse/.test(sentence.low)
    if (isHosting) continue
    if (
      /ulkoist|alihankk|käsittelij|apuna|puolesta|käytämme|käytetään|käytä/.test(sentence.low) &&
      !book.at('/processorRule/requires')
    ) {
      if (!/ulkoist|puolesta|lukuun|alihank|käsittelij|sopimu/.test(sentence.low)) continue
      book.set('/processorRule/requires', ['dpa-art28-checklist', 'named-in-statement'], sentence)
      book.said('/processorRule', 'S9.6', sentence)
    }
    if (contract && book.at('/processorRule/requires')) {
      const split = /(?:jolloin|varmist|olemme|solmi|kunkin|sekä|ja)\s/.exec(sentence.low.slice(provides.index))
      book.said('/processorRule', 'S9.7', sentence, split ? provides.index + split.index : 0)
    }
  }
}

function readPrivacyLinks(page: Page, book: Notebook, sentence: Sentence): void {
  if (page.sections[sentence.section]?.kinds.includes('cookies')) return
  const links = linksIn(sentence.plain)
  if (links.length === 0) return
  for (const [at, entry] of ((book.at('/processors') ?? []) as Entry[]).entries()) {
    const key = slugOf(String(entry.provider).split(' ')[0] ?? '')
    const link = links.find((one) => key.length > 2 && one.toLowerCase().includes(key))
    if (link && book.set(`/processors/${at}/privacyUrl`, link, sentence))
      book.said(`/processors/${at}`, 'S9.9', sentence)
  }
}
