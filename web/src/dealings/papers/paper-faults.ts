/** Why a paper did not leave, by the code of its fault. */
export const paperFaults: Record<'fi' | 'sv' | 'en', Record<string, string>> = {
  fi: {
    MAIL_REFUSED: 'Vastaanottajan palvelin ei ota viestiä vastaan. Tarkista osoite.',
    MAIL_LATER: 'Sähköpostipalvelin ei juuri nyt ota viestejä vastaan.',
    MAIL_NOT_SENT: 'Sähköpostipalvelin ei ottanut viestiä vastaan monesta yrityksestä huolimatta.',
    PAPER_NOT_MADE:
      'Asiakirjan muodostamisessa tapahtui virhe meidän puolellamme. Yritämme automaattisesti uudelleen; jos vika jää, kerro ylläpitäjälle.',
    MAIL_NOT_SET_UP: 'Sähköpostin lähetystä ei ole otettu käyttöön.',
    REMINDER_SETTLED: 'Lasku on maksettu tai hyvitetty.',
    DUTY_ENDED: 'Lähettäjällä ei enää ole tähän oikeuttavaa roolia.',
    NO_EMAIL_ADDRESS: 'Vastaanottajalla ei enää ole sähköpostiosoitetta.',
    NOT_FOUND: 'Asiakirjaa tai asiakasta ei enää ole.',
    SENT_AS_LETTER: 'Lähetetään kirjeenä.',
    otherwise: 'Sähköpostin lähetys on keskeytetty selosteen perusteella.',
  },
  sv: {
    MAIL_REFUSED: 'Mottagarens server tar inte emot meddelandet. Kontrollera adressen.',
    MAIL_LATER: 'E-postservern tar inte emot meddelanden just nu.',
    MAIL_NOT_SENT: 'E-postservern tog inte emot meddelandet trots flera försök.',
    PAPER_NOT_MADE:
      'Ett fel hos oss hindrade att dokumentet skapades. Vi försöker igen automatiskt; kvarstår felet, kontakta administratören.',
    MAIL_NOT_SET_UP: 'E-postutskick har inte tagits i bruk.',
    REMINDER_SETTLED: 'Fakturan har betalats eller krediterats.',
    DUTY_ENDED: 'Avsändaren har inte längre någon roll som ger rätt till detta.',
    NO_EMAIL_ADDRESS: 'Mottagaren har inte längre någon e-postadress.',
    NOT_FOUND: 'Dokumentet eller kunden finns inte längre.',
    SENT_AS_LETTER: 'Skickas som brev.',
    otherwise: 'Utgående e-post har stoppats enligt beskrivningen.',
  },
  en: {
    MAIL_REFUSED: 'The recipient’s server does not take the message. Check the address.',
    MAIL_LATER: 'The mail server takes no messages just now.',
    MAIL_NOT_SENT: 'The mail server did not take the message after several attempts.',
    PAPER_NOT_MADE:
      'A fault on our side kept the document from being made. We try again by ourselves; if it stays, tell the administrator.',
    MAIL_NOT_SET_UP: 'Sending of e-mail is not set up.',
    REMINDER_SETTLED: 'The invoice was paid or credited.',
    DUTY_ENDED: 'Whoever sent it no longer has a duty that allows it.',
    NO_EMAIL_ADDRESS: 'The recipient no longer has an e-mail address.',
    NOT_FOUND: 'The document or the customer is no longer there.',
    SENT_AS_LETTER: 'It goes as a letter.',
    otherwise: 'Outgoing mail is stopped under the statement.',
  },
}
