import type { Language, Said } from '#platform/language'
import type { FormFault } from './contact-form.ts'

export const contactTexts = {
  title: { fi: 'Ota yhteyttä', sv: 'Kontakta oss', en: 'Contact us' },
  lead: {
    fi: 'Kerro asiasi, niin vastaamme sinulle. Tietoja käytetään vain yhteydenottosi hoitamiseen.',
    sv: 'Berätta ditt ärende så svarar vi dig. Uppgifterna används bara för att sköta ditt ärende.',
    en: 'Tell us what it is about and we will answer you. Your details are used only to deal with your enquiry.',
  },
  // What the statement calls "name of the contact person" is to a visitor just a name.
  fields: {
    'person.name': { fi: 'Nimi', sv: 'Namn', en: 'Name' },
    'person.email': { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
    'person.phone': { fi: 'Puhelinnumero', sv: 'Telefonnummer', en: 'Phone number' },
    'org.name': { fi: 'Yritys', sv: 'Företag', en: 'Company' },
  },
  message: { fi: 'Viesti', sv: 'Meddelande', en: 'Message' },
  optional: { fi: 'ei pakollinen', sv: 'frivillig', en: 'optional' },
  send: { fi: 'Lähetä', sv: 'Skicka', en: 'Send' },
  trap: { fi: 'Jätä tämä tyhjäksi', sv: 'Lämna detta tomt', en: 'Leave this empty' },
  noticeTitle: {
    fi: 'Näin käsittelemme tietojasi',
    sv: 'Så behandlar vi dina uppgifter',
    en: 'How we handle your data',
  },
  notice: {
    fi: 'Rekisterinpitäjä on {controller}. Käytämme antamiasi tietoja yhteydenottosi hoitamiseen ja asiakassuhteen hoitoon. Lomakkeen lähettäminen ei ole suostumus markkinointiin. Voit milloin tahansa pyytää nähdä, korjata tai poistaa tietosi.',
    sv: 'Personuppgiftsansvarig är {controller}. Vi använder uppgifterna för att sköta ditt ärende och kundrelationen. Att skicka formuläret är inget samtycke till marknadsföring. Du kan när som helst be att få se, rätta eller radera dina uppgifter.',
    en: 'The controller is {controller}. We use what you give us to deal with your enquiry and to look after the customer relationship. Sending this form is not consent to marketing. You may ask to see, correct or erase your data at any time.',
  },
  noticeMore: {
    fi: 'Lue koko tietosuoja- ja rekisteriseloste (versio {version})',
    sv: 'Läs hela dataskydds- och registerbeskrivningen (version {version})',
    en: 'Read the whole privacy and register statement (version {version})',
  },
  notYet: {
    fi: 'Viestiä ei vielä lähetetty.',
    sv: 'Meddelandet skickades inte ännu.',
    en: 'The message was not sent yet.',
  },
  mend: { fi: 'Korjaa merkityt kohdat.', sv: 'Rätta de markerade fälten.', en: 'Mend the marked fields.' },
  kept: {
    fi: 'Kirjoittamasi on tallessa lomakkeella.',
    sv: 'Det du skrev finns kvar i formuläret.',
    en: 'What you wrote is kept in the form.',
  },
  notSent: {
    fi: 'Viesti ei lähtenyt. Tarkista verkkoyhteys ja yritä uudelleen; kirjoittamasi on tallessa.',
    sv: 'Meddelandet skickades inte. Kontrollera nätverket och försök igen; det du skrev finns kvar.',
    en: 'The message was not sent. Check your connection and try again; what you wrote is kept.',
  },
  sentTitle: {
    fi: 'Kiitos, viestisi on perillä',
    sv: 'Tack, ditt meddelande har kommit fram',
    en: 'Thank you, your message has arrived',
  },
  sent: {
    fi: 'Vastaamme niin pian kuin voimme. Lähetimme sinulle kuittauksen sähköpostiin. Kuittauksessa on myös linkki selosteeseen.',
    sv: 'Vi svarar så snart vi kan. Vi skickade en bekräftelse till din e-post. Där finns också en länk till beskrivningen.',
    en: 'We will answer as soon as we can. We sent you a receipt by e-mail, with a link to the statement.',
  },
  reference: { fi: 'Tunnus', sv: 'Referens', en: 'Reference' },
  closed: {
    fi: 'Yhteydenottolomake ei ole käytössä. Katso yhteystiedot selosteesta.',
    sv: 'Kontaktformuläret är inte i bruk. Se kontaktuppgifterna i beskrivningen.',
    en: 'The contact form is not in use. See the statement for how to reach us.',
  },
  faultOf: {
    MISSING: { fi: 'Täytä tämä kohta.', sv: 'Fyll i det här fältet.', en: 'Fill this in.' },
    TOO_LONG: { fi: 'Teksti on liian pitkä.', sv: 'Texten är för lång.', en: 'The text is too long.' },
    NOT_AN_ADDRESS: {
      fi: 'Kirjoita sähköpostiosoite muodossa nimi@yritys.fi.',
      sv: 'Skriv e-postadressen i formen namn@foretag.fi.',
      en: 'Write the e-mail address like name@company.fi.',
    },
    NOT_A_NUMBER: {
      fi: 'Kirjoita puhelinnumero numeroina.',
      sv: 'Skriv telefonnumret med siffror.',
      en: 'Write the phone number in digits.',
    },
    FIELD_NOT_DECLARED: {
      fi: 'Lomakkeella oli tieto, jota seloste ei mainitse. Sitä ei tallennettu.',
      sv: 'Formuläret innehöll en uppgift som beskrivningen inte nämner. Den sparades inte.',
      en: 'The form carried something the statement does not mention. It was not stored.',
    },
    PERSONAL_IDENTITY_CODE: {
      fi: 'Viestissä on henkilötunnukselta näyttävä merkkijono. Poista se: emme tarvitse emmekä tallenna henkilötunnuksia.',
      sv: 'Meddelandet innehåller något som liknar en personbeteckning. Ta bort den: vi behöver den inte och sparar den inte.',
      en: 'The message contains what looks like a personal identity code. Remove it: we neither need nor store those.',
    },
    LOOKS_AUTOMATIC: {
      fi: 'Lähetys näytti automaattiselta. Odota hetki ja paina Lähetä uudelleen.',
      sv: 'Försändelsen verkade automatisk. Vänta en stund och tryck på Skicka igen.',
      en: 'This looked like a robot. Wait a moment and press Send again.',
    },
    TOO_QUICK: {
      fi: 'Painoit Lähetä heti, kun lomake avautui. Odota pari sekuntia ja paina uudelleen.',
      sv: 'Du tryckte på Skicka genast när formuläret öppnades. Vänta ett par sekunder och tryck igen.',
      en: 'You pressed Send as soon as the form opened. Wait a couple of seconds and press again.',
    },
    EXPIRED: {
      fi: 'Lomake oli auki pitkään. Tarkista viestisi ja lähetä uudelleen.',
      sv: 'Formuläret var öppet länge. Kontrollera meddelandet och skicka igen.',
      en: 'The form was open for a long time. Check your message and send it again.',
    },
  },
  receiptSubject: { fi: 'Saimme viestisi', sv: 'Vi har fått ditt meddelande', en: 'We have your message' },
  receipt: {
    fi: 'Hei!\n\nKiitos yhteydenotostasi. Viestisi on perillä ja siihen vastataan.\n\nAntamiasi tietoja käsittelee {controller} rekisterissä "{register}". Voit lukea tietosuoja- ja rekisteriselosteen (versio {version}) osoitteessa\n{link}\n\nVoit milloin tahansa pyytää nähdä, korjata tai poistaa tietosi ja vastustaa niiden käyttöä: vastaa tähän viestiin tai kirjoita osoitteeseen {contact}.\n\nTunnus: {reference}\n',
    sv: 'Hej!\n\nTack för att du kontaktade oss. Ditt meddelande har kommit fram och kommer att besvaras.\n\nUppgifterna behandlas av {controller} i registret "{register}". Dataskydds- och registerbeskrivningen (version {version}) finns på adressen\n{link}\n\nDu kan när som helst be att få se, rätta eller radera dina uppgifter och motsätta dig användningen: svara på detta meddelande eller skriv till {contact}.\n\nReferens: {reference}\n',
    en: 'Hello!\n\nThank you for contacting us. Your message has arrived and will be answered.\n\nYour details are handled by {controller} in the register "{register}". The privacy and register statement (version {version}) is at\n{link}\n\nYou may at any time ask to see, correct or erase your data and object to its use: reply to this message or write to {contact}.\n\nReference: {reference}\n',
  },
} satisfies Record<string, Said | Record<string, Said>>

/** Why a message was not taken: only what is marked on the form is to be mended, and nothing that was written is lost. */
export function refusedSaid(faults: readonly FormFault[], language: Language): string {
  const ofForm = faults.filter(({ field, code }) => field === '' || code === 'FIELD_NOT_DECLARED')
  const { notYet, mend, kept, faultOf } = contactTexts
  const said = [
    notYet,
    ...(ofForm.length < faults.length ? [mend] : []),
    ...ofForm.map(({ code }) => faultOf[code]),
    kept,
  ]
  return [...new Set(said)].map((one) => one[language]).join(' ')
}

export function filled(text: string, values: Record<string, string | number>) {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))
}
