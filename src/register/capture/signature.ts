import { normaliseBusinessId } from '#platform/business-id'
import { normaliseEmail } from '../email-address.ts'
import { whereIdentityCodeIs } from '../personal-identity-code.ts'
import { normalisePhone } from '../phone-number.ts'
import { companyOfDomain, isCompany, isJobRole, isPostcode, placeIn } from './signature-words.ts'

/** What a signature says of a company and a person, as far as it can be told. Nothing of it is kept until somebody looks at it. */
export interface SignatureRead {
  company: string | null
  /** Told by the mail address alone. */
  companyGuessed: boolean
  businessId: string | null
  person: { given: string; family: string } | null
  jobRole: string | null
  emails: string[]
  /** As they were typed. */
  phones: string[]
  address: { street: string; postcode: string; city: string } | null
  website: string | null
  /** What found no place, for the reader to look at. */
  unplaced: string[]
}

const closing =
  /^(--|_{3,}|(ystäväll\S*|yst\.?|parhain|kiittäen|lämpimin)?\s*(terveisin|terv\.?|terkuin)|kiittäen|med (vänlig|bästa|vänliga)\S*\s*häls\S*|vänligen|hälsningar|mvh|bästa hälsningar|(best|kind|warm|with kind)?\s*regards|best wishes|sincerely|cheers|br|t)\b[\s,.!-]*$/iu
const label =
  /^(sähköposti|e-?mail|email|e-?post|mailto|s-posti|puhelin|puh|gsm|matkapuhelin|mobile|mobil|mob|tel|telefon|phone|direct|vaihde|växel|switchboard|työ|work|m|p|t|e|www|web|y-tunnus|fo-nummer|osoite|adress|address)\.?\s*[:.]?\s+/iu
