import { ownTexts } from '../../texts/own.ts'

const fi = {
  title: 'Viivästyskoron viitekorot',
  under:
    'Korkolain 12 §: viitekorko vahvistetaan puolivuosittain. Viivästyskorko on viitekorko lisättynä 7 prosenttiyksiköllä, yritysten välisissä saatavissa 8 prosenttiyksiköllä.',
  missing: (half: string) => `Puolivuoden ${half} viitekorko puuttuu`,
  missingWhy:
    'Viivästyskorkoa ei lasketa arvaamalla: sitä koskevat muistutukset odottavat, kunnes viitekorko on kirjattu. Suomen Pankki ilmoittaa sen kesä- ja joulukuun lopussa.',
  rateOf: (half: string) => `Viitekorko ${half}`,
  hint: 'Puolen prosenttiyksikön välein, kuten Suomen Pankki ilmoittaa.',
  enter: 'Kirjaa',
  done: 'Viitekorko kirjattu',
  entered: 'kirjattu käsin, korjaa',
  used: 'kirjattu käsin; muistutuksia on jo laskettu tällä',
}

const sv: typeof fi = {
  title: 'Referensräntor för dröjsmålsräntan',
  under:
    'Räntelagen 12 §: referensräntan fastställs halvårsvis. Dröjsmålsräntan är 7 procentenheter högre, mellan företag 8.',
  missing: (half) => `Referensräntan för halvåret ${half} saknas`,
  missingWhy:
    'Dröjsmålsräntan gissas inte: påminnelser som beror på den väntar tills referensräntan har antecknats. Finlands Bank meddelar den i slutet av juni och december.',
  rateOf: (half) => `Referensränta ${half}`,
  hint: 'I steg om en halv procentenhet, som Finlands Bank meddelar.',
  enter: 'Anteckna',
  done: 'Referensräntan har antecknats',
  entered: 'antecknad här, rätta',
  used: 'antecknad här; påminnelser har redan räknats med den',
}

const en: typeof fi = {
  title: 'Reference rates of late interest',
  under:
    'Interest Act § 12: the reference rate is fixed for each half-year. Late interest is 7 points above it, 8 between businesses.',
  missing: (half) => `The reference rate of the half-year ${half} is missing`,
  missingWhy:
    'Late interest is never guessed: reminders that hang on it wait until the rate has been entered. The Bank of Finland announces it at the end of June and December.',
  rateOf: (half) => `Reference rate ${half}`,
  hint: 'In steps of half a point, as the Bank of Finland announces it.',
  enter: 'Enter',
  done: 'The reference rate is entered',
  entered: 'entered here, correct it',
  used: 'entered here; reminders have been counted with it',
}

export const useRateTexts = ownTexts({ fi, sv, en })
