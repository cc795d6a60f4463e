const months = ['tammi', 'helmi', 'maalis', 'huhti', 'touko', 'kesä', 'heinä', 'elo', 'syys', 'loka', 'marras', 'joulu']
const written: Record<string, number> = {
  yhden: 1,
  yksi: 1,
  kahden: 2,
  kaksi: 2,
  kolmen: 3,
  kolme: 3,
  neljän: 4,
  neljä: 4,
  viiden: 5,
  viisi: 5,
  kuuden: 6,
  kuusi: 6,
  seitsemän: 7,
  kahdeksan: 8,
  yhdeksän: 9,
  kymmenen: 10,
  yhdentoista: 11,
  kahdentoista: 12,
  kaksitoista: 12,
  kahdeksantoista: 18,
  kahdenkymmenenneljän: 24,
  kolmenkymmenen: 30,
  puolen: 0.5,
  puoli: 0.5,
  vuoden: 1,
  kuukauden: 1,
}
const number =
  '(\\d{1,4}|yhden|yksi|kahden|kaksi|kolmen|kolme|neljän|neljä|viiden|viisi|kuuden|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|kahdentoista|kaksitoista|kahdeksantoista|puolen|puoli)'
const unit =
  '(vuotta|vuoden|vuodeksi|vuotisen|vuosi|vuoteen|vuodelta|v(?![\\p{L}])|kuukautta|kuukauden|kuukaudeksi|kuukausi|kuukauteen|kk(?![\\p{L}])|viikkoa|viikon|viikko|vk(?![\\p{L}])|vrk|vuorokautta|vuorokauden|vuorokausi|päivässä|päivää|päivän|päivä(?![\\p{L}])|pv|tuntia|tunnin|tunti|h(?![\\p{L}])|minuuttia|min(?![\\p{L}]))'
const span = new RegExp(
  `(?<![\\p{L}\\d])(?:${number}\\s*(?:\\([^)]{1,20}\\)\\s*|[-–]\\s?(?=\\p{L}))?${unit}|(vuoden|kuukauden|viikon)(?=\\s+(?:ajan|kuluttua|kuluessa|jälkeen|välein|päästä|siitä|asiakas|viimei|tapahtum|sopimu|kampanj|keräy|yhteyden)))`,
  'iu',
)

export interface Period {
  iso: string
  text: string
  index: number
}

/** A length of time in words or figures, as ISO 8601. */
export function periodIn(low: string): Period | undefined {
  const hit = span.exec(low)
  if (!hit) return undefined
  const count = hit[3] ? 1 : Number.isNaN(Number(hit[1])) ? (written[hit[1] ?? ''] ?? 0) : Number(hit[1])
  const word = hit[2] ?? hit[3] ?? ''
  if (count === 0) return undefined
  const iso = isoOf(count, word)
  return iso ? { iso, text: hit[0], index: hit.index } : undefined
}

function isoOf(count: number, word: string): string | undefined {
  if (/^v(?:uo|$)/.test(word)) return count === 0.5 ? 'P6M' : `P${count}Y`
  if (/^(?:kuu|kk)/.test(word)) return count < 1 ? undefined : `P${count}M`
  if (/^(?:viik|vk)/.test(word)) return `P${count}W`
  if (/^(?:tun|h$|min)/.test(word)) return undefined
  return `P${count}D`
}

/** The first whole day written in the sentence, YYYY-MM-DD; a month alone is no day. */
export function dayIn(low: string): string | undefined {
  const numeric = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2})(?!\d)/.exec(low)
  if (numeric) return day(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]))
  const iso = /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(low)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = new RegExp(`(?<!\\d)(\\d{1,2})\\.\\s?(${months.join('|')})kuu(?:ta|n)?\\s+((?:19|20)\\d{2})`, 'u').exec(
    low,
  )
  return named ? day(Number(named[3]), months.indexOf(named[2] ?? '') + 1, Number(named[1])) : undefined
}

function day(year: number, month: number, date: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return undefined
  return at.toISOString().slice(0, 10)
}
