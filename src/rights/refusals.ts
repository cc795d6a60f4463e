import type { RefusalCatalogue } from '#platform/problem'

export const rightsRefusals: RefusalCatalogue = {
  RECEIVED_IN_FUTURE: {
    fi: 'Pyyntö ei ole voinut saapua tulevaisuudessa. Anna päivä, jona se ensimmäisen kerran saapui taloon.',
    sv: 'En begäran kan inte ha kommit in i framtiden. Ange den dag då den först kom till huset.',
    en: 'A request cannot have arrived in the future. Give the day it first reached the house.',
  },
}
