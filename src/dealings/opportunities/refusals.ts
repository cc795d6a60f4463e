import type { RefusalCatalogue } from '#platform/problem'

export const opportunityRefusals: RefusalCatalogue = {
  OPPORTUNITY_LOST_WHY: {
    fi: 'Kerro, miksi mahdollisuus hävittiin. Ilman syytä häviöstä ei opi mitään.',
    sv: 'Ange varför möjligheten förlorades. Utan orsak går det inte att lära sig något av förlusten.',
    en: 'Say why the opportunity was lost. Without a reason nothing is learnt from it.',
  },
  OPPORTUNITY_CLOSED: {
    fi: 'Mahdollisuus on jo voitettu tai hävitty. Avaa se tarvittaessa uudelleen omalta kortiltaan.',
    sv: 'Möjligheten är redan vunnen eller förlorad. Öppna den vid behov på nytt på dess eget kort.',
    en: 'The opportunity is already won or lost. If need be, open it again on its own card.',
  },
  OPPORTUNITY_MOVED_MEANWHILE: {
    fi: 'Joku toinen ehti muuttaa tätä mahdollisuutta. Mitään ei menetetty: taulu näyttää nyt uuden tilanteen, ja voit siirtää kortin uudelleen.',
    sv: 'Någon annan hann ändra den här möjligheten. Inget gick förlorat: tavlan visar nu läget, och du kan flytta kortet på nytt.',
    en: 'Somebody else has changed this opportunity meanwhile. Nothing was lost: the board now shows where it stands, and you can move the card again.',
  },
  OPPORTUNITY_OF_ENQUIRY: {
    fi: 'Yhteydenotosta on jo tehty mahdollisuus.',
    sv: 'En möjlighet har redan skapats utifrån förfrågan.',
    en: 'An opportunity has already been made of this enquiry.',
  },
  STAGE_IN_USE: {
    fi: 'Vaiheessa {stage} on mahdollisuuksia. Siirrä ne ensin toiseen vaiheeseen.',
    sv: 'Det finns möjligheter i skedet {stage}. Flytta dem först till ett annat skede.',
    en: 'There are opportunities in the stage {stage}. Move them to another stage first.',
  },
  STAGE_NOT_OF_PIPELINE: {
    fi: 'Vaihe ei kuulu tähän myyntiputkeen.',
    sv: 'Skedet hör inte till den här försäljningspipelinen.',
    en: 'The stage is not one of this pipeline.',
  },
  PIPELINE_NEEDS_STAGES: {
    fi: 'Myyntiputkessa on oltava vähintään yksi avoin vaihe, yksi voitettu ja yksi hävitty.',
    sv: 'En försäljningspipeline behöver minst ett öppet skede, ett vunnet och ett förlorat.',
    en: 'A pipeline needs at least one open stage, one won and one lost.',
  },
  PIPELINE_LAST: {
    fi: 'Viimeistä käytössä olevaa myyntiputkea ei voi poistaa käytöstä.',
    sv: 'Den sista försäljningspipelinen i bruk kan inte tas ur bruk.',
    en: 'The last pipeline in use cannot be taken out of use.',
  },
  COMPANY_NOT_FOUND: {
    fi: 'Yritystä ei löydy rekisteristä. Tuo yritys ensin tai tarkista nimi tai Y-tunnus.',
    sv: 'Företaget finns inte i registret. Importera företaget först, eller kontrollera namnet eller FO-numret.',
    en: 'The register has no such company. Import the company first, or check its name or business ID.',
  },
  PERSON_NOT_FOUND: {
    fi: 'Tällä sähköpostiosoitteella ei löydy henkilöä, jonka tietoja roolisi voi käyttää.',
    sv: 'Det finns ingen person med den här e-postadressen vars uppgifter din roll får använda.',
    en: 'Nobody whose record your duty may use has this e-mail address.',
  },
  PERSON_NOT_CLEAR: {
    fi: 'Sähköpostiosoite on usealla henkilöllä. Kerro rivillä yritys ja jätä osoite pois.',
    sv: 'Flera personer har e-postadressen. Ange företaget på raden och lämna bort adressen.',
    en: 'Several people have this e-mail address. Say the company on the line and leave the address out.',
  },
  NOT_OF_PIPELINES: {
    fi: 'Tämännimistä myyntiputkea tai vaihetta ei ole, tai niitä on useita. Kerro rivillä myyntiputki ja sen vaihe.',
    sv: 'Det finns ingen pipeline eller inget skede med det namnet, eller flera. Ange pipelinen och dess skede på raden.',
    en: 'There is no pipeline or stage of this name, or several. Say the pipeline and its stage on the line.',
  },
  STAGE_AND_STATE_DIFFER: {
    fi: 'Rivi on merkitty avoimeksi, mutta sen vaihe on voitettu tai hävitty.',
    sv: 'Raden är märkt som öppen, men dess skede är vunnet eller förlorat.',
    en: 'The line says open, but its stage is won or lost.',
  },
  STAFF_NOT_FOUND: {
    fi: 'Henkilökunnassa ei ole ketään tällä nimellä tai sähköpostiosoitteella, tai heitä on useita.',
    sv: 'Ingen i personalen har det här namnet eller den här e-postadressen, eller så har flera det.',
    en: 'Nobody of the staff has this name or e-mail address, or several have.',
  },
  OPPORTUNITY_NOT_CLEAR: {
    fi: 'Asiakkaalla on useita samannimisiä mahdollisuuksia, joten riviä ei voi yhdistää niistä yhteen.',
    sv: 'Kunden har flera möjligheter med samma namn, så raden kan inte kopplas till en av dem.',
    en: 'The customer has several opportunities of this name, so the line cannot be told to be one of them.',
  },
  OPPORTUNITY_IN_USE: {
    fi: 'Mahdollisuuteen liittyy jo muuta, kuten tarjous tai tehtävä, joten sitä ei poistettu.',
    sv: 'Annat hänger redan på möjligheten, såsom en offert eller en uppgift, så den raderades inte.',
    en: 'Something hangs on the opportunity already, such as a quote or a task, so it was not removed.',
  },
}
