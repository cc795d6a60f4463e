import type { Language } from '#platform/language'
import type { RightName } from '../../format.ts'
import { type Sayable, say, type Text } from '../text.ts'

/** What each right means, in everyday words. */
export const rightWords: Record<RightName, Record<Language, { title: string; text: string }>> = {
  access: {
    fi: {
      title: 'Saada tietosi',
      text: 'Voit kysyä, mitä tietoja meillä on sinusta, ja saada niistä jäljennöksen sekä tiedon siitä, mistä ne on saatu ja kenelle niitä on annettu.',
    },
    sv: {
      title: 'Få dina uppgifter',
      text: 'Du kan fråga vilka uppgifter vi har om dig och få en kopia av dem, och veta varifrån de kommer och till vem de har lämnats.',
    },
    en: {
      title: 'Get your data',
      text: 'You may ask what we hold about you and receive a copy, with where it came from and to whom it has been given.',
    },
  },
  rectification: {
    fi: {
      title: 'Korjata tietosi',
      text: 'Jos jokin tieto on väärin, vanhentunut, puutteellinen tai turha, korjaamme, täydennämme tai poistamme sen. Korjaamme virheet myös oma-aloitteisesti.',
    },
    sv: {
      title: 'Rätta dina uppgifter',
      text: 'Om något är fel, föråldrat, ofullständigt eller onödigt rättar, kompletterar eller raderar vi det. Vi rättar fel även på eget initiativ.',
    },
    en: {
      title: 'Correct your data',
      text: 'If something is wrong, out of date, incomplete or unneeded, we correct, complete or erase it. We also mend errors unasked.',
    },
  },
  erasure: {
    fi: { title: 'Poistaa tietosi', text: 'Voit pyytää, että poistamme tietosi.' },
    sv: { title: 'Radera dina uppgifter', text: 'Du kan be oss radera dina uppgifter.' },
    en: { title: 'Erase your data', text: 'You may ask us to erase your data.' },
  },
  restriction: {
    fi: {
      title: 'Rajoittaa käsittelyä',
      text: 'Voit pyytää, että tietojasi vain säilytetään eikä käytetä, esimerkiksi sen ajan, kun niiden oikeellisuutta selvitetään.',
    },
    sv: {
      title: 'Begränsa behandlingen',
      text: 'Du kan be att dina uppgifter endast bevaras och inte används, till exempel medan det utreds om de är korrekta.',
    },
    en: {
      title: 'Restrict the use',
      text: 'You may ask that your data are only kept and not used, for instance while it is checked whether they are right.',
    },
  },
  objection: {
    fi: {
      title: 'Vastustaa käsittelyä',
      text: 'Kun perusteena on oikeutettu etu, voit vastustaa käsittelyä omaan tilanteeseesi liittyvällä perusteella. Lopetamme sen, ellei meillä ole siihen huomattavan tärkeää syytä.',
    },
    sv: {
      title: 'Invända mot behandlingen',
      text: 'När grunden är ett berättigat intresse kan du invända av skäl som hänför sig till din situation. Vi upphör med den om vi inte har tvingande skäl att fortsätta.',
    },
    en: {
      title: 'Object to the use',
      text: 'Where the basis is legitimate interest, you may object for reasons of your own situation. We stop unless we have compelling grounds to go on.',
    },
  },
  objectionToMarketing: {
    fi: {
      title: 'Kieltää suoramarkkinointi',
      text: 'Voit kieltää suoramarkkinoinnin kokonaan, jonkin kanavan tai jonkin aiheen. Syytä ei kysytä.',
    },
    sv: {
      title: 'Säga nej till direktmarknadsföring',
      text: 'Du kan säga nej till all direktmarknadsföring, till en kanal eller till ett ämne. Inga skäl behövs.',
    },
    en: {
      title: 'Say no to direct marketing',
      text: 'You may refuse direct marketing altogether, by one channel or on one topic. No reason is asked.',
    },
  },
  portability: {
    fi: {
      title: 'Siirtää tietosi',
      text: 'Tiedot, jotka olet itse antanut ja joita käsittelemme sopimuksen tai suostumuksesi perusteella, saat koneluettavina.',
    },
    sv: {
      title: 'Flytta dina uppgifter',
      text: 'De uppgifter som du själv har lämnat och som vi behandlar på grund av avtal eller samtycke får du i maskinläsbar form.',
    },
    en: {
      title: 'Take your data with you',
      text: 'Data that you gave yourself and that we use under a contract or your consent, you get in machine-readable form.',
    },
  },
  withdrawalOfConsent: {
    fi: {
      title: 'Perua suostumuksesi',
      text: 'Voit perua suostumuksen milloin tahansa yhtä helposti kuin annoit sen. Peruminen ei muuta sitä, mitä ennen sitä on tehty.',
    },
    sv: {
      title: 'Återta ditt samtycke',
      text: 'Du kan när som helst återta ett samtycke lika lätt som du gav det. Det ändrar inte det som gjorts dessförinnan.',
    },
    en: {
      title: 'Withdraw your consent',
      text: 'You may withdraw a consent at any time, as easily as you gave it. That does not change what was done before.',
    },
  },
  complaint: {
    fi: {
      title: 'Valittaa',
      text: 'Voit viedä asian tietosuojavaltuutetun käsiteltäväksi. Yhteystiedot ovat kohdassa 13.',
    },
    sv: { title: 'Klaga', text: 'Du kan föra ärendet till dataombudsmannen. Kontaktuppgifterna finns i avsnitt 13.' },
    en: {
      title: 'Complain',
      text: 'You may take the matter to the Data Protection Ombudsman; section 13 has the contact details.',
    },
  },
}

