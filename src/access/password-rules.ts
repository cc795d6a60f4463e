import { Refusal } from '#platform/refusal'
import { commonPasswordWords } from './common-password-words.ts'

export const passwordLength = { least: 12, hint: 15, most: 200 }

/**
 * ASVS 6.2: length and nothing else is asked (no composition rules), and what guessers try first is refused:
 * common words with ornaments, runs and repetitions, and the names around the account.
 */
export function refusePoorPassword(password: string, context: readonly string[]) {
  const length = [...password].length
  if (length < passwordLength.least)
    throw new Refusal('PASSWORD_TOO_SHORT', 422, { field: 'password', least: passwordLength.least })
  if (length > passwordLength.most)
    throw new Refusal('PASSWORD_TOO_LONG', 422, { field: 'password', most: passwordLength.most })
  if (isCommon(password)) throw new Refusal('PASSWORD_TOO_COMMON', 422, { field: 'password' })
  if (namesContext(password, context)) throw new Refusal('PASSWORD_NAMES_CONTEXT', 422, { field: 'password' })
}

function isCommon(password: string): boolean {
  const core = coreOf(password)
  const [rest] = [...commonPasswordWords].reduce(([left], word) => [left.replaceAll(word, '')], [core])
  return rest.length < 4 || distinct(password) < 5 || isRun(password.toLowerCase()) || repeats(password.toLowerCase())
}

function namesContext(password: string, context: readonly string[]): boolean {
  const core = coreOf(password)
  const words = context.flatMap((name) => name.split(/[^\p{L}]+/u).map(coreOf)).filter((word) => word.length >= 4)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), core)
  return rest !== core && rest.length < 8
}

/** Letters behind the ornaments: `S@l4s@na!2026` is `salasana`. */
function coreOf(text: string) {
  const leet: Record<string, string> = {
    '@': 'a',
    '4': 'a',
    '3': 'e',
    '1': 'i',
    '!': 'i',
    '0': 'o',
    $: 's',
    '5': 's',
    '7': 't',
  }
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const withoutTail = plain.replace(/^[\d\W_]+|[\d\W_]+$/g, '')
  return [...withoutTail]
    .map((sign) => leet[sign] ?? sign)
    .join('')
    .replace(/[^\p{L}]/gu, '')
}

function distinct(text: string) {
  return new Set(text).size
}

/** `123456789012`, `abcdefghijkl`, `qwertyuiopas` and the same backwards. */
function isRun(text: string) {
  const rows = [
    '12345678901234567890',
    'abcdefghijklmnopqrstuvwxyz',
    'qwertyuiopåasdfghjklöäzxcvbnm',
    'qazwsxedcrfvtgbyhnujmikolp',
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
    '1q2w3e4r5t6y7u8i9o0p',
  ]
  const both = rows.flatMap((row) => [row + row, [...(row + row)].reverse().join('')])
  return both.some((row) => row.includes(text))
}

/** `abcabcabcabc`: one piece over and over. */
function repeats(text: string) {
  return /^(.{1,6})\1+.?.?$/u.test(text)
}
