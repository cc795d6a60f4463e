import type { RefusalCatalogue } from '#platform/problem'

export const rightsRefusals: RefusalCatalogue = {
  RECEIVED_IN_FUTURE: {
    fi: 'Pyyntö ei ole voinut saapua tulevaisuudessa. Anna päivä, jona se ensimmäisen kerran saapui taloon.',
    sv: 'En begäran kan inte ha kommit in i framtiden. Ange den dag då den först kom till huset.',
    en: 'A request cannot have arrived in the future. Give the day it first reached the house.',
  },
  ENQUIRY_HANDED_ON: {
    fi: 'Yhteydenotto on jo välitetty tietosuojapyyntönä.',
    sv: 'Förfrågan har redan lämnats vidare som en dataskyddsbegäran.',
    en: 'This enquiry has already been handed on as a request.',
  },
  REQUEST_STATE: {
    fi: 'Tätä ei voi tehdä pyynnölle sen nykyisessä tilassa.',
    sv: 'Detta kan inte göras med begäran i dess nuvarande läge.',
    en: 'This cannot be done with the request as it stands now.',
  },
  IDENTITY_OPEN: {
    fi: 'Varmista ensin, kuka pyytää. Kevein riittävä tapa riittää.',
    sv: 'Försäkra dig först om vem som begär. Det lättaste tillräckliga sättet räcker.',
    en: 'Make sure first who is asking. The lightest sufficient way is enough.',
  },
  PERSON_NOT_CHOSEN: {
    fi: 'Valitse ensin, kenen tietoja pyyntö koskee.',
    sv: 'Välj först vems uppgifter begäran gäller.',
    en: 'Choose first whose data the request is about.',
  },
  MAILBOX_IS_SHARED: {
    fi: 'Postilaatikko on kahden ihmisen käytössä, joten se ei kerro, kumpi heistä pyytää. Käytä toista tapaa, esimerkiksi soittoa.',
    sv: 'Två personer delar brevlådan, så den visar inte vem av dem som begär. Använd ett annat sätt, till exempel ett samtal.',
    en: 'Two people share this mailbox, so it does not tell which of them is asking. Use another way, such as a call.',
  },
  MANDATE_MISSING: {
    fi: 'Kirjaa ensin valtuutus, jonka nojalla toisen puolesta pyydetään.',
    sv: 'Anteckna först fullmakten med stöd av vilken någon begär för en annan.',
    en: 'First record the mandate under which somebody asks for another.',
  },
  EXTENDED_ALREADY: {
    fi: 'Määräaikaa on jo jatkettu. Sitä voi jatkaa vain kerran.',
    sv: 'Tiden har redan förlängts. Den kan förlängas bara en gång.',
    en: 'The time has already been extended. It can be extended only once.',
  },
  EXTENSION_TOO_LATE: {
    fi: 'Määräaikaa voi jatkaa vain ennen sen päättymistä.',
    sv: 'Tiden kan förlängas bara innan den har gått ut.',
    en: 'The time can be extended only before it has run out.',
  },
  MARKETING_OBJECTION_IS_ABSOLUTE: {
    fi: 'Suoramarkkinoinnin kieltoa ei voi hylätä. Se on voimassa heti.',
    sv: 'Ett förbud mot direktmarknadsföring kan inte avslås. Det gäller genast.',
    en: 'An objection to direct marketing cannot be refused. It is in force at once.',
  },
  LETTER_WITHOUT_AUTHORITY: {
    fi: 'Kirjeestä puuttuu valvontaviranomaisen nimi ja yhteystieto. Ilman niitä vastausta ei lähetetä.',
    sv: 'I brevet saknas tillsynsmyndighetens namn och kontaktuppgift. Utan dem skickas svaret inte.',
    en: 'The letter lacks the name and contact of the supervisory authority. Without them no answer is sent.',
  },
  LETTER_WITHOUT_COURT: {
    fi: 'Kielteisessä vastauksessa on mainittava, että asian voi viedä käräjäoikeuteen.',
    sv: 'Ett nekande svar ska nämna att ärendet kan föras till tingsrätten.',
    en: 'A refusal must say that the matter can be brought before the district court.',
  },
  LETTER_WITHOUT_LINK: {
    fi: 'Kirjeestä puuttuu linkin paikka. Palauta se tekstiin tai aloita kirje alusta.',
    sv: 'I brevet saknas platsen för länken. Sätt tillbaka den i texten eller börja om.',
    en: 'The letter lacks the place of the link. Put it back, or begin the letter anew.',
  },
  LETTER_GONE_ALREADY: {
    fi: 'Kirje on jo lähtenyt.',
    sv: 'Brevet har redan gått iväg.',
    en: 'The letter has already gone.',
  },
  LINK_NOT_KNOWN: {
    fi: 'Linkki ei ole oikea. Avaa se uudelleen viestistä, jossa sait sen.',
    sv: 'Länken är inte riktig. Öppna den på nytt från meddelandet där du fick den.',
    en: 'This link is not right. Open it again from the message in which you got it.',
  },
  LINK_EXPIRED: {
    fi: 'Linkki ei ole enää voimassa. Pyydä meiltä uusi.',
    sv: 'Länken gäller inte längre. Be oss om en ny.',
    en: 'This link is no longer valid. Ask us for a new one.',
  },
  CODE_NOT_RIGHT: {
    fi: 'Koodi ei ole oikea, tai se on vanhentunut. Pyydä uusi koodi.',
    sv: 'Koden är inte rätt, eller så har den gått ut. Be om en ny kod.',
    en: 'The code is not right, or it has expired. Ask for a new one.',
  },
  ITEMS_OPEN: {
    fi: 'Ratkaise ensin jokainen korjattava kohta.',
    sv: 'Avgör först varje punkt som ska rättas.',
    en: 'Settle every item of the correction first.',
  },
  REDACTION_NOT_REVIEWED: {
    fi: 'Tarkista ensin kohdat, joissa mainitaan muita ihmisiä.',
    sv: 'Granska först de ställen där andra människor nämns.',
    en: 'First review the places where other people are mentioned.',
  },
  NOT_CARRIED_OUT: {
    fi: 'Toteuta ensin se, mihin suostuttiin. Vastaus kertoo vain sen, mikä on jo tehty.',
    sv: 'Genomför först det som beviljades. Svaret berättar bara det som redan är gjort.',
    en: 'First carry out what was granted. An answer tells only what has been done.',
  },
}
