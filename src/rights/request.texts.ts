import type { Said } from '#platform/language'
import type { RequestKind } from './request.ts'

/** What the public pages of requests say. */
export const requestTexts = {
  title: { fi: 'Tietosuojapyyntö', sv: 'Begäran om dina uppgifter', en: 'Request about your data' },
  lead: {
    fi: 'Voit pyytää nähdä, korjata tai poistaa tietosi, kieltää markkinoinnin tai esittää muun pyynnön. Kirjoita vapaasti omin sanoin. Voit yhtä hyvin soittaa, kirjoittaa tai tulla käymään.',
    sv: 'Du kan be att få se, rätta eller radera dina uppgifter, förbjuda marknadsföring eller be om något annat. Skriv fritt med egna ord. Du kan lika gärna ringa, skriva eller besöka oss.',
    en: 'You may ask to see, correct or erase your data, say no to marketing, or ask something else. Write in your own words. You may just as well call, write or come by.',
  },
  kind: { fi: 'Mitä pyydät?', sv: 'Vad ber du om?', en: 'What do you ask for?' },
  text: { fi: 'Pyyntösi', sv: 'Din begäran', en: 'Your request' },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  reach: { fi: 'Mihin vastaamme?', sv: 'Vart ska vi svara?', en: 'Where shall we answer?' },
  reachHint: {
    fi: 'Sähköposti- tai postiosoite. Henkilötunnusta tai kopiota henkilötodistuksesta ei tarvita.',
    sv: 'E-post- eller postadress. Personbeteckning eller kopia av identitetshandling behövs inte.',
    en: 'An e-mail or postal address. No personal identity code and no copy of an identity document is needed.',
  },
  stop: {
    fi: 'En halua suoramarkkinointia. Kielto tulee voimaan heti.',
    sv: 'Jag vill inte ha direktmarknadsföring. Förbudet gäller genast.',
    en: 'I want no direct marketing. This takes effect at once.',
  },
  optional: { fi: 'ei pakollinen', sv: 'frivillig', en: 'optional' },
  send: { fi: 'Lähetä pyyntö', sv: 'Skicka begäran', en: 'Send the request' },
  trap: { fi: 'Jätä tämä tyhjäksi', sv: 'Lämna detta tomt', en: 'Leave this empty' },
  faults: {
    fi: 'Pyyntöä ei vielä lähetetty. Kirjoittamasi on tallessa alla.',
    sv: 'Begäran skickades inte ännu. Det du skrev finns kvar nedan.',
    en: 'The request was not sent yet. What you wrote is kept below.',
  },
  missing: {
    fi: 'Täytä tämä kohta, jotta voimme vastata.',
    sv: 'Fyll i det här så att vi kan svara.',
    en: 'Fill this in so that we can answer.',
  },
  tooLong: { fi: 'Teksti on liian pitkä.', sv: 'Texten är för lång.', en: 'The text is too long.' },
  automatic: {
    fi: 'Lomake lähetettiin niin nopeasti, että se näytti automaattiselta. Odota hetki ja lähetä uudelleen.',
    sv: 'Formuläret skickades så snabbt att det verkade automatiskt. Vänta en stund och skicka igen.',
    en: 'The form was sent so quickly that it looked automatic. Wait a moment and send it again.',
  },
  expired: {
    fi: 'Lomake oli auki liian kauan. Lähetä se nyt uudelleen.',
    sv: 'Formuläret var öppet för länge. Skicka det nu på nytt.',
    en: 'The form was open for too long. Send it now again.',
  },
  sentTitle: { fi: 'Pyyntösi on perillä', sv: 'Din begäran har kommit fram', en: 'Your request has arrived' },
  sent: {
    fi: 'Vastaamme viimeistään {due}. Jos annoit sähköpostiosoitteen, saat sinne viestin.',
    sv: 'Vi svarar senast den {due}. Om du gav en e-postadress får du ett meddelande dit.',
    en: 'We will answer by {due} at the latest. If you gave an e-mail address, you will get a message there.',
  },
  reference: { fi: 'Pyynnön tunnus', sv: 'Begärans nummer', en: 'Number of the request' },
  confirmTitle: { fi: 'Vahvista pyyntösi', sv: 'Bekräfta din begäran', en: 'Confirm your request' },
  confirmLead: {
    fi: 'Paina painiketta, niin tiedämme, että pyyntö on sinun. Muuta ei tarvita.',
    sv: 'Tryck på knappen så vet vi att begäran är din. Mer behövs inte.',
    en: 'Press the button, and we know that the request is yours. Nothing more is needed.',
  },
  confirm: { fi: 'Pyyntö on minun', sv: 'Begäran är min', en: 'The request is mine' },
  confirmed: {
    fi: 'Kiitos. Pyyntösi on vahvistettu, ja käsittelemme sen.',
    sv: 'Tack. Din begäran är bekräftad och vi behandlar den.',
    en: 'Thank you. Your request is confirmed, and we are working on it.',
  },
  mailboxOnly: {
    fi: 'Kiitos. Tiedämme nyt, että osoite on sinun. Otamme vielä yhteyttä, jotta tiedämme, kenen tietoja pyyntö koskee.',
    sv: 'Tack. Vi vet nu att adressen är din. Vi kontaktar dig ännu för att veta vems uppgifter begäran gäller.',
    en: 'Thank you. We know now that the address is yours. We will contact you once more to know whose data the request is about.',
  },
  answerTitle: { fi: 'Tietosi', sv: 'Dina uppgifter', en: 'Your data' },
  answerLead: {
    fi: 'Lähetämme avauskoodin siihen osoitteeseen, joka meillä on sinusta. Koodi on voimassa 30 minuuttia.',
    sv: 'Vi skickar en kod till den adress som vi har till dig. Koden gäller i 30 minuter.',
    en: 'We will send a code to the address we have for you. The code is valid for 30 minutes.',
  },
  sendCode: { fi: 'Lähetä avauskoodi', sv: 'Skicka koden', en: 'Send the code' },
  codeSent: {
    fi: 'Koodi on lähetetty. Kirjoita se tähän.',
    sv: 'Koden har skickats. Skriv den här.',
    en: 'The code has been sent. Type it here.',
  },
  code: { fi: 'Avauskoodi', sv: 'Kod', en: 'Code' },
  open: { fi: 'Avaa', sv: 'Öppna', en: 'Open' },
  files: {
    fi: 'Tiedot kootaan, kun lataat ne. Niitä ei säilytetä tällä sivulla.',
    sv: 'Uppgifterna sammanställs när du laddar ner dem. De sparas inte på den här sidan.',
    en: 'The data are compiled when you download them. They are not kept on this page.',
  },
  noMail: {
    fi: 'Koodia ei voitu lähettää. Soita meille, niin toimitamme tiedot muulla tavalla.',
    sv: 'Koden kunde inte skickas. Ring oss så levererar vi uppgifterna på annat sätt.',
    en: 'The code could not be sent. Call us, and we will deliver the data in another way.',
  },
  contact: { fi: 'Yhteys', sv: 'Kontakt', en: 'Contact' },
  html: { fi: 'Lataa luettavana sivuna', sv: 'Ladda ner som sida att läsa', en: 'Download as a page to read' },
  pdf: { fi: 'Lataa PDF', sv: 'Ladda ner PDF', en: 'Download PDF' },
  json: {
    fi: 'Lataa koneluettavana (JSON)',
    sv: 'Ladda ner maskinläsbart (JSON)',
    en: 'Download for a machine (JSON)',
  },
  csv: { fi: 'Lataa taulukkona (CSV)', sv: 'Ladda ner som tabell (CSV)', en: 'Download as a table (CSV)' },
} as const satisfies Record<string, Said>

