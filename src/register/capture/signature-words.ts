const companyForm =
  /(^|[\s,(])(Oy|Oyj|Ab|Abp|Ky|Ay|Tmi|T:mi|Osk|Ry|Rf|r\.?y\.?|r\.?f\.?|Ltd|Limited|Inc|LLC|Plc|GmbH|AG|AS|A\/S|ApS|HB|BV|SA|Oü)\.?($|[\s,)])/u
const companyWord =
  /(kaupunki|kunta|seurakunta|yhdistys|säätiö|yliopisto|ammattikorkeakoulu|osuuskunta|hyvinvointialue|virasto|keskus|konserni|stad|kommun|församling|förening|stiftelse|universitet|välfärdsområde|city of|university|foundation|association|group)$/iu
const role = new RegExp(
  `(johtaja|päällikkö|asiantuntija|insinööri|myyjä|edustaja|assistentti|sihteeri|koordinaattori|suunnittelija|konsultti|yrittäjä|isännöitsijä|ostaja|arkkitehti|vastaava|esimies|työnjohtaja|puheenjohtaja|neuvoja|kehittäjä|mestari|asentaja|kirjanpitäjä|hoitaja|rehtori|toimija|omistaja` +
    `|chef|direktör|säljare|ingenjör|företagare|disponent|ordförande|inköpare|ansvarig|rådgivare|konsult|assistent|sekreterare|koordinator|planerare|arkitekt|ekonom|ägare|montör|rektor` +
    `|manager|director|engineer|officer|specialist|consultant|executive|owner|founder|president|buyer|controller|architect|developer|coordinator|secretary|representative|lead|head of|sales|partner|advisor|planner|technician)(\\b|$)`,
  'iu',
)
const initials = /^(VD|TJ|CEO|CFO|COO|CTO|CIO|CMO|HR|DI|KAM)([\s,/&]|$)/u

/** Whether a line is the name of a company, by its form or by what it is. */
export function isCompany(line: string): boolean {
  return line.length <= 120 && (companyForm.test(line) || companyWord.test(line.replace(/[,.]$/u, '')))
}

/** Whether a line is what somebody does there. */
export function isJobRole(line: string): boolean {
  return line.length <= 100 && !companyForm.test(line) && (role.test(line) || initials.test(line))
}

export function isPostcode(typed: string): boolean {
  return /^\d{5}$/u.test(typed.trim())
}

/** A Finnish postal address on one line: street or box, postcode and city. */
export function placeIn(line: string): { street: string; postcode: string; city: string } | null {
  const found =
    /^(.*?)[,\s]*\b(?:FI|FIN|AX)?-?(\d{5})\s+(\p{Lu}[\p{L} -]*?)(?:,\s*(?:Finland|Suomi|Åland))?[,.]?$/u.exec(line)
  if (!found) return null
  const [, street = '', postcode = '', city = ''] = found
  if (/@/u.test(street)) return null
  const cased = /^\p{Lu}{2,}[\p{Lu} -]*$/u.test(city) ? city[0] + city.slice(1).toLocaleLowerCase('fi') : city
  return { street: street.replace(/[,\s]+$/u, ''), postcode, city: cased.trim() }
}

const everybodys =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|proton|protonmail|luukku|suomi24|kolumbus|welho|elisanet|saunalahti|netti|inet|surffi|dnainternet|jippii|gmx|aol|tutanota|pp)$/u

/** What a mail address says of the company: the name of its domain, unless it is everybody's. */
export function companyOfDomain(email: string): string | null {
  const parts = (email.split('@')[1] ?? '').split('.')
  const name = parts.at(-2) ?? ''
  if (name.length < 2 || everybodys.test(name)) return null
  return name
    .split('-')
    .map((word) => word.charAt(0).toLocaleUpperCase('fi') + word.slice(1))
    .join(' ')
}
