import type { Language, Said } from '#platform/language'

/** Something in a ledger that is not as it was sealed. */
export interface LedgerFault {
  code: FaultCode
  /** Where: `leaf/12`, `checkpoint/40`, `day/2026-03-01`, `line/7`. */
  at: string
  said: Said
}

export type FaultCode = keyof typeof meanings

/** The checkpoint, leaf or line of a fault, with what it means. */
export function faultAt(code: FaultCode, at: string): LedgerFault {
  const inWords = (language: Language) => meanings[code][language].replace('{at}', at.slice(at.indexOf('/') + 1))
  return { code, at, said: { fi: inWords('fi'), sv: inWords('sv'), en: inWords('en') } }
}

const meanings = {
  OPENING_ALTERED: {
    fi: 'Merkinnän {at} sisältöä on muutettu jälkikäteen.',
    sv: 'Innehållet i post {at} har ändrats i efterhand.',
    en: 'The content of entry {at} was changed afterwards.',
  },
  LEAF_ALTERED: {
    fi: 'Merkinnän {at} tiivistettä tai aikaa on muutettu jälkikäteen.',
    sv: 'Kontrollsumman eller tiden för post {at} har ändrats i efterhand.',
    en: 'The hash or the time of entry {at} was changed afterwards.',
  },
  LEAF_REMOVED: {
    fi: 'Merkintä {at} on poistettu tapahtumakirjasta.',
    sv: 'Post {at} har tagits bort ur liggaren.',
    en: 'Entry {at} was removed from the ledger.',
  },
  LEAF_REORDERED: {
    fi: 'Merkintä {at} ei ole enää alkuperäisellä paikallaan.',
    sv: 'Post {at} står inte längre på sin ursprungliga plats.',
    en: 'Entry {at} no longer stands in its original place.',
  },
  ROOT_DIFFERS: {
    fi: 'Tapahtumakirjan {at} ensimmäistä merkintää eivät vastaa niistä allekirjoitettua sinettiä.',
    sv: 'Liggarens {at} första poster stämmer inte överens med det sigill som undertecknats över dem.',
    en: 'The first {at} entries of the ledger do not agree with the seal that was signed over them.',
  },
  CHECKPOINT_FORGED: {
    fi: 'Sinettiä {at} ei ole allekirjoitettu tapahtumakirjan avaimella, tai se ei kuulu tähän kirjaan.',
    sv: 'Sigill {at} är inte undertecknat med liggarens nyckel, eller hör inte till denna liggare.',
    en: 'Seal {at} is not signed with the key of the ledger, or does not belong to this ledger.',
  },
  CHECKPOINT_REMOVED: {
    fi: 'Sinetti {at} on poistettu, tai merkinnöiltä sen jälkeen puuttuu sinetti.',
    sv: 'Sigill {at} har tagits bort, eller så saknar posterna efter det sitt sigill.',
    en: 'Seal {at} was removed, or the entries after it lack theirs.',
  },
  TAIL_TRUNCATED: {
    fi: 'Tapahtumakirja päättyy ennen sinettiä {at}: loppu on katkaistu.',
    sv: 'Liggaren slutar före sigill {at}: slutet är avklippt.',
    en: 'The ledger ends before seal {at}: its tail was cut off.',
  },
  CHECKPOINT_FILE_DIFFERS: {
    fi: 'Tietokannan ulkopuolinen sinettitiedosto ei vastaa tietokantaa sinetin {at} kohdalla.',
    sv: 'Sigillfilen utanför databasen stämmer inte överens med databasen vid sigill {at}.',
    en: 'The file of seals outside the database does not agree with the database at seal {at}.',
  },
  RESTORING_UNEXPLAINED: {
    fi: 'Sinettitiedoston mukaan kirjaa on palautettu varmuuskopiosta sinetin {at} jälkeen, mutta kirja ei kerro siitä.',
    sv: 'Enligt sigillfilen har liggaren återställts från en säkerhetskopia efter sigill {at}, men liggaren säger inget om det.',
    en: 'The file of seals says that the ledger was restored from a backup after seal {at}, but the ledger tells nothing of it.',
  },
  ACCESS_LOG_ALTERED: {
    fi: 'Katselulokin päivää {at} on muutettu sinetöinnin jälkeen.',
    sv: 'Åtkomstloggens dag {at} har ändrats efter förseglingen.',
    en: 'The access log of {at} was changed after it was sealed.',
  },
  EXPORT_ALTERED: {
    fi: 'Vientitiedostoa on muutettu tai se on katkennut rivillä {at}.',
    sv: 'Exportfilen har ändrats eller är avbruten på rad {at}.',
    en: 'The export was changed, or breaks off, at line {at}.',
  },
} satisfies Record<string, Said>
