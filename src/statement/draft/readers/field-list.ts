import { openList } from '../lexicon/open-words.ts'
import type { Sentence } from '../page/page.ts'

export const collects =
  /kerä|tallen|talle(?:te|ta)|käsitel|käsittel|sisält|sisäll|kirja|rekisteröi|koostu|seuraav|ovat|pyydämme|pyydetään|voi olla|voimme|annat|luovuttamasi/
const listHead = /^\p{Lu}[^:.]{2,70}:\s+(?=\S)/u
export const noNoun =
  /(?<!\p{L})(?:on|ovat|voi|voidaan|kerätään|tallennetaan|käsitellään|keräämme|käsittelemme|jotka|joita|jonka|mikäli|jos|kun|koska|sen|sekä|että|niitä|henkilö itse|emme|meille|meidän)(?!\p{L})/u

/** Where in the sentence the list of fields begins; undefined when the sentence lists none. */
export function startOfList(sentence: Sentence): number | undefined {
  const { plain, low } = sentence
  const named = listHead.exec(plain)
  if (named && (sentence.item || collects.test(low) || named[0].length < 50)) return named[0].length
  if (/:$/.test(plain)) return openList.test(low) ? plain.length : undefined
  const colon = plain.indexOf(': ')
  if (colon > 0 && collects.test(low.slice(0, colon))) return colon + 2
  const verb =
    /(?:kerätään|keräämme|tallennetaan|tallennamme|talletetaan|käsitellään|käsittelemme|sisältää|kirjataan|rekisteröidään|koostuu|pyydämme)\s+(?:\S+\s+){0,6}?(?:seuraavia tietoja|seuraavat tiedot|tietoja,? (?:mm\.|kuten|esim\.|esimerkiksi)|tietoja:|mm\.|kuten|esimerkiksi|ainakin|vain|ainoastaan)\s*:?\s*/u.exec(
      low,
    )
  if (verb) return verb.index + verb[0].length
  if (sentence.item && plain.length < 220 && !/[.]\s/.test(plain) && !noNoun.test(low)) return 0
  if (isBareList(sentence)) return 0
  const such = /(?:mm\.|kuten|esimerkiksi|esim\.|muun muassa)\s+/.exec(low)
  if (such && collects.test(low)) return such.index + such[0].length
  const plainVerb =
    /(?:kerätään|keräämme|tallennetaan|tallennamme|talletetaan|käsitellään|käsittelemme|sisältää|kirjataan|rekisteröidään|kysymme|kysytään|kirjaamme)\s+(?:\S+\s+){0,2}?(?=\p{Ll}*(?:nim|syntymä|osto|etunim|yritys|yrityksen|asiakkaan|henkilön|yhteyshenkilö|sukunim|sähköposti|puhelin|y-tunnu|rekisteröid))/u.exec(
      low,
    )
  if (plainVerb) return plainVerb.index + plainVerb[0].length
  if (
    /(?:tiedot|tietoja|tallennetaan|kerätään)\b/.test(low) &&
    /nimi|osoite|sähköposti|puhelin/.test(low) &&
    /,/.test(low)
  )
    return 0
  return undefined
}

/** A sentence that is nothing but a list: no verb, several commas. */
export function isBareList({ low, plain }: Sentence): boolean {
  return !noNoun.test(low) && (plain.match(/,/g)?.length ?? 0) >= 2 && !collects.test(low)
}
