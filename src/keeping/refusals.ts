import type { Said } from '#platform/language'

/** What backing up and restoring refuse, and why. */
export const keepingRefusals: Record<string, Said> = {
  NOT_A_BACKUP: {
    fi: 'Tiedosto ei ole Selosteen varmuuskopio.',
    sv: 'Filen är inte en säkerhetskopia från Seloste.',
    en: 'The file is not a backup made by Seloste.',
  },
  BACKUP_TORN: {
    fi: 'Varmuuskopio on katkennut kesken. Mitään ei palautettu.',
    sv: 'Säkerhetskopian är avbruten. Ingenting återställdes.',
    en: 'The backup breaks off before its end. Nothing was restored.',
  },
  BACKUP_ALTERED: {
    fi: 'Varmuuskopiota on muutettu sen ottamisen jälkeen. Mitään ei palautettu.',
    sv: 'Säkerhetskopian har ändrats efter att den togs. Ingenting återställdes.',
    en: 'The backup was changed after it was taken. Nothing was restored.',
  },
  BACKUP_KEY_WRONG: {
    fi: 'Varmuuskopio on salattu toisella avaimella. Kopioi sen avain (backup.key) rekisterin kansioon.',
    sv: 'Säkerhetskopian är krypterad med en annan nyckel. Kopiera dess nyckel (backup.key) till registrets katalog.',
    en: 'The backup was sealed with another key. Copy its key (backup.key) into the directory of the register.',
  },
  BACKUP_KEY_EXPOSED: {
    fi: 'Varmuuskopioiden avaintiedosto on muidenkin käyttäjien luettavissa. Rajaa sen oikeudet omistajalle (0600) ja harkitse avaimen vaihtamista.',
    sv: 'Säkerhetskopiornas nyckelfil kan läsas av andra användare. Begränsa rättigheterna till ägaren (0600) och överväg att byta nyckel.',
    en: 'The key file of the backups can be read by other users. Restrict it to its owner (0600), and consider a new key.',
  },
  BACKUP_KEY_NOT_READ: {
    fi: 'Varmuuskopioiden avaintiedosto on viallinen.',
    sv: 'Säkerhetskopiornas nyckelfil är skadad.',
    en: 'The key file of the backups is damaged.',
  },
  BACKUP_NEWER: {
    fi: 'Varmuuskopio on uudemmasta ohjelmaversiosta. Asenna se ensin. Tuntematta jäi: {migrations}.',
    sv: 'Säkerhetskopian kommer från en nyare programversion. Installera den först. Okänt: {migrations}.',
    en: 'The backup comes from a newer version of the program. Install that first. Unknown: {migrations}.',
  },
  KEYS_DIFFER: {
    fi: 'Rekisterin kansiossa ei ole varmuuskopion aikaista avainta: {files}. Kopioi avaimet ensin talteen panemastasi paikasta.',
    sv: 'Registrets katalog saknar nyckeln från säkerhetskopians tid: {files}. Kopiera först nycklarna från där du förvarar dem.',
    en: 'The directory of the register does not have the key of the time of the backup: {files}. Copy the keys back first from where you keep them.',
  },
  REGISTER_IN_USE: {
    fi: 'Rekisteri on käytössä. Pysäytä palvelin ennen palauttamista.',
    sv: 'Registret används. Stoppa servern före återställningen.',
    en: 'The register is in use. Stop its server before restoring.',
  },
  REPLAY_LOG_MISSING: {
    fi: 'Poistojen ja kieltojen lokia (replay.log) ei ole. Ilman sitä palautus toisi takaisin poistettuja ihmisiä. Anna se valinnalla --replay-log, tai vahvista valinnalla --without-replay-log, ettei sellaista ole.',
    sv: 'Loggen över raderingar och förbud (replay.log) saknas. Utan den skulle raderade personer komma tillbaka. Ange den med --replay-log, eller bekräfta med --without-replay-log att det inte finns någon.',
    en: 'The log of erasures and objections (replay.log) is missing. Without it, people who were erased would come back. Name it with --replay-log, or confirm with --without-replay-log that there is none.',
  },
  REPLAY_PENDING: {
    fi: 'Varmuuskopio on palautettu, mutta sen jälkeisiä poistoja ja kieltoja ei ole tehty uudelleen. Rekisteri ei avaudu ennen sitä.',
    sv: 'En säkerhetskopia har återställts, men senare raderingar och förbud har inte gjorts om. Registret öppnas inte innan det är gjort.',
    en: 'A backup was restored, but later erasures and objections were not done again. The register does not open before that.',
  },
  RESTORED_LEDGER_BROKEN: {
    fi: 'Varmuuskopion tapahtumakirja ei ole eheä: {faults}. Mitään ei palautettu.',
    sv: 'Säkerhetskopians liggare är inte oförvanskad: {faults}. Ingenting återställdes.',
    en: 'The ledger in the backup is not whole: {faults}. Nothing was restored.',
  },
}