/** How the rights are used. */
export const usingWords = {
  fi: {
    how: (contact: Sayable): Text =>
      say`Oikeuksien käyttäminen on maksutonta. Kerro pyyntösi omin sanoin: ${contact}. Lomaketta ei tarvita.`,
    due: (period: string) => `Vastaamme viimeistään ${period === '1 kk' ? 'kuukauden' : `${period}:n`} kuluessa.`,
    identity:
      'Varmistamme henkilöllisyytesi kevyimmällä riittävällä tavalla, emmekä pyydä jäljennöstä henkilötodistuksesta.',
    noProof: 'Henkilöllisyyttäsi ei kysytä.',
    immediately: 'Kielto astuu voimaan heti, eikä henkilöllisyyttäsi kysytä.',
    unsubscribe: 'Jokaisessa markkinointiviestissä on linkki, jolla lista loppuu yhdellä napsautuksella.',
    corrected: 'Korjaamme tiedot viipymättä ja kerromme korjauksesta niille, joille tietoja on annettu.',
    erasedIn: (period: string) =>
      `Poistamme tiedot viimeistään ${period === '1 kk' ? 'kuukauden' : `${period}:n`} kuluessa.`,
    agent: 'Myös valtuuttamasi henkilö voi tehdä pyynnön puolestasi.',
    blockers:
      'Jos jotakin on säilytettävä, kerromme mitä, miksi ja mihin asti, ja poistamme sen itse, kun este on ohi. Esteitä ovat vain nämä:',
    blockerNames: {
      law: 'laki velvoittaa säilyttämään tiedon (esimerkiksi kirjanpito)',
      'active-contract': 'olet itse voimassa olevan sopimuksen osapuoli',
      relationship: 'olet itse voimassa olevan sopimuksen osapuoli',
      'open-assignment': 'toimeksianto on kesken',
      'open-invoice': 'lasku on maksamatta',
      collection: 'saatavan perintä on kesken',
      'legal-claim': 'oikeusvaade on vireillä',
      warranty: 'takuu on voimassa',
    },
    published: 'Tämä seloste on julkaistu osoitteessa',
    publishedHere: 'Tämä seloste on kaikkien luettavissa, myös sen kaikki aiemmat versiot.',
    delivery: 'Lähetämme sen pyynnöstä myös sinulle erikseen.',
  },
  sv: {
    how: (contact: Sayable): Text =>
      say`Det kostar inget att använda rättigheterna. Framför din begäran med egna ord: ${contact}. Ingen blankett behövs.`,
    due: (period: string) => `Vi svarar senast inom ${period === '1 månad' ? 'en månad' : period}.`,
    identity: 'Vi försäkrar oss om vem du är på det lättaste sätt som räcker och ber inte om kopia av legitimation.',
    noProof: 'Vi frågar inte efter din identitet.',
    immediately: 'Förbudet gäller genast, och vi frågar inte efter din identitet.',
    unsubscribe: 'I varje marknadsföringsmeddelande finns en länk som avslutar utskicken med ett klick.',
    corrected: 'Vi rättar uppgifterna utan dröjsmål och meddelar dem som har fått uppgifterna.',
    erasedIn: (period: string) => `Vi raderar uppgifterna senast inom ${period === '1 månad' ? 'en månad' : period}.`,
    agent: 'Även den du befullmäktigar kan göra begäran för din räkning.',
    blockers:
      'Om något måste bevaras berättar vi vad, varför och hur länge, och vi raderar det självmant när hindret har upphört. Endast dessa är hinder:',
    blockerNames: {
      law: 'lagen förpliktar till att bevara uppgiften (till exempel bokföring)',
      'active-contract': 'du är själv part i ett gällande avtal',
      relationship: 'du är själv part i ett gällande avtal',
      'open-assignment': 'ett uppdrag pågår',
      'open-invoice': 'en faktura är obetald',
      collection: 'en indrivning pågår',
      'legal-claim': 'ett rättsligt anspråk är anhängigt',
      warranty: 'en garanti är i kraft',
    },
    published: 'Den här beskrivningen finns på adressen',
    publishedHere: 'Alla kan läsa den här beskrivningen, även alla dess tidigare versioner.',
    delivery: 'På begäran skickar vi den också till dig.',
  },
  en: {
    how: (contact: Sayable): Text =>
      say`Using your rights costs nothing. Tell us in your own words: ${contact}. No form is needed.`,
    due: (period: string) => `We answer within ${period === '1 month' ? 'one month' : period} at the latest.`,
    identity:
      'We make sure who you are in the lightest way that will do, and never ask for a copy of an identity document.',
    noProof: 'We do not ask who you are.',
    immediately: 'It takes effect at once, and we do not ask who you are.',
    unsubscribe: 'Every marketing message has a link that ends the mailings with one click.',
    corrected: 'We correct data without delay and tell those to whom they have been given.',
    erasedIn: (period: string) =>
      `We erase the data within ${period === '1 month' ? 'one month' : period} at the latest.`,
    agent: 'Someone you authorise may also ask for you.',
    blockers:
      'If something must be kept, we tell you what, why and until when, and erase it ourselves when the reason ends. The only reasons are:',
    blockerNames: {
      law: 'the law obliges us to keep it (bookkeeping, for instance)',
      'active-contract': 'you are yourself a party to a contract in force',
      relationship: 'you are yourself a party to a contract in force',
      'open-assignment': 'an assignment is under way',
      'open-invoice': 'an invoice is unpaid',
      collection: 'a debt is being collected',
      'legal-claim': 'a legal claim is pending',
      warranty: 'a warranty is running',
    },
    published: 'This statement is published at',
    publishedHere: 'Anyone may read this statement and all its earlier versions.',
    delivery: 'We also send it to you separately if you ask.',
  },
} as const

