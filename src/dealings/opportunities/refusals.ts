import type { RefusalCatalogue } from '#platform/problem'

export const opportunityRefusals: RefusalCatalogue = {
  OPPORTUNITY_LOST_WHY: {
    fi: 'Kerro, miksi mahdollisuus hävittiin. Ilman syytä häviöstä ei opi mitään.',
    sv: 'Ange varför möjligheten förlorades. Utan orsak går det inte att lära sig något av förlusten.',
    en: 'Say why the opportunity was lost. Without a reason nothing is learnt from it.',
  },
  OPPORTUNITY_MOVED_MEANWHILE: {
    fi: 'Joku toinen ehti muuttaa tätä mahdollisuutta. Mitään ei menetetty: taulu näyttää nyt uuden tilanteen, ja voit siirtää kortin uudelleen.',
    sv: 'Någon annan hann ändra den här möjligheten. Inget gick förlorat: tavlan visar nu läget, och du kan flytta kortet på nytt.',
    en: 'Somebody else has changed this opportunity meanwhile. Nothing was lost: the board now shows where it stands, and you can move the card again.',
  },
  OPPORTUNITY_OF_ENQUIRY: {
    fi: 'Yhteydenotosta on jo tehty mahdollisuus.',
    sv: 'Av kontakten har redan gjorts en möjlighet.',
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
}
