/** A company's name as it is written in running text, its legal form at the end or in front. */
const forms =
  'Oyj Abp|Oy Ab|Ab Oy|Oyj|Oy|Abp|Ab|Ky|Kb|Ay|Osk|osuuskunta|ry|r\\.y\\.|rf|säätiö|sr|Tmi|T:mi|Ltd|Limited|Inc\\.?|LLC|GmbH|B\\.V\\.|BV|A\\/S|AS|ApS|S\\.A\\.|SAS|Corporation|Corp\\.?|Plc'
const word = "[\\p{Lu}\\d][\\p{L}\\d&.'’+\\-]*"
const joined = `(?:${word})(?:\\s+(?:${word}|&|ja|and|of|for|the|\\p{Ll}{3,18}(?=\\s+(?:${forms})(?![\\p{L}]))))*`
const withForm = new RegExp(`(?<![\\p{L}\\d])(${joined}\\s+(?:${forms}))(?![\\p{L}\\d])(?::\\p{L}+)?`, 'gu')
const formFirst = new RegExp(
  `(?<![\\p{L}\\d])((?:Oy|Ab|Tmi|Toiminimi|T:mi|Kiinteistö Oy|Asunto Oy|As\\. Oy)\\s+${word}(?:\\s+${word}){0,3}(?:\\s+(?:Ab|Oy))?)(?![\\p{L}\\d])`,
  'gu',
)
const leadingWords =
  /^(?:Rekisterinpitäjä(?:nä|mme)?|Rekisterin pitäjä|Yritys|Yhtiö|Nimi|Me|Meillä|Tämä|Palveluntarjoaja(?:mme|na)?|Toimittaja(?:mme|na)?|Konserniin|Myös|Lisäksi|Käytämme|Sivuston|Rekisteriä|Kirjanpidosta|Kirjanpidon|Palvelimet|Palvelun|Palvelimen|Järjestelmän|Tilitoimisto(?:mme|na)|Verkkosivut|Verkkosivuston|Perintätoimisto(?:mme|na)|IT-tuki|Kotisivut|CRM-järjestelmän|Asiakasrekisteriä|Ylläpitäjä|Konserniyhtiöt|Kumppanimme|Käsittelijä(?:nä|mme)?|Osoite|Hallinnoija|Ylläpidosta|Painotalo|Postituspalvelu)\s+/u

export interface Found {
  name: string
  index: number
}

export function companiesIn(plain: string): Found[] {
  const found: Found[] = []
  if (!/\p{Lu}/u.test(plain)) return found
  for (const pattern of [withForm, formFirst]) {
    for (const hit of plain.matchAll(pattern)) {
      const { name, skipped } = trimmed(hit[1] ?? '')
      if (name.split(' ').length > 7 || name.split(' ').length < 2) continue
      const index = hit.index + skipped
      const overlaps = found.some(
        (other) => index < other.index + other.name.length && other.index < index + name.length,
      )
      if (!overlaps) found.push({ name, index })
    }
  }
  return found.sort((a, b) => a.index - b.index)
}

// "Kumppanimme ovat Alfa Oy ja Beeta Oy" is two names, not one: a conjunction after a legal form divides.
function trimmed(raw: string): { name: string; skipped: number } {
  const pieces = raw.split(/(?<=\s(?:Oyj|Oy|Ab|Ky|Ltd))\s+(?:ja|and|&)\s+/u)
  const last = pieces.at(-1) ?? raw
  let skipped = raw.length - last.length
  let name = last
  for (let hit = leadingWords.exec(name); hit; hit = leadingWords.exec(name)) {
    skipped += hit[0].length
    name = name.slice(hit[0].length)
  }
  return { name: name.trim(), skipped }
}
