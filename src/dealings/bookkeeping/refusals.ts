import type { RefusalCatalogue } from '#platform/problem'

export const bookkeepingRefusals: RefusalCatalogue = {
  OWN_INVOICING_ON: {
    fi: 'Yhtiö laskuttaa täällä itse, joten laskuja ei tuoda kirjanpidosta. Vaihda asetus laskutuksen tiedoista.',
    sv: 'Bolaget fakturerar här själv, så fakturor hämtas inte från bokföringen. Ändra inställningen i faktureringens uppgifter.',
    en: 'The company invoices here itself, so invoices are not taken from bookkeeping. Change it in the settings of invoicing.',
  },
  FILE_UNREADABLE: {
    fi: 'Tiedostoa ei voi lukea. Sen pitää olla CSV, jossa on otsikkorivi ja laskun numero, tai JSON-luettelo.',
    sv: 'Filen kan inte läsas. Den ska vara en CSV-fil med rubrikrad och fakturanummer, eller en JSON-lista.',
    en: 'The file cannot be read. It must be CSV with a heading and invoice numbers, or a list in JSON.',
  },
  INVOICE_UNKNOWN: {
    fi: 'Tällä numerolla ei ole laskua.',
    sv: 'Det finns ingen faktura med det här numret.',
    en: 'There is no invoice with this number.',
  },
  INVOICE_DIFFERS: {
    fi: 'Laskulla on jo tämä numero ja eri summa.',
    sv: 'En faktura har redan det här numret med ett annat belopp.',
    en: 'An invoice has this number already, with another sum.',
  },
  BALANCE_HIGHER: {
    fi: 'Kirjanpidon saldo on suurempi kuin laskusta on täällä avoinna.',
    sv: 'Saldot i bokföringen är större än det som är obetalt här.',
    en: 'The balance in bookkeeping is higher than what is open here.',
  },
  CUSTOMER_UNKNOWN: {
    fi: 'Asiakasta ei löydy Y-tunnuksella tai sähköpostilla, tai heitä on useita.',
    sv: 'Kunden hittas inte med FO-nummer eller e-post, eller så finns det flera.',
    en: 'The customer is not found by business ID or e-mail, or there are several.',
  },
}
