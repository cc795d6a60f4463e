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
  PAPER_DAY_NOT_VALID: {
    fi: 'Hävityspäivän on oltava tästä päivästä alkaen enintään {days} päivän päässä.',
    sv: 'Förstöringsdagen ska vara från i dag högst {days} dagar framåt.',
    en: 'The day of destruction must be today or at most {days} days from now.',
  },
  PAPER_NOT_OPEN: {
    fi: 'Tätä paperia ei ole, tai se on jo kirjattu hävitetyksi.',
    sv: 'Det finns inget sådant papper, eller så har det redan antecknats som förstört.',
    en: 'There is no such paper, or it is already recorded as destroyed.',
  },
  WITNESS_MISSING: {
    fi: 'Nimeä työtoveri, joka näki hävittämisen, tai anna hävittämistodistuksen tunniste (kohta {clause}).',
    sv: 'Ange en kollega som såg förstöringen, eller förstöringsintygets beteckning (punkt {clause}).',
    en: 'Name a colleague who saw the destruction, or give the reference of a certificate (clause {clause}).',
  },
  WITNESS_IS_ONESELF: {
    fi: 'Todistajan on oltava joku muu kuin hävittäjä.',
    sv: 'Vittnet ska vara någon annan än den som förstörde pappret.',
    en: 'The witness must be somebody other than the one who destroyed the paper.',
  },
  RECEIPT_NOT_AWAITED: {
    fi: 'Kuittausta ei odoteta: ilmoitusta ei ole vielä lähetetty, tai siihen on jo vastattu.',
    sv: 'Ingen kvittering väntas: meddelandet har inte skickats ännu, eller så har det redan besvarats.',
    en: 'No receipt is awaited: the notice has not been sent yet, or has been answered.',
  },
  RECEIVER_WITHOUT_ADDRESS: {
    fi: 'Seloste ei kerro vastaanottajan sähköpostiosoitetta. Kerro vastaanottajalle muulla tavalla ja merkitse se kerrotuksi.',
    sv: 'Beskrivningen anger ingen e-postadress till mottagaren. Meddela mottagaren på annat sätt och anteckna det.',
    en: 'The statement gives no mail address for this receiver. Tell the receiver by other means, and mark it as told.',
  },
  ALREADY_STOPPED: {
    fi: 'Tämä on jo pysäytetty.',
    sv: 'Detta har redan stoppats.',
    en: 'This has been stopped already.',
  },
}
