export type EmailKind = 'personal-work' | 'role' | 'private' | 'unknown'

export const emailKinds = ['personal-work', 'role', 'private', 'unknown'] as const

const address = /^[^\s@<>"(),:;\\[\]]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+[\p{L}][\p{L}\d-]{1,62}$/u

/** The address in the one form it is kept in, or null when it is none. */
export function normaliseEmail(typed: string): string | null {
  const plain = typed
    .trim()
    .normalize('NFC')
    .replace(/\(at\)|\[at\]/i, '@')
    .toLowerCase()
  return address.test(plain) && plain.length <= 254 && !/\.\.|^\.|\.@/.test(plain) ? plain : null
}

/** § 200 or § 202 of laki 917/2014 follows from the kind; staff confirm it where it is unknown. */
export function kindOfEmail(email: string): EmailKind {
  const [local = '', domain = ''] = email.split('@')
  if (roles.has(local.replace(/[\d._-]+$/, ''))) return 'role'
  if (privateDomains.has(domain)) return 'private'
  // etunimi.sukunimi@ and e.sukunimi@ name a person.
  return /^\p{L}[\p{L}-]*(\.\p{L}+)*[._]\p{L}[\p{L}'-]+\d{0,2}$/u.test(local) ? 'personal-work' : 'unknown'
}

const roles = new Set(
  `info asiakaspalvelu myynti sales laskutus laskut billing invoice invoices ostolaskut ostoreskontra reskontra talous
   toimisto office kirjaamo posti mail yhteys contact kontakt hallinto admin administration support tuki helpdesk huolto
   service service-desk markkinointi marketing tilaukset order orders tilaus hr rekry rekrytointi jobs palaute feedback
   tietosuoja privacy dpo postmaster webmaster noreply no-reply osto ostot purchasing varasto logistiikka vaihde
   kundtjanst kundservice kundtjänst ekonomi faktura reception vastaanotto aula viestinta viestintä press media it`.split(
    /\s+/,
  ),
)

const privateDomains = new Set(
  `gmail.com googlemail.com hotmail.com hotmail.fi outlook.com live.com live.fi msn.com yahoo.com icloud.com me.com mac.com
   proton.me protonmail.com luukku.com suomi24.fi kolumbus.fi welho.com elisanet.fi saunalahti.fi netti.fi pp.inet.fi
   inet.fi surffi.fi dnainternet.net jippii.fi gmx.com gmx.net aol.com tutanota.com`.split(/\s+/),
)