/** Art. 13(2)(e) and (f). */
export const provisionWords = {
  fi: {
    decisionsTitle: 'Automaattinen päätöksenteko',
    noDecisions: 'Emme tee sinua koskevia päätöksiä pelkästään automaattisesti emmekä profiloi sinua.',
    provisionTitle: 'Onko tietojen antaminen pakollista?',
    none: 'Tietojen antaminen on vapaaehtoista. Ilman yhteystietoja emme kuitenkaan voi vastata sinulle.',
    contract: 'Sopimuksen tekeminen edellyttää tietoja, jotka on merkitty pakollisiksi.',
    law: 'Laki edellyttää pakollisiksi merkittyjen tietojen antamista.',
    partly: 'Osa tiedoista tarvitaan sopimuksen tekemiseen; muiden antaminen on vapaaehtoista.',
  },
  sv: {
    decisionsTitle: 'Automatiserat beslutsfattande',
    noDecisions: 'Vi fattar inga beslut om dig enbart automatiskt och profilerar dig inte.',
    provisionTitle: 'Måste uppgifterna lämnas?',
    none: 'Det är frivilligt att lämna uppgifter. Utan kontaktuppgifter kan vi dock inte svara dig.',
    contract: 'Ett avtal förutsätter de uppgifter som är märkta som obligatoriska.',
    law: 'Lagen kräver de uppgifter som är märkta som obligatoriska.',
    partly: 'En del av uppgifterna behövs för att ingå avtal; övriga är frivilliga.',
  },
  en: {
    decisionsTitle: 'Automated decisions',
    noDecisions: 'We make no decisions about you by automated means alone, and we do not profile you.',
    provisionTitle: 'Must the data be given?',
    none: 'Giving data is voluntary. Without contact details, though, we cannot answer you.',
    contract: 'Making a contract takes the data marked as required.',
    law: 'The law requires the data marked as required.',
    partly: 'Some of the data are needed to make a contract; giving the rest is voluntary.',
  },
} as const
