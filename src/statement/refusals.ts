import type { RefusalCatalogue } from '#platform/problem'

export const statementRefusals: RefusalCatalogue = {
  NO_ACTIVE_STATEMENT: {
    fi: 'Rekisterillä ei ole vielä julkaistua selostetta, joten siihen ei voi tallentaa ihmisiä.',
    sv: 'Registret har ännu ingen publicerad beskrivning, så inga personer kan sparas.',
    en: 'The register has no published statement yet, so no people can be stored in it.',
  },
  FIELD_NOT_DECLARED: {
    fi: 'Seloste ei mainitse tietoa {field}, joten sitä ei tallenneta.',
    sv: 'Beskrivningen nämner inte uppgiften {field}, så den sparas inte.',
    en: 'The statement does not mention {field}, so it is not stored.',
  },
  FIELD_NOT_OF_DUTY: {
    fi: 'Tieto {field} ei kuulu rooliin {duty} (selosteen kohta {clause}).',
    sv: 'Uppgiften {field} hör inte till rollen {duty} (beskrivningens punkt {clause}).',
    en: '{field} is not part of the duty {duty} (clause {clause} of the statement).',
  },
  FIELD_NOT_CHANGED_BY_DUTY: {
    fi: 'Rooli {duty} ei voi muuttaa tietoa {field} (selosteen kohta {clause}).',
    sv: 'Rollen {duty} kan inte ändra uppgiften {field} (beskrivningens punkt {clause}).',
    en: 'The duty {duty} cannot change {field} (clause {clause} of the statement).',
  },
  PURPOSE_NOT_DECLARED: {
    fi: 'Seloste ei mainitse käyttötarkoitusta {purpose}.',
    sv: 'Beskrivningen nämner inte ändamålet {purpose}.',
    en: 'The statement does not mention the purpose {purpose}.',
  },
  PURPOSE_NOT_OF_DUTY: {
    fi: 'Käyttötarkoitus {purpose} ei kuulu rooliin {duty}.',
    sv: 'Ändamålet {purpose} hör inte till rollen {duty}.',
    en: 'The purpose {purpose} is not part of the duty {duty}.',
  },
  DUTY_NOT_DECLARED: {
    fi: 'Seloste ei mainitse roolia {duty}.',
    sv: 'Beskrivningen nämner inte rollen {duty}.',
    en: 'The statement does not mention the duty {duty}.',
  },
  SOURCE_NOT_DECLARED: {
    fi: 'Seloste ei mainitse tietolähdettä {source}.',
    sv: 'Beskrivningen nämner inte uppgiftskällan {source}.',
    en: 'The statement does not mention the source {source}.',
  },
  FIELD_NAMED_ALREADY: {
    fi: 'Selosteessa on jo samanniminen tieto samasta asiasta.',
    sv: 'Beskrivningen har redan en uppgift med samma namn om samma sak.',
    en: 'The statement already has a field of this name on the same record.',
  },
  FIELD_WITHOUT_CHOICES: {
    fi: 'Anna vähintään kaksi vaihtoehtoa.',
    sv: 'Ange minst två alternativ.',
    en: 'Give at least two choices.',
  },
  STATEMENT_UNREADABLE: {
    fi: 'Selostetiedostoa ei voi lukea. Korjaa ensin merkityt rivit.',
    sv: 'Filen med beskrivningen går inte att läsa. Rätta först de markerade raderna.',
    en: 'The statement file cannot be read. Mend the marked lines first.',
  },
  STATEMENT_HAS_ERRORS: {
    fi: 'Selosteessa on virheitä, jotka estävät julkaisun. Ensimmäinen on kohdassa {clause}.',
    sv: 'Beskrivningen har fel som hindrar publicering. Det första finns i punkt {clause}.',
    en: 'The statement has errors that block publishing. The first is in clause {clause}.',
  },
  STATEMENT_NOT_READY: {
    fi: 'Selosteesta puuttuu vielä jotakin, jota rekisteri tarvitsee. Ensimmäinen puute on kohdassa {clause}.',
    sv: 'Beskrivningen saknar ännu något som registret behöver. Den första bristen finns i punkt {clause}.',
    en: 'The statement still lacks something the register needs. The first gap is in clause {clause}.',
  },
  STATEMENT_UNCHANGED: {
    fi: 'Luonnos on sama kuin voimassa oleva seloste. Julkaistavaa ei ole.',
    sv: 'Utkastet är detsamma som den gällande beskrivningen. Det finns inget att publicera.',
    en: 'The draft is the same as the statement in force. There is nothing to publish.',
  },
  SECOND_APPROVAL_NEEDED: {
    fi: 'Muutos on olennainen: julkaisuun tarvitaan toisen henkilön hyväksyntä tai vuorokauden odotus.',
    sv: 'Ändringen är väsentlig: publicering kräver en annan persons godkännande eller ett dygns väntan.',
    en: 'The change is material: publishing needs a second person’s approval, or a day’s wait.',
  },
  STATEMENT_TAMPERED: {
    fi: 'Julkaistua selostetta on muutettu tietokannassa. Rekisteriä voi vain lukea, kunnes asia on selvitetty.',
    sv: 'En publicerad beskrivning har ändrats i databasen. Registret kan bara läsas tills det är utrett.',
    en: 'A published statement was altered in storage. The register is read-only until this is cleared up.',
  },
  COLUMN_NOT_DECLARED: {
    fi: 'Tietokannassa on tietoa, jota seloste ei mainitse ({columns}). Rekisteriä voi vain lukea, kunnes tieto lisätään selosteeseen tai poistetaan.',
    sv: 'Databasen innehåller uppgifter som beskrivningen inte nämner ({columns}). Registret kan bara läsas tills uppgifterna läggs till i beskrivningen eller raderas.',
    en: 'The database holds data that the statement does not mention ({columns}). The register is read-only until they are declared in the statement or erased.',
  },
  FIELD_TYPE_CHANGED: {
    fi: 'Tiedolla {field} on jo arvoja, joten sen tyyppiä ei voi vaihtaa. Ota käyttöön uusi tieto uudella tunnuksella.',
    sv: 'Uppgiften {field} har redan värden, så dess typ kan inte bytas. Ta i bruk en ny uppgift med en ny beteckning.',
    en: '{field} already has values, so its type cannot change. Declare a new field with an id of its own.',
  },
  WIZARD_ANSWER: {
    fi: 'Vastaus puuttuu tai on väärin kohdassa {field}.',
    sv: 'Ett svar saknas eller är fel vid {field}.',
    en: 'An answer is missing or wrong at {field}.',
  },
  NOTHING_TO_MEND: {
    fi: 'Tätä havaintoa ei voi korjata näin. Lue luonnos uudelleen: se on ehkä jo korjattu.',
    sv: 'Den här anmärkningen kan inte åtgärdas så. Läs utkastet på nytt: den är kanske redan åtgärdad.',
    en: 'This finding cannot be mended this way. Read the draft again: it may have been mended already.',
  },
  PROSE_WITHOUT_POLICY: {
    fi: 'Kohdan {clause} teksti muuttui, mutta se, mitä rekisteri tekee, ei muuttunut. Muuta myös selosteen tiedot tai palauta teksti.',
    sv: 'Texten i punkt {clause} ändrades men inte det som registret gör. Ändra också uppgifterna i beskrivningen eller återställ texten.',
    en: 'The text of clause {clause} changed, but what the register does did not. Change the facts of the statement too, or put the text back.',
  },
}