export const kindTexts: Record<RequestKind, Said> = {
  access: { fi: 'Haluan nähdä tietoni', sv: 'Jag vill se mina uppgifter', en: 'I want to see my data' },
  rectification: {
    fi: 'Tiedoissani on virhe',
    sv: 'Det finns ett fel i mina uppgifter',
    en: 'Something in my data is wrong',
  },
  erasure: { fi: 'Poistakaa tietoni', sv: 'Radera mina uppgifter', en: 'Erase my data' },
  restriction: {
    fi: 'Rajoittakaa tietojeni käyttöä',
    sv: 'Begränsa användningen av mina uppgifter',
    en: 'Restrict the use of my data',
  },
  portability: {
    fi: 'Haluan siirtää tietoni muualle',
    sv: 'Jag vill flytta mina uppgifter',
    en: 'I want to take my data elsewhere',
  },
  objection: {
    fi: 'Vastustan tietojeni käsittelyä',
    sv: 'Jag invänder mot behandlingen av mina uppgifter',
    en: 'I object to the processing of my data',
  },
  'objection-to-marketing': {
    fi: 'En halua suoramarkkinointia',
    sv: 'Jag vill inte ha direktmarknadsföring',
    en: 'I want no direct marketing',
  },
  'withdrawal-of-consent': {
    fi: 'Perun suostumukseni',
    sv: 'Jag återkallar mitt samtycke',
    en: 'I withdraw my consent',
  },
  complaint: { fi: 'Muu asia tai valitus', sv: 'Annat ärende eller klagomål', en: 'Something else, or a complaint' },
}
