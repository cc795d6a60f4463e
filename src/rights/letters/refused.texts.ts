import type { Language } from '#platform/language'

/** The closed list of grounds, as reasons in a letter. */
export const refused: Record<Language, Record<string, string>> = {
  fi: {
    'manifestly-unfounded': 'Pyyntö on ilmeisen perusteeton (12 artiklan 5 kohta).',
    'manifestly-excessive':
      'Pyyntö on kohtuuton, koska olet pyytänyt samaa toistuvasti lyhyessä ajassa (12 artiklan 5 kohta).',
    'legal-obligation': 'Laki velvoittaa meidät säilyttämään tiedot (17 artiklan 3 kohdan b alakohta).',
    'legal-claims':
      'Tarvitsemme tiedot oikeusvaateen laatimiseksi, esittämiseksi tai puolustamiseksi (17 artiklan 3 kohdan e alakohta).',
    'still-necessary':
      'Tarvitsemme tietoja edelleen siihen tarkoitukseen, johon ne on kerätty (17 artiklan 1 kohdan a alakohta).',
    'accuracy-verified': 'Olemme tarkistaneet tiedot, ja ne pitävät paikkansa (16 artikla).',
    'compelling-grounds':
      'Käsittelyyn on huomattavan tärkeä ja perusteltu syy, joka syrjäyttää etusi (21 artiklan 1 kohta).',
    'not-provided-or-no-consent-or-contract':
      'Oikeus siirtää tiedot koskee vain tietoja, jotka olet itse antanut ja joita käsitellään suostumuksesi tai kanssasi tehdyn sopimuksen perusteella (20 artikla). Käsittelemme sinua koskevia tietoja edustamasi yrityksen yhteyshenkilönä, oikeutetun edun perusteella. Voit sen sijaan pyytää tietosi tarkastettavaksi.',
    'nothing-held': 'Rekisterissämme ei ole sinua koskevia tietoja.',
    'secrecy-section-34':
      'Tietosuojalain 34 § rajoittaa oikeutta saada nämä tiedot. Voit pyytää, että tiedot annetaan tietosuojavaltuutetulle.',
  },
  sv: {
    'manifestly-unfounded': 'Begäran är uppenbart ogrundad (artikel 12.5).',
    'manifestly-excessive':
      'Begäran är orimlig, eftersom du har begärt samma sak upprepade gånger på kort tid (artikel 12.5).',
    'legal-obligation': 'Lagen förpliktar oss att bevara uppgifterna (artikel 17.3 b).',
    'legal-claims':
      'Vi behöver uppgifterna för att fastställa, göra gällande eller försvara rättsliga anspråk (artikel 17.3 e).',
    'still-necessary': 'Vi behöver fortfarande uppgifterna för det ändamål som de samlades in för (artikel 17.1 a).',
    'accuracy-verified': 'Vi har kontrollerat uppgifterna och de stämmer (artikel 16).',
    'compelling-grounds':
      'Det finns tvingande berättigade skäl för behandlingen som väger tyngre än dina intressen (artikel 21.1).',
    'not-provided-or-no-consent-or-contract':
      'Rätten att överföra uppgifter gäller bara uppgifter som du själv har lämnat och som behandlas med stöd av ditt samtycke eller ett avtal med dig (artikel 20). Vi behandlar dina uppgifter som kontaktperson för det företag du företräder, med stöd av berättigat intresse. Du kan i stället begära att få ta del av dina uppgifter.',
    'nothing-held': 'Det finns inga uppgifter om dig i vårt register.',
    'secrecy-section-34':
      '34 § i dataskyddslagen begränsar rätten att få dessa uppgifter. Du kan begära att uppgifterna lämnas till dataombudsmannen.',
  },
  en: {
    'manifestly-unfounded': 'The request is manifestly unfounded (Article 12(5)).',
    'manifestly-excessive':
      'The request is excessive: you have asked for the same repeatedly within a short time (Article 12(5)).',
    'legal-obligation': 'The law obliges us to keep the data (Article 17(3)(b)).',
    'legal-claims': 'We need the data to establish, exercise or defend legal claims (Article 17(3)(e)).',
    'still-necessary': 'We still need the data for the purpose that they were collected for (Article 17(1)(a)).',
    'accuracy-verified': 'We have checked the data, and they are accurate (Article 16).',
    'compelling-grounds':
      'There are compelling legitimate grounds for the processing that override your interests (Article 21(1)).',
    'not-provided-or-no-consent-or-contract':
      'The right to portability covers only data that you have provided yourself and that are processed on the basis of your consent or of a contract with you (Article 20). We process your data as a contact person of the company you represent, on the basis of a legitimate interest. You may ask for access to your data instead.',
    'nothing-held': 'Our register holds no data about you.',
    'secrecy-section-34':
      'Section 34 of the Data Protection Act limits the right to these data. You may ask that they be given to the Data Protection Ombudsman.',
  },
}
