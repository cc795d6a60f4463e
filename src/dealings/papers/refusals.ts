import type { RefusalCatalogue } from '#platform/problem'

export const paperRefusals: RefusalCatalogue = {
  LOGO_NOT_VALID: {
    fi: 'Kuvaa ei voi käyttää logona. Käytä PNG-kuvaa (enintään 2000 × 2000 pikseliä, ei lomitettu) tai SVG-kuvaa, jossa on vain muotoja. Koko on enintään 200 kt.',
    sv: 'Bilden kan inte användas som logotyp. Använd en PNG-bild (högst 2000 × 2000 pixlar, inte sammanflätad) eller en SVG-bild som bara består av former. Storleken får vara högst 200 kB.',
    en: 'The picture cannot be used as a logo. Use a PNG (at most 2000 × 2000 pixels, not interlaced) or an SVG of shapes only, of at most 200 kB.',
  },
  PAPER_IS_DRAFT: {
    fi: 'Luonnosta ei voi lähettää asiakkaalle. Viimeistele asiakirja ensin.',
    sv: 'Ett utkast kan inte skickas till kunden. Slutför dokumentet först.',
    en: 'A draft cannot be sent to the customer. Finish the document first.',
  },
  E_ADDRESS_MISSING: {
    fi: 'Verkkolaskuosoite puuttuu: lisää ostajan ja oman yhtiön osoite ja välittäjä.',
    sv: 'E-fakturaadressen saknas: ange köparens och det egna bolagets adress och förmedlare.',
    en: 'An e-invoice address is missing: add the address and operator of the buyer and of your own company.',
  },
  NO_INVOICE_ROWS: {
    fi: 'Laskulla ei ole rivejä, joten siitä ei voi tehdä verkkolaskua.',
    sv: 'Fakturan har inga rader och kan därför inte bli en e-faktura.',
    en: 'The invoice has no lines, so it cannot become an e-invoice.',
  },
  PAPER_ON_ITS_WAY: {
    fi: 'Asiakirja on jo lähdössä tälle vastaanottajalle. Katso asiakirjan kortilta, menikö se perille.',
    sv: 'Dokumentet är redan på väg till den här mottagaren. Se på dokumentets kort om det kom fram.',
    en: 'The document is already on its way to this recipient. See on its card whether it left.',
  },
  REMINDER_SETTLED: {
    fi: 'Muistutusta ei lähetetä, koska lasku on maksettu tai hyvitetty.',
    sv: 'Påminnelsen skickas inte, eftersom fakturan har betalats eller krediterats.',
    en: 'The reminder is not sent, because the invoice has been paid or credited.',
  },
  PAPER_STATE: {
    fi: 'Asiakirja on jo lähtenyt. Lähetä se uudelleen asiakirjan kortilta, jos asiakas pyytää sitä.',
    sv: 'Dokumentet har redan skickats. Skicka det igen från dokumentets kort om kunden ber om det.',
    en: 'The document has left already. Send it anew from its card if the customer asks for it.',
  },
}
