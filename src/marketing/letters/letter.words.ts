import type { Language } from '#platform/language'

interface LetterWords {
  title: string
  sender: string
  source: string
  stop: string
  byQr: string
  byPhone: string
  byMail: string
  free: string
  statement: string
  code: string
}

/** What the law wants said in each letter, in its own language. */
export const letterWords: Record<Language, LetterWords> = {
  fi: {
    title: 'Tämä kirje on suoramarkkinointia',
    sender: 'Lähettäjä',
    source: 'Mistä osoite on saatu',
    stop: 'Jos et halua näitä kirjeitä',
    byQr: 'lue ruutukoodi puhelimella',
    byPhone: 'soita {phone}',
    byMail: 'kirjoita {email}',
    free: 'Mainitse soittaessasi tai kirjoittaessasi kirjeen tunnus {code}. Syytä ei tarvitse kertoa, ja kielto on voimassa heti.',
    statement: 'Näin käsittelemme henkilötietoja',
    code: 'Kirjeen tunnus',
  },
  sv: {
    title: 'Det här brevet är direktmarknadsföring',
    sender: 'Avsändare',
    source: 'Varifrån adressen har fåtts',
    stop: 'Om du inte vill ha de här breven',
    byQr: 'läs rutkoden med telefonen',
    byPhone: 'ring {phone}',
    byMail: 'skriv till {email}',
    free: 'Nämn brevets kod {code} när du ringer eller skriver. Du behöver inte ange någon orsak, och förbudet gäller genast.',
    statement: 'Så behandlar vi personuppgifter',
    code: 'Brevets kod',
  },
  en: {
    title: 'This letter is direct marketing',
    sender: 'Sender',
    source: 'Where your address came from',
    stop: 'If you do not want these letters',
    byQr: 'scan the code with your phone',
    byPhone: 'call {phone}',
    byMail: 'write to {email}',
    free: 'Give the letter’s code {code} when you call or write. No reason is needed, and we stop at once.',
    statement: 'How we process personal data',
    code: 'Letter code',
  },
}
