import { domainToASCII } from 'node:url'

const isPlain = /^[\x20-\x7e]*$/
const controls = /[\p{Cc}\u2028\u2029]+/gu

/** One line of text whatever was in it: a line break in a name would begin a header of the sender's choosing. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(controls, ' ').replace(/ {2,}/g, ' ').trim()
}

/** A header of free text, folded (RFC 5322) and in encoded words where it must be (RFC 2047). */
export function textHeader(name: string, text: string): string {
  const plain = oneLine(text)
  return fitsPlain(plain) ? folded(`${name}: ${plain}`) : `${name}: ${encodedWords(plain, name.length + 2)}`
}

/** A header of one mailbox with its display name. Null where the address cannot stand in a header (RFC 6532 is not asked for). */
export function mailboxHeader(name: string, display: string, address: string): string | null {
  const plain = asciiAddress(address)
  if (!plain) return null
  const said = oneLine(display)
  if (said === '') return `${name}: ${plain}`
  if (!fitsPlain(said)) return `${name}: ${encodedWords(said, name.length + 2)}\r\n <${plain}>`
  return folded(`${name}: "${said.replace(/["\\]/g, '\\$&')}" <${plain}>`)
}

/** A header whose parts may each begin a new line and never break inside. */
export function partsHeader(name: string, parts: readonly string[]): string {
  return `${name}: ${parts.map(oneLine).join(',\r\n ')}`
}

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

/** The address as servers without SMTPUTF8 take it: the domain in punycode; null where the local part is not ASCII. */
export function asciiAddress(address: string): string | null {
  const at = address.lastIndexOf('@')
  const domain = domainToASCII(address.slice(at + 1))
  const plain = `${address.slice(0, at)}@${domain}`
  return at > 0 && local.test(address.slice(0, at)) && domain !== '' && plain.length <= 254 ? plain : null
}

function fitsPlain(text: string) {
  return isPlain.test(text) && !text.includes('=?') && !/[^ ]{60,}/.test(text)
}

// RFC 2047: at most 75 characters a word and 76 a line, and never a character in two words.
function encodedWords(text: string, used: number): string {
  const words: string[] = []
  let bytes: number[] = []
  const room = () => Math.floor((75 - 12 - (words.length === 0 ? used : 1)) / 4) * 3
  for (const letter of text) {
    const more = [...Buffer.from(letter, 'utf8')]
    if (bytes.length + more.length > room()) {
      words.push(wordOf(bytes))
      bytes = []
    }
    bytes.push(...more)
  }
  words.push(wordOf(bytes))
  return words.join('\r\n ')
}

function wordOf(bytes: readonly number[]) {
  return `=?UTF-8?B?${Buffer.from(bytes).toString('base64')}?=`
}

function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > 78) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].join('\r\n ')
}
