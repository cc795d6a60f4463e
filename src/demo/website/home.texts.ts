/** The words of the fictional company's home page. */
export const homeTexts = {
  title: { fi: 'Lämpöä, joka pysyy kotona', sv: 'Värme som stannar hemma', en: 'Warmth that stays at home' },
  lead: {
    fi: 'Suunnittelemme, asennamme ja huollamme lämpöpumput taloyhtiöille ja yrityksille.',
    sv: 'Vi planerar, installerar och underhåller värmepumpar för husbolag och företag.',
    en: 'We plan, install and service heat pumps for housing companies and businesses.',
  },
  pages: { fi: 'Sivut', sv: 'Sidor', en: 'Pages' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  services: { fi: 'Palvelut', sv: 'Tjänster', en: 'Services' },
  list: {
    fi: [
      ['Maalämpö', 'Kartoitus, porausluvat ja asennus avaimet käteen.'],
      ['Ilma-vesilämpö', 'Vanhan kattilan tilalle, yleensä kolmessa päivässä.'],
      ['Huolto', 'Vuosihuolto ja päivystys samalla sopimuksella.'],
    ],
    sv: [
      ['Bergvärme', 'Kartläggning, borrtillstånd och nyckelfärdig installation.'],
      ['Luft-vattenvärme', 'I stället för en gammal panna, oftast på tre dagar.'],
      ['Underhåll', 'Årlig service och jour med samma avtal.'],
    ],
    en: [
      ['Ground source', 'Survey, drilling permits and a turnkey installation.'],
      ['Air to water', 'In place of an old boiler, usually within three days.'],
      ['Service', 'Yearly service and on-call repairs under one contract.'],
    ],
  },
  video: { fi: 'Katso asennus', sv: 'Se en installation', en: 'Watch an installation' },
  videoTitle: {
    fi: 'Lämpöpumppu asennetaan päivässä',
    sv: 'En värmepump installeras på en dag',
    en: 'A heat pump goes in within a day',
  },
  watch: {
    fi: 'Katso video Kuvavirran sivuilla',
    sv: 'Se videon på Kuvavirtas webbplats',
    en: 'Watch the video on Kuvavirta’s site',
  },
  contact: { fi: 'Ota yhteyttä', sv: 'Kontakta oss', en: 'Contact us' },
  write: { fi: 'Kirjoita meille', sv: 'Skriv till oss', en: 'Write to us' },
  statement: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy statement' },
  choices: { fi: 'Evästevalinnat', sv: 'Kakval', en: 'Cookie choices' },
  withdraw: { fi: 'Peru evästesuostumus', sv: 'Återta samtycket till kakor', en: 'Withdraw cookie consent' },
} as const
