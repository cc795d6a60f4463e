import type { RefusalCatalogue } from '#platform/problem'
import { letterRefusals } from './letters/refusals.ts'

export const marketingRefusals: RefusalCatalogue = {
  ...letterRefusals,
  CAMPAIGN_STATE: {
    fi: 'Kampanja on tilassa, jossa tätä ei voi tehdä.',
    sv: 'Kampanjen är i ett läge där detta inte kan göras.',
    en: 'The campaign is in a state where this cannot be done.',
  },
  CAMPAIGN_NOT_TESTED: {
    fi: 'Lähetä ensin testiviesti itsellesi. Muutosten jälkeen viesti testataan uudelleen.',
    sv: 'Skicka först ett testmeddelande till dig själv. Efter ändringar testas meddelandet på nytt.',
    en: 'Send a test to yourself first. After changes the message is tested again.',
  },
  AUDIENCE_EMPTY: {
    fi: 'Viestiä ei saa lähettää kenellekään tästä kohderyhmästä. Katso kohderyhmästä, miksi.',
    sv: 'Ingen i målgruppen får ta emot meddelandet. Se i målgruppen varför.',
    en: 'Nobody in this audience may be sent the message. The audience shows why.',
  },
  NOTHING_TO_SAY: {
    fi: 'Kampanjassa ei ole vielä sisältöä.',
    sv: 'Kampanjen har ännu inget innehåll.',
    en: 'The campaign has no content yet.',
  },
  NOTHING_UNSURE: {
    fi: 'Yksikään viesti ei ole enää epävarma.',
    sv: 'Inget meddelande är längre osäkert.',
    en: 'No message is unsure any more.',
  },
  SEGMENT_NAME_TAKEN: {
    fi: 'Tämänniminen kohderyhmä on jo tallennettu.',
    sv: 'En målgrupp med det här namnet har redan sparats.',
    en: 'An audience with this name has already been saved.',
  },
  SENDER_NOT_SHOWN: {
    fi: 'Viestistä puuttuu lähettäjän nimi, Y-tunnus, osoite tai sähköposti.',
    sv: 'Meddelandet saknar avsändarens namn, FO-nummer, adress eller e-post.',
    en: 'The message lacks the sender’s name, business ID, address or e-mail.',
  },
  NOT_RECOGNISABLE_AS_MARKETING: {
    fi: 'Viestiä ei tunnista mainokseksi (laki 917/2014, 203 §).',
    sv: 'Meddelandet kan inte kännas igen som reklam (lag 917/2014, 203 §).',
    en: 'The message cannot be recognised as marketing (Act 917/2014, section 203).',
  },
  ADDRESS_SOURCE_NOT_SHOWN: {
    fi: 'Viestistä ei näe, mistä osoite on saatu.',
    sv: 'Meddelandet visar inte varifrån adressen kommer.',
    en: 'The message does not show where the address came from.',
  },
  UNSUBSCRIBE_LINK_MISSING: {
    fi: 'Viestistä puuttuu peruutuslinkki.',
    sv: 'Meddelandet saknar avregistreringslänk.',
    en: 'The message has no unsubscribe link.',
  },
  UNSUBSCRIBE_HEADERS_MISSING: {
    fi: 'Viestistä puuttuvat peruutuksen otsakkeet (RFC 8058).',
    sv: 'Meddelandet saknar rubrikerna för avregistrering (RFC 8058).',
    en: 'The message lacks the unsubscribe headers (RFC 8058).',
  },
  REMOTE_RESOURCE: {
    fi: 'Viesti hakisi jotain verkosta, kun se avataan. Avaamista ei seurata: poista kuvat ja muut haettavat osat.',
    sv: 'Meddelandet skulle hämta något från nätet när det öppnas. Öppningar följs inte: ta bort bilder och annat som hämtas.',
    en: 'The message would fetch something from the network when opened. Opening is not tracked: remove pictures and the like.',
  },
  TRACKED_LINK: {
    fi: 'Viestissä on linkki, joka kertoisi, kuka sitä seurasi.',
    sv: 'Meddelandet har en länk som skulle avslöja vem som följde den.',
    en: 'The message holds a link that would tell who followed it.',
  },
  ADDRESS_NEEDS_SMTPUTF8: {
    fi: 'Osoitteessa on merkkejä, joita kaikki sähköpostipalvelimet eivät ota vastaan.',
    sv: 'Adressen har tecken som inte alla e-postservrar tar emot.',
    en: 'The address has letters that not every mail server takes.',
  },
}
