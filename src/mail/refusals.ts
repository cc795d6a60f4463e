import type { RefusalCatalogue } from '#platform/problem'

export const mailRefusals: RefusalCatalogue = {
  MAIL_HOST_NOT_VALID: {
    fi: 'Anna palvelimen nimi ilman alkua ja polkua, esimerkiksi imap.yritys.fi.',
    sv: 'Ange serverns namn utan inledning och sökväg, till exempel imap.foretag.fi.',
    en: 'Give the server’s name alone, without scheme or path, such as imap.company.com.',
  },
  MAIL_TLS_NEEDED: {
    fi: 'Yhteyden on oltava salattu (kohta {clause}). Salaamaton yhteys käy vain tämän koneen tai oman verkon palvelimeen.',
    sv: 'Förbindelsen måste vara krypterad (punkt {clause}). Okrypterat går bara till en server på samma dator eller i det egna nätet.',
    en: 'The connection must be encrypted (clause {clause}). Without encryption only a server on this machine or in its own network will do.',
  },
  MAILBOX_TAKEN: {
    fi: 'Tämä osoite on jo liitetty rekisteriin.',
    sv: 'Den här adressen är redan ansluten till registret.',
    en: 'This address is connected to the register already.',
  },
  MAILBOX_NOT_SHARED: {
    fi: 'Vain yhteinen postilaatikko voi avata yhteydenottoja.',
    sv: 'Bara en gemensam brevlåda kan öppna förfrågningar.',
    en: 'Only a shared mailbox can open enquiries.',
  },
  MAILBOX_OF_OTHERS: {
    fi: 'Tämä postilaatikko on jonkun muun tai toisen roolin.',
    sv: 'Den här brevlådan är någon annans eller en annan rolls.',
    en: 'This mailbox is somebody else’s, or another duty’s.',
  },
  MAILBOX_STATE: {
    fi: 'Postilaatikko ei ole käytössä: se odottaa salasanaa, on tauolla tai on suljettu.',
    sv: 'Brevlådan är inte i bruk: den väntar på lösenord, är pausad eller stängd.',
    en: 'The mailbox is not in use: it waits for its password, is paused, or is closed.',
  },
  MAIL_SECRET_MISSING: {
    fi: 'Postilaatikon salasana tai suostumus puuttuu.',
    sv: 'Brevlådans lösenord eller medgivande saknas.',
    en: 'The mailbox’s password or consent is missing.',
  },
  MAIL_SERVER_NOT_FOUND: {
    fi: 'Palvelinta ei löydy tällä nimellä. Tarkista nimi.',
    sv: 'Ingen server finns med det namnet. Kontrollera namnet.',
    en: 'There is no server by that name. Check the name.',
  },
  MAIL_SERVER_REFUSED: {
    fi: 'Palvelin on, mutta ei ota vastaan tästä portista. Tarkista portti.',
    sv: 'Servern finns, men tar inte emot på den porten. Kontrollera porten.',
    en: 'The server is there but does not answer on that port. Check the port.',
  },
  MAIL_SERVER_SILENT: {
    fi: 'Palvelin ei vastannut ajoissa. Tarkista portti ja salaus, tai yritä myöhemmin uudelleen.',
    sv: 'Servern svarade inte i tid. Kontrollera port och kryptering, eller försök senare.',
    en: 'The server did not answer in time. Check port and encryption, or try again later.',
  },
  MAIL_TLS_FAILED: {
    fi: 'Salattua yhteyttä ei saatu: salaustapa on väärä, tai palvelimen varmenteeseen ei voi luottaa.',
    sv: 'Krypteringen misslyckades: fel krypteringssätt, eller så går serverns certifikat inte att lita på.',
    en: 'No encrypted connection: the kind of encryption is wrong, or the server’s certificate cannot be trusted.',
  },
  MAIL_SIGN_IN_FAILED: {
    fi: 'Palvelin ei hyväksynyt tunnusta ja salasanaa. Jotkin palvelut vaativat sovelluskohtaisen salasanan.',
    sv: 'Servern godkände inte användarnamnet och lösenordet. Vissa tjänster kräver ett applösenord.',
    en: 'The server did not accept the login and password. Some services ask for an app password.',
  },
  MAIL_FOLDER_MISSING: {
    fi: 'Postilaatikossa ei ole saapuneiden kansiota.',
    sv: 'Brevlådan har ingen inkorg.',
    en: 'The mailbox has no inbox.',
  },
  MAIL_ADDRESS_REFUSED: {
    fi: 'Vastaanottajan palvelin ei hyväksynyt osoitetta. Tarkista osoite.',
    sv: 'Mottagarens server godkände inte adressen. Kontrollera adressen.',
    en: 'The recipient’s server did not accept the address. Check the address.',
  },
  MAIL_TOO_LARGE: {
    fi: 'Viesti on palvelimelle liian suuri.',
    sv: 'Meddelandet är för stort för servern.',
    en: 'The message is too large for the server.',
  },
  MAIL_NOT_TAKEN: {
    fi: 'Palvelin ei ottanut viestiä vastaan.',
    sv: 'Servern tog inte emot meddelandet.',
    en: 'The server did not take the message.',
  },
  MAIL_CONSENT_ENDED: {
    fi: 'Palvelu ei enää anna lupaa lukea postilaatikkoa. Anna suostumus uudelleen.',
    sv: 'Tjänsten ger inte längre tillstånd att läsa brevlådan. Ge medgivandet på nytt.',
    en: 'The service no longer lets the register read the mailbox. Give consent again.',
  },
  MAIL_SERVICE_NOT_SET_UP: {
    fi: 'Ylläpitäjä ei ole vielä rekisteröinyt tätä palvelua. Pyydä häntä antamaan palvelun tunnukset.',
    sv: 'Administratören har inte registrerat tjänsten ännu. Be om att tjänstens uppgifter matas in.',
    en: 'The administrator has not registered with this service yet. Ask for its client id and secret to be given.',
  },
  MAIL_ERRAND_OVER: {
    fi: 'Suostumuksen pyyntö on vanhentunut tai jo käytetty. Aloita alusta postilaatikon asetuksista.',
    sv: 'Begäran om medgivande har gått ut eller redan använts. Börja om från brevlådans inställningar.',
    en: 'The request for consent is too old or was used already. Begin again from the mailbox’s settings.',
  },
  MAIL_NO_ADDRESS: {
    fi: 'Vastaanottajalla ei ole sähköpostiosoitetta. Lisää se hänen kortilleen.',
    sv: 'Mottagaren har ingen e-postadress. Lägg till den på kortet.',
    en: 'The recipient has no e-mail address. Add it on their card.',
  },
  MAIL_TO_RESTRICTED: {
    fi: 'Vastaanottajan tietojen käyttö on rajoitettu (selosteen kohta {clause}). Hänelle ei kirjoiteta, ennen kuin rajoitus on purettu.',
    sv: 'Användningen av mottagarens uppgifter är begränsad (beskrivningens punkt {clause}). Man skriver inte till hen förrän begränsningen har hävts.',
    en: 'The use of the recipient’s data is restricted (clause {clause} of the statement). Nobody writes to them until it is lifted.',
  },
  MAIL_TOO_MANY: {
    fi: 'Näin monelle kirjoitetaan kampanjana (enintään {limit} viestissä tai samasta pohjasta päivässä). Kampanja tarkistaa jokaisen vastaanottajan luvan.',
    sv: 'Till så många skriver man med en kampanj (högst {limit} per meddelande eller per mall och dygn). Kampanjen kontrollerar varje mottagares tillstånd.',
    en: 'To so many one writes by a campaign (at most {limit} a message, or a day from one template). A campaign checks what each recipient allows.',
  },
  TEMPLATE_FIELD_OPEN: {
    fi: 'Tekstissä on vielä täyttämätön kohta kaksoisaaltosulkeissa. Kirjoita sen tilalle arvo tai poista se.',
    sv: 'I texten finns ännu ett fält inom dubbla klammerparenteser som inte är ifyllt. Fyll i det eller ta bort det.',
    en: 'The text still has a field in double braces that is not filled in. Write its value, or take it out.',
  },
  TEMPLATE_FIELD_REFUSED: {
    fi: 'Pohjassa ei voi olla kenttää {name}: sitä ei ole, tai se ei kuulu roolillesi (kohta {clause}).',
    sv: 'Mallen kan inte ha fältet {name}: det finns inte, eller så hör det inte till din roll (punkt {clause}).',
    en: 'The template cannot have the field {name}: there is none, or your duty does not read it (clause {clause}).',
  },
  TEMPLATE_NAME_TAKEN: {
    fi: 'Tällä nimellä on jo pohja.',
    sv: 'Det finns redan en mall med det namnet.',
    en: 'There is a template by that name already.',
  },
  MESSAGE_STATE: {
    fi: 'Viestiä ei voi lähettää nyt: se on jo lähtenyt, tai lähetys on kesken.',
    sv: 'Meddelandet kan inte skickas nu: det har redan gått i väg, eller så pågår sändningen.',
    en: 'The message cannot be sent now: it has left already, or is on its way.',
  },
  MAIL_FILES_TOO_LARGE: {
    fi: 'Viestissä voi olla enintään {most} liitettä, yhteensä {limit} Mt.',
    sv: 'Ett meddelande kan ha högst {most} bilagor, sammanlagt {limit} MB.',
    en: 'A message can have at most {most} attachments, {limit} MB together.',
  },
  MAIL_FILE_GONE: {
    fi: 'Tiedostoa ei enää ole postilaatikossa, tai viesti on siirretty toiseen kansioon.',
    sv: 'Filen finns inte längre i brevlådan, eller så har meddelandet flyttats till en annan mapp.',
    en: 'The file is no longer in the mailbox, or its message was moved to another folder.',
  },
  MAIL_FILE_TOO_LARGE: {
    fi: 'Viesti on liian suuri haettavaksi tänne. Avaa tiedosto sähköpostiohjelmassa.',
    sv: 'Meddelandet är för stort att hämtas hit. Öppna filen i e-postprogrammet.',
    en: 'The message is too large to be fetched here. Open the file in your mail program.',
  },
  MAIL_HOST_NEAR: {
    fi: 'Palvelin on rekisterin omassa verkossa. Ylläpitäjä sallii sen palvelimen asetuksella MAIL_HOSTS.',
    sv: 'Servern finns i registrets eget nät. Administratören tillåter den med serverinställningen MAIL_HOSTS.',
    en: 'The server is in the register’s own network. The administrator allows it by the server setting MAIL_HOSTS.',
  },
}
