import type { Span } from './page.ts'
import { tidy } from './page.ts'

const shortened = new Set(
  'mm esim ym yms jne puh tel p ts ns nk ko em ks vrt n nro klo art kpl os s ent eli huom ml mukl kk v toim gsm fax st tmv vs ref dr eur ltd inc co r sis vast max min osoit par as krs lh'.split(
    ' ',
  ),
)
const longest = 1500

/** Cuts one paragraph or list item into sentences, offsets kept. */
export function splitSentences(text: string, start: number, end: number): Span[] {
  const spans: Span[] = []
  let from = start
  const cut = (to: number) => {
    pushSpan(spans, text, from, to)
    from = to
  }
  const stop = /[.!?]+["”»)]*(?=\s+["“”»(]?[\p{Lu}\d])|[.!?](?=\p{Lu}\p{Ll}+\s)/gu
  const body = text.slice(start, end)
  for (let hit = stop.exec(body); hit; hit = stop.exec(body)) {
    const at = start + hit.index
    if (hit[0].startsWith('.') && isShortened(text, from, at, text.slice(at + hit[0].length, at + hit[0].length + 12)))
      continue
    cut(at + hit[0].length)
  }
  cut(end)
  return spans
}

function isShortened(text: string, from: number, dot: number, after: string): boolean {
  const before = text.slice(Math.max(from, dot - 14), dot)
  const word = /[\p{L}\d]+$/u.exec(before)?.[0] ?? ''
  if (/^\d{1,2}$/.test(word)) return /^\s+\d/.test(after) || before.trim() === word
  if (/^\s+\d/.test(after) && /^(?:puh|p|tel|nro|n|klo|art|kohta|gsm)$/i.test(word)) return true
  return shortened.has(word.toLowerCase()) && !/^\s+(?:Tiedo|Rekister|Henkilö|Evästee|Lisäksi|Tieto)/.test(after)
}

// A paragraph without a full stop (or a megabyte of one letter) is cut at white space, so that every later search stays linear.
function pushSpan(spans: Span[], text: string, from: number, to: number): void {
  for (let at = from; at < to; ) {
    let stop = to
    if (to - at > longest) {
      const space = text.lastIndexOf(' ', at + longest)
      stop = space > at + longest / 2 ? space : at + longest
    }
    let first = at
    let last = stop
    while (first < last && /\s/.test(text[first] ?? '')) first += 1
    while (last > first && /\s/.test(text[last - 1] ?? '')) last -= 1
    if (last > first && tidy(text.slice(first, last)) !== '')
      spans.push({ sentence: text.slice(first, last), start: first, end: last })
    at = stop
  }
}
