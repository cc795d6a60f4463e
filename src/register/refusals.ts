import type { RefusalCatalogue } from '#platform/problem'

export const registerRefusals: RefusalCatalogue = {
  SOURCE_MISSING: {
    fi: 'Kerro, mistä tieto on saatu. Ilman tietolähdettä mitään ei tallenneta.',
    sv: 'Ange var uppgiften kommer ifrån. Utan uppgiftskälla sparas ingenting.',
    en: 'Say where this comes from. Nothing is stored without a source.',
  },
  SOURCE_NOTE_MISSING: {
    fi: 'Tämä tietolähde vaatii selityksen: kirjoita lyhyesti, millainen yhteydenotto se oli.',
    sv: 'Den här källan kräver en förklaring: skriv kort vilken kontakt det gällde.',
    en: 'This source needs a note: say briefly what kind of contact it was.',
  },
  SOURCE_NOT_FOR_FIELD: {
    fi: 'Selosteen mukaan tietoa {field} ei saada tästä lähteestä.',
    sv: 'Enligt beskrivningen fås uppgiften {field} inte från den här källan.',
    en: 'According to the statement, {field} is not obtained from this source.',
  },
  ORIGINAL_DATE_MISSING: {
    fi: 'Omasta aiemmasta rekisteristä siirretty tieto säilyttää alkuperäisen päivänsä. Anna se kohdassa {field}.',
    sv: 'En uppgift från vårt eget tidigare register behåller sitt ursprungliga datum. Ange det i {field}.',
    en: 'A value from our own earlier register keeps its original date. Give it in {field}.',
  },
  FIELD_NOT_OF_STAGE: {
    fi: 'Tietoa {field} kerätään vasta asiakassuhteen myöhemmässä vaiheessa (selosteen kohta {clause}).',
    sv: 'Uppgiften {field} samlas in först i ett senare skede av kundrelationen (beskrivningens punkt {clause}).',
    en: '{field} is collected only at a later stage of the relationship (clause {clause} of the statement).',
  },
  PERSONAL_IDENTITY_CODE: {
    fi: 'Tiedossa {field?} näyttää olevan henkilötunnus. Sitä ei saa tallentaa tähän rekisteriin: poista se ja tallenna uudelleen.',
    sv: 'Uppgiften {field?} tycks innehålla en personbeteckning. Den får inte sparas i det här registret: ta bort den och spara på nytt.',
    en: 'This seems to hold a personal identity code: {field?}. It may not be stored in this register: remove it and save again.',
  },
  VALUE_REQUIRED: {
    fi: 'Tieto {field?} on pakollinen.',
    sv: 'Uppgiften {field?} är obligatorisk.',
    en: 'This is required: {field?}.',
  },
  VALUE_NOT_VALID: {
    fi: 'Tieto {field?} ei ole sallitussa muodossa.',
    sv: 'Uppgiften {field?} har inte en tillåten form.',
    en: 'This is not in a form that can be stored: {field?}.',
  },
  TEXT_TOO_LONG: {
    fi: 'Teksti {field?} on liian pitkä. Enimmäispituus on {limit} merkkiä.',
    sv: 'Texten {field?} är för lång. Största längd är {limit} tecken.',
    en: 'The text {field?} is too long. The limit is {limit} characters.',
  },
  BUSINESS_ID_NOT_VALID: {
    fi: 'Y-tunnus ei ole oikein: tarkistusnumero ei täsmää.',
    sv: 'FO-numret är fel: kontrollsiffran stämmer inte.',
    en: 'The business ID is not right: its check digit does not match.',
  },
  BUSINESS_ID_TAKEN: {
    fi: 'Tällä Y-tunnuksella on jo yritys rekisterissä.',
    sv: 'Det finns redan ett företag med detta FO-nummer i registret.',
    en: 'A company with this business ID is already in the register.',
  },
  BUSINESS_ID_IN_BIN: {
    fi: 'Tällä Y-tunnuksella on yritys roskakorissa. Palauta se sieltä, tai pyydä palautusta sen poistaneelta tai tietosuojasta vastaavalta.',
    sv: 'Ett företag med detta FO-nummer ligger i papperskorgen. Återställ det därifrån, eller be den som tog bort det eller den dataskyddsansvariga att göra det.',
    en: 'A company with this business ID is in the bin. Restore it from there, or ask whoever deleted it or the person in charge of privacy to do so.',
  },
  RECORD_IN_USE: {
    fi: 'Tähän liittyy jo muita tietoja, joten sitä ei voi poistaa. Päätä asiakassuhde, yhdistä kaksoiskappaleet tai käsittele poistopyyntö.',
    sv: 'Andra uppgifter hör redan ihop med detta, så det kan inte tas bort. Avsluta kundrelationen, slå ihop dubbletterna eller behandla en begäran om radering.',
    en: 'Other records belong to this already, so it cannot be deleted. End the relationship, merge the duplicates, or settle a request for erasure.',
  },
  EMAIL_NOT_VALID: {
    fi: 'Sähköpostiosoite ei ole oikein. Tarkista se.',
    sv: 'E-postadressen är fel. Kontrollera den.',
    en: 'The e-mail address is not right. Check it.',
  },
  PHONE_NOT_VALID: {
    fi: 'Puhelinnumero ei ole oikein. Kirjoita se muodossa 040 123 4567 tai +358 40 123 4567.',
    sv: 'Telefonnumret är fel. Skriv det som 040 123 4567 eller +358 40 123 4567.',
    en: 'The phone number is not right. Write it as 040 123 4567 or +358 40 123 4567.',
  },
  ADDRESS_NOT_VALID: {
    fi: 'Osoite ei ole oikein. Tarkista katu, postinumero (viisi numeroa) ja postitoimipaikka.',
    sv: 'Adressen är inte rätt. Kontrollera gatan, postnumret (fem siffror) och orten.',
    en: 'The address is not right. Check the street, the postcode (five digits) and the town.',
  },
  SAME_PERSON: {
    fi: 'Valitse kaksi eri henkilöä.',
    sv: 'Välj två olika personer.',
    en: 'Choose two different people.',
  },
  SAME_COMPANY: {
    fi: 'Valitse kaksi eri yritystä.',
    sv: 'Välj två olika företag.',
    en: 'Choose two different companies.',
  },
  MERGE_PERSONS_FIRST: {
    fi: 'Toinen on toiminimi, jonka tiedot ovat henkilön tietoja (selosteen kohta {clause}). Yhdistä ensin henkilöt.',
    sv: 'Det ena är en enskild firma vars uppgifter är personens (beskrivningens punkt {clause}). Slå först ihop personerna.',
    en: 'One of them is a sole trader, whose data are a person’s (clause {clause} of the statement). Merge the people first.',
  },
  MERGE_OVER: {
    fi: 'Yhdistämistä ei voi enää perua.',
    sv: 'Sammanslagningen kan inte längre ångras.',
    en: 'This merge can no longer be undone.',
  },
  MERGE_HAS_GROWN: {
    fi: 'Korttiin on yhdistämisen jälkeen lisätty tai muutettu tietoja, joten yhdistämistä ei voi perua.',
    sv: 'Efter sammanslagningen har uppgifter lagts till eller ändrats på kortet, så den kan inte ångras.',
    en: 'Something was added to or changed on the card after the merge, so it cannot be undone.',
  },
  ALREADY_THERE: {
    fi: 'Tieto {field} on jo tallennettu tälle.',
    sv: 'Uppgiften {field} finns redan här.',
    en: 'This {field} is already stored here.',
  },
  ORGANISATION_CLOSED: {
    fi: 'Asiakassuhde on päättynyt, joten yritys ei ole päivittäisessä käytössä. Sen voi avata uudelleen tuoreella tietolähteellä.',
    sv: 'Kundrelationen har upphört, så företaget är inte i dagligt bruk. Det kan öppnas på nytt med en färsk källa.',
    en: 'The relationship has ended, so the company is out of daily use. It can be reopened with a fresh source.',
  },
  RELATIONSHIP_EXISTS: {
    fi: 'Tämän konserniyhtiön kanssa on jo asiakassuhde.',
    sv: 'Det finns redan en kundrelation med det här koncernbolaget.',
    en: 'There is already a relationship with this group company.',
  },
  RELATIONSHIP_HAS_OPEN: {
    fi: 'Asiakkaan kanssa on vielä jotakin auki. Hoida se ensin, ja päätä asiakassuhde sitten.',
    sv: 'Något är ännu öppet med kunden. Sköt det först och avsluta kundrelationen sedan.',
    en: 'Something is still open with the customer. Settle it first, then end the relationship.',
  },
  RELATIONSHIP_STATE: {
    fi: 'Asiakassuhde on tilassa, jossa tätä ei voi tehdä.',
    sv: 'Kundrelationen är i ett skede där detta inte kan göras.',
    en: 'The relationship is in a state where this cannot be done.',
  },
  GROUP_COMPANY_NOT_DECLARED: {
    fi: 'Seloste ei mainitse tätä konserniyhtiötä.',
    sv: 'Beskrivningen nämner inte det här koncernbolaget.',
    en: 'The statement does not name this group company.',
  },
  SOLE_TRADER_NEEDS_PERSON: {
    fi: 'Toiminimen takana on aina ihminen, jonka tiedot ovat henkilötietoja. Anna hänen nimensä tai valitse hänet.',
    sv: 'Bakom en enskild firma står alltid en människa, och uppgifterna är personuppgifter. Ange personens namn eller välj personen.',
    en: 'Behind a sole trader there is always a person, whose data are personal. Give the name, or choose the person.',
  },
  PARTY_IS_REPRESENTATIVE: {
    fi: 'Henkilö edustaa yritystä, joten kaupan osapuoli on yritys ja hän sen yhteyshenkilö (selosteen kohta {clause}). Valitse yritys.',
    sv: 'Personen företräder ett företag, så företaget är avtalspart och hen dess kontaktperson (beskrivningens punkt {clause}). Välj företaget.',
    en: 'This person represents a company, so the company is the party and they are its contact person (clause {clause} of the statement). Choose the company.',
  },
  ENQUIRY_STATE: {
    fi: 'Yhteydenotto on tilassa, jossa tätä ei voi tehdä.',
    sv: 'Förfrågan är i ett skede där detta inte kan göras.',
    en: 'The enquiry is in a state where this cannot be done.',
  },
  ENQUIRY_LED_ON: {
    fi: 'Yhteydenotosta on tehty myyntimahdollisuus, tarjouspyyntö, tarjous tai oikeuksia koskeva pyyntö, joten sitä ei voi poistaa. Sulje se.',
    sv: 'Förfrågan har lett till en försäljningsmöjlighet, en offertförfrågan, en offert eller en begäran om rättigheter och kan inte tas bort. Stäng den.',
    en: 'The enquiry led to an opportunity, a request for a quote, a quote or a request of rights, so it cannot be deleted. Close it instead.',
  },
  NO_NOTICE_DUE: {
    fi: 'Henkilölle on jo annettu tieto käsittelystä.',
    sv: 'Personen har redan fått informationen om behandlingen.',
    en: 'The person has already been informed.',
  },
  EMAIL_NOT_CONFIRMED: {
    fi: 'Sähköpostiosoitetta ei ole vahvistettu: se on kirjoitettu tarjouksen sivulla, eikä kukaan ole osoittanut, kenen se on. Vahvista osoite henkilön kortilla, jos tiedät sen olevan hänen.',
    sv: 'E-postadressen är inte bekräftad: den skrevs på offertens sida, och ingen har visat vems den är. Bekräfta adressen på personens kort om du vet att den är hens.',
    en: 'The e-mail address is not confirmed: it was typed on the page of a quote, and nobody has shown whose it is. Confirm it on the person’s card if you know it is theirs.',
  },
  NO_EMAIL_ADDRESS: {
    fi: 'Henkilöllä ei ole sähköpostiosoitetta, joten ilmoitusta ei voi lähettää sähköpostilla. Tulosta se tai kerro puhelimessa.',
    sv: 'Personen har ingen e-postadress, så informationen kan inte skickas per e-post. Skriv ut den eller berätta per telefon.',
    en: 'The person has no e-mail address, so the notice cannot be mailed. Print it, or tell by phone.',
  },
  MAIL_NOT_SET_UP: {
    fi: 'Sähköpostin lähetystä ei ole otettu käyttöön.',
    sv: 'E-postutskick har inte tagits i bruk.',
    en: 'Outgoing mail is not set up.',
  },
  MAIL_NOT_SENT: {
    fi: 'Sähköpostia ei saatu lähetettyä. Mitään ei merkitty annetuksi. Yritä hetken kuluttua uudelleen tai kerro puhelimessa.',
    sv: 'E-postmeddelandet kunde inte skickas. Ingenting antecknades som givet. Försök igen om en stund eller berätta per telefon.',
    en: 'The mail could not be sent. Nothing was marked as given. Try again in a moment, or tell by phone.',
  },
  LAST_HANDLER: {
    fi: 'Hän on rekisterin yhteyshenkilö. Nimeä ensin seuraaja (selosteen kohta {clause}).',
    sv: 'Hen är registrets kontaktperson. Utse först en efterträdare (beskrivningens punkt {clause}).',
    en: 'This is the contact person of the register. Name a successor first (clause {clause} of the statement).',
  },
  NOT_STAFF: {
    fi: 'Valittu henkilö ei ole rekisterin käyttäjä, jonka tili on auki.',
    sv: 'Den valda personen är inte en användare med öppet konto.',
    en: 'The person chosen is not a member of staff with an open account.',
  },
  PERSON_RESTRICTED: {
    fi: 'Henkilön tietojen käyttö on rajoitettu (selosteen kohta {clause}). Niitä ei muuteta, ennen kuin rajoitus on purettu.',
    sv: 'Användningen av personens uppgifter är begränsad (beskrivningens punkt {clause}). De ändras inte förrän begränsningen har hävts.',
    en: 'The use of this person’s data is restricted (clause {clause} of the statement). They are not changed until it is lifted.',
  },
  REVISION_MISSING: {
    fi: 'Muutoksesta puuttuu tieto siitä, mitä versiota muutetaan (If-Match).',
    sv: 'Ändringen saknar uppgift om vilken version som ändras (If-Match).',
    en: 'The change does not say which revision it changes (If-Match).',
  },
  CURSOR_NOT_VALID: {
    fi: 'Sivun kohdistin ei kelpaa. Aloita luettelo alusta.',
    sv: 'Sidmarkören är ogiltig. Börja om från listans början.',
    en: 'The page cursor is not valid. Start the list from the beginning.',
  },
  COMPANY_UNDER_ITSELF: {
    fi: 'Yritys ei voi olla oman konserninsa alla. Valitse toinen emoyhtiö.',
    sv: 'Ett företag kan inte finnas under sig självt. Välj ett annat moderbolag.',
    en: 'A company cannot be under itself. Choose another parent company.',
  },
  RELATIONSHIPS_SEVERAL: {
    fi: 'Yrityksellä on asiakassuhde useaan konserniyhtiöön tai ei yhteenkään. Muuta vastuuhenkilö yrityksen kortilla.',
    sv: 'Företaget har kundrelationer med flera koncernbolag eller med inget. Ändra den ansvariga på företagets kort.',
    en: 'The company has relationships with several group companies, or with none. Change the owner on the company’s card.',
  },
}
