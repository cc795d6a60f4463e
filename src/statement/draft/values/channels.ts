import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Entry } from '../notebook.ts'

const name = '[\\p{L}\\d._%+\\-]{1,64}'
const domain =
  '[\\p{L}\\d-]{1,63}(?:(?:\\.|\\s?[([{](?:piste|dot|\\.)[)\\]}]\\s?|\\s(?:piste|dot)\\s)[\\p{L}\\d-]{1,63}){1,4}'
const at = '(?:@|\\s?[([{<]\\s?(?:a|at|ät|miukumauku|@|ä)\\s?[)\\]}>]\\s?|\\s(?:at|ät)\\s)'
const mail = new RegExp(`(?<![\\p{L}\\d._%+\\-\\]])(${name})${at}(${domain})`, 'giu')
// A published text may hide a person's name in brackets: what stands there is kept as it stands.
const maskedMail = /(\[[\p{L}.-]{3,40}\])(?:@|\s?\((?:at|a)\)\s?)([\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,})/u
const placeholderNames = /^(?:etunimi|firstname|nimi)(?:[._-](?:sukunimi|lastname|surname))?$/i

/** Mail addresses in a sentence, hidden signs read back; patterns such as etunimi.sukunimi are no addresses. */
export function mailsIn(plain: string): (Entry & { address: string; display: string })[] {
  if (!/@|[([{<]\s?(?:a|at|ät|ä|miukumauku)\s?[)\]}>]|\s(?:at|ät)\s/iu.test(plain)) return []
  const masked = maskedMail.exec(plain)
  if (masked) return [{ address: `${masked[1]}@${masked[2]?.toLowerCase()}`, display: masked[0] }]
  return [...plain.matchAll(mail)].flatMap((hit) => {
    const local = (hit[1] ?? '').replace(/^[.-]+|[.-]+$/g, '')
    const host = (hit[2] ?? '')
      .replace(/\s?[([{](?:piste|dot|\.)[)\]}]\s?|\s(?:piste|dot)\s/giu, '.')
      .toLowerCase()
      .replace(/[.-]+$/, '')
    if (local === '' || !/\.\p{L}{2,}$/u.test(host) || placeholderNames.test(local)) return []
    return [{ address: `${local.toLowerCase()}@${host}`, display: hit[0].replace(/[.]$/, '') }]
  })
}

const labelledPhone =
  /(?:puhelinnumero|puhelin(?:vaihde)?|puhelimitse|puh\.?|matkapuhelin|gsm|tel\.?|p\.|vaihde|numerosta|numeroon|soittamalla)\s*(?:\([^)]{1,30}\)\s*)?[:.]?\s*(?:numeroon\s+|numerosta\s+)?(\+?\(?\d[\d\s()./-]{4,20}\d)/giu
const barePhone =
  /(?<![\d.,/-])(\+358[\s\d()-]{6,18}\d|0(?:40|41|42|43|44|45|46|49|50|10|20|29|9|1[3-9]|2|3|5|6|8)\d?[\s-]?\d[\d\s-]{3,12}\d)(?![\d.,/-]*\d)/gu

export function phonesIn(plain: string): Entry[] {
  if (!/\d{3}/.test(plain)) return []
  const hits = [...plain.matchAll(labelledPhone), ...plain.matchAll(barePhone)].map((hit) =>
    (hit[1] ?? '').replace(/[\s./-]+$/, '').trim(),
  )
  const displays = hits.filter(
    (one, index) => hits.findIndex((other) => digits(other) === digits(one)) === index && !/^\d{7}-\d$/.test(one),
  )
  return displays.flatMap((display) => {
    const length = digits(display).length
    if (length < 6 || length > 15) return []
    const parsed = parsePhoneNumberFromString(display, 'FI')
    return [{ display, ...(parsed?.isPossible() ? { e164: parsed.number } : {}) }]
  })
}

function digits(written: string): string {
  return written.replace(/^\+358/, '0').replace(/\D/g, '')
}

export function linksIn(plain: string): string[] {
  return [...plain.matchAll(/(?:https?:\/\/|(?<![\p{L}\d@./-])www\.)[^\s<>()"”|]+/giu)].map((hit) => {
    const link = hit[0].replace(/[.,;:!?]+$/, '')
    return /^www\./i.test(link) ? `https://${link}` : link
  })
}
