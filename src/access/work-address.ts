import { Refusal } from '#platform/refusal'

/** An address as an account is known by it. S10.2: one person's own, never a mailbox that several read. */
export function accountAddress(typed: string): string {
  const address = typed.trim().toLowerCase().normalize('NFC')
  if (!/^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]{2,}$/.test(address) || address.length > 254) {
    throw new Refusal('EMAIL_NOT_VALID', 422, { field: 'email' })
  }
  if (isShared(address)) throw new Refusal('SHARED_MAILBOX', 422, { clause: 'S10.2', field: 'email' })
  return address
}

/** Whether an address names a desk instead of a person: info@, myynti.turku@, kundtjanst2@. */
export function isShared(address: string): boolean {
  const [local = ''] = address.split('@')
  const plain = local.normalize('NFD').replace(/\p{M}/gu, '')
  const [first = ''] = plain.split(/[._+\d-]+/)
  return desks.has(first) || desks.has(plain.replace(/[._+\d-]+/g, '')) || short.has(plain)
}

const desks = new Set(
  `info infot inbox posti mail email sahkoposti post toimisto office kontor kontoret myynti sales forsaljning tilaukset
   tilaus orders order bestallning asiakaspalvelu asiakaspalaute customerservice customercare service palvelu kundtjanst
   kundservice support tuki helpdesk help huolto lasku laskut laskutus invoice invoices billing faktura fakturor
   fakturering talous taloushallinto reskontra ekonomi finance accounting kirjanpito markkinointi marketing
   marknadsforing viestinta kommunikation press media rekry rekrytointi recruitment jobs careers tyopaikat
   hallinto admin administrator administration yllapito webmaster postmaster hostmaster root abuse security
   noreply donotreply contact yhteys yhteydenotto kontakt hello hei moi palaute feedback vaihde reception
   vastaanotto tietosuoja dataskydd privacy gdpr dpo kirjaamo registry varasto warehouse logistics logistiikka
   osto ostot purchasing inkop team tiimi everyone kaikki henkilosto staff personal shop kauppa verkkokauppa`.split(
    /\s+/,
  ),
)
const short = new Set(['it', 'hr', 'pr', 'all', 'crm', 'web', 'www', 'ict', 'dev', 'ops', 'cs'])
