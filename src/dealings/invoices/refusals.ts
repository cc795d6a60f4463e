import type { RefusalCatalogue } from '#platform/problem'

export const invoiceRefusals: RefusalCatalogue = {
  SERIES_BEGUN: {
    fi: 'Sarjasta on jo annettu numeroita, eikä sen alkua voi enää muuttaa.',
    sv: 'Serien har redan gett nummer och dess början kan inte längre ändras.',
    en: 'The series has already given numbers; its beginning can no longer be changed.',
  },
  NEGATIVE_QUANTITY: {
    fi: 'Määrä ei voi olla negatiivinen. Hyvitä hyvityslaskulla.',
    sv: 'Mängden kan inte vara negativ. Kreditera med en kreditnota.',
    en: 'The quantity cannot be negative. Use a credit note to credit.',
  },
  VAT_RATE_NOT_IN_FORCE: {
    fi: 'Tämä verokanta ei ollut voimassa toimituspäivänä. Valitse voimassa ollut kanta tai tarkista päivä.',
    sv: 'Den här skattesatsen gällde inte på leveransdagen. Välj en gällande sats eller kontrollera dagen.',
    en: 'This VAT rate was not in force on the day of supply. Choose one that was, or check the day.',
  },
  VAT_RATE_NOT_OF_CATEGORY: {
    fi: 'Verokanta ja veron laji eivät sovi yhteen: vain yleisessä verollisessa myynnissä on prosentti, ja siinä on aina.',
    sv: 'Skattesatsen och skattekategorin passar inte ihop: bara skattepliktig försäljning har en procentsats, och den har alltid en.',
    en: 'The VAT rate and category do not go together: only standard-rated sales bear a percentage, and they always do.',
  },
  WARRANTY_OVER: {
    fi: 'Takuun vaatimusaika on päättynyt.',
    sv: 'Tiden för krav enligt garantin har gått ut.',
    en: 'The time for claims under the warranty is over.',
  },
  OWN_INVOICING_OFF: {
    fi: 'Tämän konserniyhtiön laskut tulevat kirjanpidosta. Täällä ei laskuteta.',
    sv: 'Koncernbolagets fakturor kommer från bokföringen. Här faktureras inte.',
    en: 'The invoices of this group company come from bookkeeping. None are issued here.',
  },
  INVOICE_ISSUED: {
    fi: 'Lasku on jo lähtenyt, eikä sitä voi enää muuttaa. Korjaa hyvityslaskulla.',
    sv: 'Fakturan är redan utfärdad och kan inte längre ändras. Rätta med en kreditnota.',
    en: 'The invoice has been issued and can no longer be changed. Correct it with a credit note.',
  },
  INVOICE_EMPTY: {
    fi: 'Laskulla ei ole yhtään riviä.',
    sv: 'Fakturan har inga rader.',
    en: 'The invoice has no lines.',
  },
  BUYER_ADDRESS_MISSING: {
    fi: 'Laskulta puuttuu ostajan osoite (AVL 209 e §). Lisää se yrityksen kortille tai kirjoita laskulle.',
    sv: 'Köparens adress saknas på fakturan (MomsL 209 e §). Lägg till den på företagets kort eller skriv den på fakturan.',
    en: 'The invoice lacks the buyer’s address (§ 209 e of the VAT Act). Add it to the company’s card or write it on the invoice.',
  },
  NEGATIVE_INVOICE: {
    fi: 'Laskun loppusumma ei voi olla negatiivinen. Hyvitä hyvityslaskulla.',
    sv: 'Fakturans slutsumma kan inte vara negativ. Kreditera med en kreditnota.',
    en: 'The total of an invoice cannot be negative. Use a credit note to credit.',
  },
  INSTALMENTS_NOT_WHOLE: {
    fi: 'Maksuerien osuuksien summan on oltava tasan 100 %.',
    sv: 'Delbetalningarnas andelar ska tillsammans vara exakt 100 %.',
    en: 'The shares of the instalments must make exactly 100 %.',
  },
  EXEMPTION_REQUIRED: {
    fi: 'Kirjoita, miksi rivillä ei ole arvonlisäveroa. Peruste painetaan laskulle.',
    sv: 'Skriv varför raden är utan moms. Grunden trycks på fakturan.',
    en: 'Write why a line bears no VAT. The reason is printed on the invoice.',
  },
  VAT_NUMBER_NOT_OF_OTHER_STATE: {
    fi: 'Yhteisömyynti on myyntiä toiseen EU-maahan: ostajan ALV-tunnisteen on oltava toisesta jäsenmaasta.',
    sv: 'Unionsintern försäljning är försäljning till ett annat EU-land: köparens momsnummer ska vara från en annan medlemsstat.',
    en: 'An intra-Community supply goes to another EU country: the buyer’s VAT number must be of another member state.',
  },
  CREDIT_NOTE_NOT_CREDITED: {
    fi: 'Hyvityslaskua ei hyvitetä. Jos hyvitys oli virhe, laskuta uudelleen uudella laskulla.',
    sv: 'En kreditnota krediteras inte. Om den var ett misstag, fakturera på nytt med en ny faktura.',
    en: 'A credit note is not credited. If it was a mistake, bill again with a new invoice.',
  },
  BUYER_VAT_NUMBER_REQUIRED: {
    fi: 'Käännetty verovelvollisuus ja yhteisömyynti vaativat ostajan ALV-tunnisteen.',
    sv: 'Omvänd skattskyldighet och unionsintern försäljning kräver köparens momsnummer.',
    en: 'Reverse charge and intra-Community supply need the VAT number of the buyer.',
  },
  CREDIT_NOTE_NEEDED: {
    fi: 'Oma lasku hyvitetään hyvityslaskulla.',
    sv: 'En egen faktura krediteras med en kreditnota.',
    en: 'An invoice of our own is credited with a credit note.',
  },
  CREDIT_BEYOND_INVOICE: {
    fi: 'Hyvitys on suurempi kuin laskulla on hyvitettävää.',
    sv: 'Krediteringen är större än vad som finns att kreditera på fakturan.',
    en: 'The credit is more than is left to credit on the invoice.',
  },
  NOTHING_TO_CREDIT: {
    fi: 'Laskulla ei ole enää hyvitettävää.',
    sv: 'Det finns inget kvar att kreditera på fakturan.',
    en: 'There is nothing left to credit on the invoice.',
  },
  NOTHING_TO_REFUND: {
    fi: 'Laskusta ei ole maksettu liikaa näin paljon.',
    sv: 'Så mycket har inte betalats för mycket på fakturan.',
    en: 'The invoice has not been overpaid by that much.',
  },
  NOTHING_TO_REMIND: {
    fi: 'Yhdestäkään laskusta ei voi vielä muistuttaa.',
    sv: 'Ingen av fakturorna kan ännu påminnas om.',
    en: 'None of the invoices can be reminded of yet.',
  },
  NOTHING_TO_TAKE_BACK: {
    fi: 'Maksua ei ole kohdistettu.',
    sv: 'Betalningen har inte allokerats.',
    en: 'The payment has not been allocated.',
  },
  COLLECTOR_MISSING: {
    fi: 'Perintätoimistoa ei ole kirjattu. Kirjaa se laskutusehtoihin: velka ilmoitetaan vain sellaiselle perintätoimistolle, jonka seloste nimeää vastaanottajaksi (kohta {clause}).',
    sv: 'Ingen inkassobyrå är antecknad. Anteckna den i faktureringsvillkoren: uppgifter om en skuld lämnas bara ut till en mottagare som beskrivningen nämner (punkt {clause}).',
    en: 'No debt collector has been entered. Enter one in the invoicing terms: a debt is told only to whom the statement names (clause {clause}).',
  },
  COLLECTION_TOO_SOON: {
    fi: 'Laskusta on muistutettava ja muistutuksen maksuajan päätyttävä ennen perintää.',
    sv: 'Fakturan måste påminnas om och påminnelsens betalningstid löpa ut före indrivning.',
    en: 'The invoice must be reminded of, and the time that the reminder gave be over, before collection.',
  },
  ALLOCATED_BEYOND: {
    fi: 'Summa on suurempi kuin maksussa on jäljellä tai laskulla avoinna.',
    sv: 'Summan är större än vad som återstår av betalningen eller är öppet på fakturan.',
    en: 'The sum is more than is left of the payment or open on the invoice.',
  },
  PAYMENT_FILE_NOT_READ: {
    fi: 'Tiedostoa ei voi lukea. Tuo pankin camt.054- tai viitemaksutiedosto sellaisenaan.',
    sv: 'Filen kan inte läsas. Ta in bankens camt.054- eller referensbetalningsfil som den är.',
    en: 'The file cannot be read. Bring the camt.054 or reference payment file of the bank as it is.',
  },
  PAYMENT_FILE_DOES_NOT_ADD_UP: {
    fi: 'Tiedoston maksut eivät vastaa sen omaa yhteenvetoa. Pyydä pankilta uusi tiedosto.',
    sv: 'Filens betalningar stämmer inte med dess egen sammanställning. Be banken om en ny fil.',
    en: 'The payments in the file do not agree with its own summary. Ask the bank for a new file.',
  },
  PAYMENT_FILE_TOO_LARGE: {
    fi: 'Maksutiedosto on liian suuri.',
    sv: 'Betalningsfilen är för stor.',
    en: 'The payment file is too large.',
  },
  PAYMENT_FILE_KNOWN: {
    fi: 'Tämä tiedosto on jo tuotu. Mitään ei kirjattu toiseen kertaan.',
    sv: 'Filen har redan tagits in. Inget bokfördes en andra gång.',
    en: 'This file has already been taken in. Nothing was booked twice.',
  },
  IBAN_NOT_VALID: {
    fi: 'Tilinumero ei ole oikea IBAN-tilinumero.',
    sv: 'Kontonumret är inte ett giltigt IBAN-nummer.',
    en: 'The account number is not a valid IBAN.',
  },
  E_OPERATOR_NOT_VALID: {
    fi: 'Välittäjän tunnus ei ole oikea. Se on operaattorin OVT-tunnus (0037…) tai pankin BIC.',
    sv: 'Förmedlarens kod är inte giltig. Den är operatörens OVT-kod (0037…) eller bankens BIC.',
    en: 'The code of the operator is not valid. It is the operator’s OVT code (0037…) or the bank’s BIC.',
  },
  VAT_NUMBER_NOT_VALID: {
    fi: 'ALV-tunniste ei ole oikea. Suomalainen on muotoa FI12345671, muissa maissa alussa on maan tunnus.',
    sv: 'Momsnumret är inte giltigt. Ett finländskt har formen FI12345671, andra börjar med landets kod.',
    en: 'The VAT number is not valid. A Finnish one looks like FI12345671; others begin with the country’s code.',
  },
  E_ADDRESS_NOT_VALID: {
    fi: 'Verkkolaskuosoite ei ole oikea OVT-tunnus eikä IBAN. Tarkista numerot.',
    sv: 'E-fakturaadressen är varken en giltig OVT-kod eller IBAN. Kontrollera siffrorna.',
    en: 'The e-invoice address is neither a valid OVT code nor an IBAN. Check the digits.',
  },
  REFERENCE_RATE_MISSING: {
    fi: 'Puolivuoden {half} viitekorkoa ei ole kirjattu, joten viivästyskorkoa ei voi laskea. Kirjaa Suomen Pankin ilmoittama viitekorko laskutusehtoihin.',
    sv: 'Referensräntan för halvåret {half} saknas, så dröjsmålsräntan kan inte beräknas. Anteckna den referensränta som Finlands Bank har meddelat i faktureringsvillkoren.',
    en: 'The reference rate of the half-year {half} has not been entered, so late interest cannot be counted. Enter the rate announced by the Bank of Finland in the invoicing terms.',
  },
  REFERENCE_RATE_NOT_VALID: {
    fi: 'Viitekorko on nollasta 25 prosenttiin puolen prosenttiyksikön välein.',
    sv: 'Referensräntan är mellan noll och 25 procent i steg om en halv procentenhet.',
    en: 'The reference rate is from zero to 25 per cent in steps of half a point.',
  },
  REFERENCE_RATE_KNOWN: {
    fi: 'Tämän puolivuoden viitekorko tulee ohjelman mukana.',
    sv: 'Referensräntan för det här halvåret följer med programmet.',
    en: 'The reference rate of this half-year comes with the program.',
  },
  REFERENCE_RATE_USED: {
    fi: 'Tällä viitekorolla on jo laskettu lähteneen muistutuksen korko, eikä sitä voi enää muuttaa.',
    sv: 'Räntan i en skickad påminnelse har redan räknats med den här referensräntan, och den kan inte längre ändras.',
    en: 'The interest of a reminder that was sent has been counted with this rate; it can no longer be changed.',
  },
  REMINDER_STATE: {
    fi: 'Muistutus on tilassa, jossa tätä ei voi tehdä. Päivitä sivu.',
    sv: 'Påminnelsen är i ett läge där detta inte kan göras. Uppdatera sidan.',
    en: 'The reminder is in a state where this cannot be done. Refresh the page.',
  },
  NOTHING_TO_MOVE: {
    fi: 'Laskulle ei ole maksettu liikaa, tai toinen lasku on jo maksettu.',
    sv: 'Fakturan har inte betalats för mycket, eller den andra är redan betald.',
    en: 'Nothing was paid too much on the invoice, or the other one is paid already.',
  },
  NOTHING_TO_PRINT: {
    fi: 'Tulostettavia muistutuksia ei ole.',
    sv: 'Det finns inga påminnelser att skriva ut.',
    en: 'There are no reminders to print.',
  },
}
