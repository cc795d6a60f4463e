import type { RefusalCatalogue } from '#platform/problem'

export const recipientRefusals: RefusalCatalogue = {
  RECIPIENT_NOT_DECLARED: {
    fi: 'Seloste ei nimeä tätä vastaanottajaa, joten sille ei luovuteta mitään (kohta {clause}). Lisää se selosteeseen ja julkaise uusi versio.',
    sv: 'Beskrivningen nämner inte den här mottagaren, så ingenting lämnas ut till den (punkt {clause}). Lägg till den i beskrivningen och publicera en ny version.',
    en: 'The statement does not name this recipient, so nothing goes to it (clause {clause}). Add it to the statement and publish a new version.',
  },
  TWO_PEOPLE_NEEDED: {
    fi: 'Tälle vastaanottajalle tietoja luovutetaan vain, kun kaksi henkilöä on käsitellyt pyynnön (kohta {clause}). Tee siitä viranomaispyyntö.',
    sv: 'Till den här mottagaren lämnas uppgifter ut endast när två personer har behandlat begäran (punkt {clause}). Gör en myndighetsbegäran av den.',
    en: 'To this recipient data go only when two people have handled the request (clause {clause}). Make an authority request of it.',
  },
  PROCESSOR_WITHOUT_AGREEMENT: {
    fi: 'Tämän käsittelijän kanssa ei ole täydellistä käsittelysopimusta (28 artiklan 3 kohta). Puuttuvat kohdat: {missing}.',
    sv: 'Med det här biträdet finns inget fullständigt biträdesavtal (artikel 28.3). Punkter som saknas: {missing}.',
    en: 'There is no complete processing agreement with this processor (Art. 28(3)). Missing points: {missing}.',
  },
  PROCESSOR_STOPPED: {
    fi: 'Tietojen antaminen tälle käsittelijälle on pysäytetty. Avaa se uudelleen kohdassa Valvonta, kun syy on poistunut.',
    sv: 'Överlämnandet av uppgifter till det här biträdet har stoppats. Öppna det igen under Tillsyn när orsaken är undanröjd.',
    en: 'Handing data to this processor has been stopped. Open it again under Oversight once the reason is gone.',
  },
  TRANSFER_STOPPED: {
    fi: 'Siirrolle EU:n ja ETA:n ulkopuolelle ei ole voimassa olevaa siirtoperustetta, joten mitään ei siirretä (kohta {clause}).',
    sv: 'Det finns inget gällande verktyg för överföringen utanför EU och EES, så ingenting överförs (punkt {clause}).',
    en: 'No transfer tool is in force for leaving the EU and the EEA, so nothing is transferred (clause {clause}).',
  },
  TRANSFER_CHECK_OVERDUE: {
    fi: 'Siirtoperuste on tarkistettu yli vuosi sitten, joten mitään ei siirretä (kohta {clause}). Tarkista se ja päivitä päivä selosteeseen.',
    sv: 'Överföringsverktyget kontrollerades för över ett år sedan, så ingenting överförs (punkt {clause}). Kontrollera det och uppdatera datumet i beskrivningen.',
    en: 'The transfer tool was checked more than a year ago, so nothing is transferred (clause {clause}). Check it and update the day in the statement.',
  },
  STOP_SUBJECT_NOT_KNOWN: {
    fi: 'Seloste ei nimeä tällaista siirtoperustetta tai käsittelijää.',
    sv: 'Beskrivningen nämner inget sådant verktyg eller biträde.',
    en: 'The statement names no such transfer tool or processor.',
  },
  ALREADY_STOPPED: {
    fi: 'Tämä on jo pysäytetty.',
    sv: 'Detta har redan stoppats.',
    en: 'This has been stopped already.',
  },
}
