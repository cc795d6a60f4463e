import type { RefusalCatalogue } from '#platform/problem'

export const oversightRefusals: RefusalCatalogue = {
  SECOND_PERSON_NEEDED: {
    fi: 'Luovutukseen tarvitaan toinen henkilö: joku muu kuin valmistelija hyväksyy pyynnön, ennen kuin mitään luovutetaan (kohta {clause}).',
    sv: 'Utlämnandet kräver en annan person: någon annan än den som beredde begäran godkänner den innan något lämnas ut (punkt {clause}).',
    en: 'A second person is needed: somebody other than the preparer approves the request before anything is released (clause {clause}).',
  },
  AUTHORITY_REQUEST_STATE: {
    fi: 'Pyyntö on tilassa, jossa tätä ei voi tehdä.',
    sv: 'Begäran är i ett skede där detta inte kan göras.',
    en: 'The request is in a state where this cannot be done.',
  },
  SILENCE_TOO_LONG: {
    fi: 'Ilmoittamisen voi jättää tekemättä enintään vuodeksi kerrallaan. Anna päivä, johon asti kielto on voimassa.',
    sv: 'Underrättelsen kan uteslutas högst ett år åt gången. Ange till vilken dag förbudet gäller.',
    en: 'The person may be left untold for at most a year at a time. Give the day until which this holds.',
  },
}
