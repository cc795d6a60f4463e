import type { Said } from '#platform/language'

/** What the sealer and the verifier of the ledger refuse, and why. */
export const ledgerRefusals: Record<string, Said> = {
  LEDGER_KEY_EXPOSED: {
    fi: 'Tapahtumakirjan avaintiedosto on muidenkin käyttäjien luettavissa. Rajaa sen oikeudet omistajalle (0600) ja harkitse avaimen vaihtamista.',
    sv: 'Liggarens nyckelfil kan läsas av andra användare. Begränsa rättigheterna till ägaren (0600) och överväg att byta nyckel.',
    en: 'The key file of the ledger can be read by other users. Restrict it to its owner (0600), and consider a new key.',
  },
  LEDGER_DIVERGED: {
    fi: 'Tapahtumakirja ei vastaa aiemmin allekirjoitettuja sinettejään, joten uutta sinettiä ei tehdä. Tarkista kirja komennolla seloste verify.',
    sv: 'Liggaren stämmer inte överens med sina tidigare undertecknade sigill, så inget nytt sigill görs. Kontrollera liggaren med seloste verify.',
    en: 'The ledger does not agree with the seals signed earlier, so no new seal is made. Check it with seloste verify.',
  },
  REPLAY_LOG_ALTERED: {
    fi: 'Poistojen ja kieltojen lokia on muutettu rivillä {line}. Palautusta ei tehdä, ennen kuin eheä loki on löytynyt.',
    sv: 'Loggen över raderingar och förbud har ändrats på rad {line}. Ingen återställning görs förrän den hela loggen har hittats.',
    en: 'The log of erasures and objections was altered at line {line}. Nothing is restored until the whole log is found.',
  },
  EXPORT_NOT_READ: {
    fi: 'Tiedosto ei ole tapahtumakirjan vienti, tai se on katkennut kesken.',
    sv: 'Filen är inte en export av liggaren, eller så är den avbruten.',
    en: 'The file is not an export of the ledger, or it breaks off.',
  },
}