const faxed = /\b(fax|faksi|telefax)\b/iu
const mail = /[^\s@<>"(),:;[\]]+(?:@|\(at\)|\[at\])[^\s@<>"(),;[\]]+\.[\p{L}]{2,}/iu
const call = /(?:\+|00)?\(?\d[\d ().\-–/]{4,}\d/gu
const identity = /\b(?:FI[- ]?)?\d{6,7}-?\d\b/giu
const site =
  /\b(?:https?:\/\/)?(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:fi|com|net|org|eu|se|ax|io|example)\b(?:\/\S*)?/iu

/** Reads a pasted mail signature in Finnish, Swedish or English. Pure: whoever shows it decides what is kept. */
export function readSignature(text: string): SignatureRead {
  const read: SignatureRead = {
    ...{ company: null, companyGuessed: false, businessId: null, person: null, jobRole: null },
    ...{ emails: [], phones: [], address: null, website: null, unplaced: [] },
  }
  const left = piecesOf(text).flatMap((piece) => withoutNumbers(read, piece))
  const named = chosenName(left, read.emails)
  for (const [at, piece] of left.entries())
    place(read, piece, { isName: at === named?.at, role: named?.role ?? null, after: named ? at - named.at : 0 })
  if (named) read.person = inOrder(named.words, read.emails)
  if (named?.role) read.jobRole ??= named.role
  if (!read.company) {
    read.company = read.emails.map(companyOfDomain).find((one) => one !== null) ?? null
    read.companyGuessed = read.company !== null
  }
  return read
}

/** The signature's lines, cut where several things stand on one; of a whole mail, what follows its closing words. */
function piecesOf(text: string): string[] {
  const lines = text
    .slice(0, 20_000)
    .normalize('NFC')
    .replace(/\u200b|\u200c|\u200d|\ufeff/gu, '')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^[>\s]+/u, '')
        .replace(/\u00a0/gu, ' ')
        .trim(),
    )
    .map((line) => line.slice(0, 300)) // no signature has longer lines, and searching a line takes its square
    .filter((line) => line !== '' && whereIdentityCodeIs(line) === null)
  const end = lines.findIndex((line) => closing.test(line))
  const signed = end >= 0 && end < lines.length - 1 ? lines.slice(end + 1) : lines
  return signed
    .slice(0, 30)
    .flatMap((line) => line.split(/\s*[|•·¦]\s*|\t+|\s{3,}|\s+[–—]\s+|\s+\/{1,2}\s+/u))
    .map((piece) => piece.replace(/^[*_~"'\s]+|[*_~"'\s]+$/gu, '').trim())
    .filter((piece) => /[\p{L}\d]/u.test(piece) && !closing.test(piece))
}

/** Takes addresses, numbers and business IDs out of a piece; what is left of it is looked at as words. */
function withoutNumbers(read: SignatureRead, piece: string): string[] {
  let rest = piece
  for (let found = mail.exec(rest); found; found = mail.exec(rest)) {
    const email = normaliseEmail(found[0].replace(/^mailto:/i, ''))
    if (email && !read.emails.includes(email)) read.emails.push(email)
    rest = rest.replace(found[0], ' ').replace(/<\s*>/u, ' ')
  }
  if (faxed.test(rest)) return []
  rest = rest.replace(identity, (typed) => {
    const id = normaliseBusinessId(typed.replace(/^FI[- ]?/i, ''))
    if (id) read.businessId ??= id
    return id ? ' ' : typed
  })
  rest = rest.replace(/\b(y-tunnus|fo-nummer|business id|vat( no| number)?|alv[- ]?(nro|numero)?)\b[\s.:]*/giu, ' ')
  if (!placeIn(rest))
    rest = rest.replace(call, (typed) => {
      if (isPostcode(typed) || !normalisePhone(typed)) return typed
      const plain = typed.trim()
      if (!read.phones.some((one) => digits(one) === digits(plain))) read.phones.push(plain)
      return ' '
    })
  const web = site.exec(rest)
  if (web && !placeIn(rest)) {
    read.website ??= web[0]
    rest = rest.replace(web[0], ' ')
  }
  rest = rest
    .replace(label, '')
    .replace(/^[\s,;:./()-]+|[\s,;:/(-]+$/gu, '')
    .trim()
  return /\p{L}{2}/u.test(rest) && !isLabel(rest) ? [rest] : []
}

function isLabel(rest: string) {
  return /^(sähköposti|e-?mail|e-?post|puh(elin)?|gsm|tel(efon)?|mob(iili|il|ile)?|phone|vaihde|växel|direct|www|web)\.?:?$/iu.test(
    rest,
  )
}

function place(
  read: SignatureRead,
  piece: string,
  { isName, role, after }: { isName: boolean; role: string | null; after: number },
) {
  if (isName) return
  const at = placeIn(piece)
  if (at) {
    read.address = { street: at.street || (read.address?.street ?? ''), postcode: at.postcode, city: at.city }
    return
  }
  if (isStreet(piece) && !read.address?.postcode) {
    read.address = { street: piece.replace(/,$/u, ''), postcode: '', city: '' }
    return
  }
  if (!read.company && isCompany(piece)) read.company = piece.replace(/,$/u, '')
  else if (!read.jobRole && !role && (isJobRole(piece) || (after === 1 && looksLikeRole(piece)))) read.jobRole = piece
  else read.unplaced.push(piece)
}

/** The first piece that is a name, its title beside it; one that the mail address confirms goes first. */
function chosenName(pieces: readonly string[], emails: readonly string[]) {
  const found = pieces.flatMap((piece, at) => {
    const [first = '', ...more] = piece.split(/\s*,\s*/u)
    const words = nameWords(first)
    const role = more.filter((one) => !/^(\p{Lu}{2,4}|M\.?Sc\.?|B\.?Sc\.?|MBA|Ph\.?D\.?|eMBA)$/u.test(one)).join(', ')
    return words ? [{ at, words, role: role || null }] : []
  })
  const told = found.find(({ words }) => emails.some((email) => names(email, words)))
  return told ?? found[0] ?? null
}

const particle = /^(af|von|de|van|der|la)$/u

function nameWords(text: string): string[] | null {
  const words = text.split(/\s+/u)
  if (words.length < 2 || words.length > 4 || isCompany(text) || isJobRole(text) || /\d/u.test(text)) return null
  const isOne = (word: string) => /^\p{Lu}[\p{L}'’-]*$/u.test(word) || particle.test(word)
  return words.every(isOne) ? words : null
}

// "Mäki Maija" is turned round where the address says maija.maki@.
function inOrder(words: readonly string[], emails: readonly string[]) {
  const cased = words.map((word) =>
    /^\p{Lu}{2,}$/u.test(word) ? word[0] + word.slice(1).toLocaleLowerCase('fi') : word,
  )
  const [first = '', ...rest] = cased
  const [said] = emails.map((email) => email.split('@')[0]?.split(/[._]/u) ?? []).filter((parts) => parts.length > 1)
  const turned = said && rest.length === 1 && folded(rest[0] ?? '') === said[0] && folded(first) === said.at(-1)
  if (turned) return { given: rest[0] ?? '', family: first }
  const begins = cased.findIndex((word, at) => at > 0 && particle.test(word))
  const at = begins > 0 ? begins : cased.length - 1
  return { given: cased.slice(0, at).join(' '), family: cased.slice(at).join(' ') }
}

function names(email: string, words: readonly string[]) {
  const local = (email.split('@')[0] ?? '').split(/[._-]/u)
  return words.filter((word) => local.includes(folded(word))).length > 0
}

function looksLikeRole(piece: string) {
  return piece.length <= 60 && !/\d/u.test(piece) && !isCompany(piece)
}

function isStreet(piece: string) {
  return /^(\p{L}[\p{L} .'’-]*(katu|tie|kuja|väylä|polku|raitti|tori|kaari|aukio|ranta|gatan|vägen|gränden|stigen|esplanadi|street|road|avenue|lane)\s+\d+\s?\p{L}?(\s\p{L}?\s?\d*)?|P\.?L\.?\s?\d+|PB\s?\d+|P\.?O\.? ?Box \d+),?$/iu.test(
    piece,
  )
}

function folded(word: string) {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function digits(typed: string) {
  return typed.replace(/\D/gu, '')
}
