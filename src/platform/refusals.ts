import type { RefusalCatalogue } from './problem.ts'

export const platformRefusals: RefusalCatalogue = {
  FAULT: {
    fi: 'Jokin meni meillä vikaan. Mitään ei muutettu. Yritä hetken kuluttua uudelleen.',
    sv: 'Något gick fel hos oss. Ingenting ändrades. Försök igen om en stund.',
    en: 'Something went wrong on our side. Nothing was changed. Try again in a moment.',
  },
  NOT_FOUND: {
    fi: 'Tätä ei löydy, tai se ei kuulu rooleihisi.',
    sv: 'Detta finns inte, eller hör inte till dina uppgifter.',
    en: 'This does not exist, or is not part of your duties.',
  },
  INVALID_REQUEST: {
    fi: 'Pyyntö ei kelpaa kohdassa {field}.',
    sv: 'Begäran är ogiltig vid {field}.',
    en: 'The request is not valid at {field}.',
  },
  BODY_TOO_LARGE: {
    fi: 'Lähetys on liian suuri. Enimmäiskoko on {limit} tavua.',
    sv: 'Försändelsen är för stor. Största storlek är {limit} byte.',
    en: 'The request is too large. The limit is {limit} bytes.',
  },
  INVALID_UTF8: {
    fi: 'Teksti ei ole kelvollista UTF-8-merkistöä.',
    sv: 'Texten är inte giltig UTF-8.',
    en: 'The text is not valid UTF-8.',
  },
  INVALID_JSON: {
    fi: 'Pyynnön runko ei ole kelvollista JSONia.',
    sv: 'Begärans innehåll är inte giltig JSON.',
    en: 'The request body is not valid JSON.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    fi: 'Tätä sisältötyyppiä ei oteta vastaan.',
    sv: 'Den här innehållstypen tas inte emot.',
    en: 'This content type is not accepted.',
  },
  TOO_MANY_REQUESTS: {
    fi: 'Pyyntöjä tuli liian tiheään. Odota hetki ja yritä uudelleen.',
    sv: 'För många förfrågningar. Vänta en stund och försök igen.',
    en: 'Too many requests. Wait a moment and try again.',
  },
  EDITED_MEANWHILE: {
    fi: 'Joku muu muutti tätä sillä välin. Katso uusi sisältö ja tee muutoksesi uudelleen.',
    sv: 'Någon annan ändrade detta under tiden. Se det nya innehållet och gör din ändring på nytt.',
    en: 'Somebody else changed this meanwhile. Look at the new content and make your change again.',
  },
}
