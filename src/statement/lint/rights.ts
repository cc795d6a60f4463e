import type { RightName, Statement, Words } from '../format.ts'
import { type Breach, oneBreach, type Rule, when } from './finding.ts'

/** Section 12: what a person may ask. */
export const rulesOfRights: readonly Rule[] = [
  {
    code: 'E-RIGHTS-MISSING',
    clause: 'S12',
    article: 'Art. 13(2)(b)–(c) GDPR',
    find: rightsUnsaid,
    reason: {
      fi: 'Seloste ei kerro kaikista oikeuksista ({names}).',
      sv: 'Beskrivningen nämner inte alla rättigheter ({names}).',
      en: 'The statement does not tell of all rights ({names}).',
    },
    mend: {
      fi: 'Lisää puuttuvat oikeudet. Ohjelma toteuttaa ne joka tapauksessa.',
      sv: 'Lägg till de rättigheter som saknas. Programmet uppfyller dem i vilket fall som helst.',
      en: 'Add the missing rights. The program fulfils them in any case.',
    },
  },
  {
    code: 'E-ADM-MISSING',
    clause: 'S12',
    article: 'Art. 13(2)(f) and 22 GDPR',
    find: ({ automatedDecisions }) => when(!automatedDecisions, '/automatedDecisions'),
    reason: {
      fi: 'Seloste ei kerro, tehdäänkö automaattisia päätöksiä tai profilointia.',
      sv: 'Beskrivningen säger inte om automatiserade beslut eller profilering förekommer.',
      en: 'The statement does not say whether automated decisions or profiling take place.',
    },
    mend: {
      fi: 'Kerro, ettei automaattisia päätöksiä tehdä, tai kuvaa ne.',
      sv: 'Säg att inga automatiserade beslut fattas, eller beskriv dem.',
      en: 'Say that no automated decisions are made, or describe them.',
    },
  },
  {
    code: 'W-PROVISION-MISSING',
    clause: 'S12',
    article: 'Art. 13(2)(e) GDPR',
    find: ({ provisionOfData }) => when(!provisionOfData, '/provisionOfData'),
    reason: {
      fi: 'Seloste ei kerro, onko tietojen antaminen pakollista ja mitä antamatta jättämisestä seuraa.',
      sv: 'Beskrivningen säger inte om det är obligatoriskt att lämna uppgifter och vad som annars följer.',
      en: 'The statement does not say whether giving the data is required, nor what follows if they are not given.',
    },
    mend: {
      fi: 'Kerro, mitkä tiedot ovat pakollisia ja miksi.',
      sv: 'Berätta vilka uppgifter som krävs och varför.',
      en: 'Say which data are required, and why.',
    },
  },
  {
    code: 'E-OBJECTION-MISSING',
    clause: 'S12.16',
    article: 'Art. 21(2)–(4) GDPR',
    find: ({ purposes, rights }) =>
      when(
        purposes.some(({ messageClass }) => messageClass === 'marketing') && !rights?.objectionToMarketing,
        '/rights',
      ),
    reason: {
      fi: 'Tietoja käytetään suoramarkkinointiin, mutta oikeudesta kieltää se ei kerrota.',
      sv: 'Uppgifterna används för direktmarknadsföring, men rätten att förbjuda det nämns inte.',
      en: 'Data are used for direct marketing, but the right to forbid it is not mentioned.',
    },
    mend: {
      fi: 'Kerro kielto-oikeudesta selkeästi ja muusta erillään.',
      sv: 'Berätta tydligt och separat om rätten att förbjuda.',
      en: 'Tell of the right to object clearly and separately.',
    },
  },
  {
    code: 'E-OBJECTION-HARD',
    clause: 'S12.17',
    article: 'Art. 21(3) and 12(2) GDPR',
    find: ({ rights }) => {
      const objection = rights?.objectionToMarketing
      const hard = objection?.identity === 'signed-or-verified' || objection?.form === 'fixed'
      return when(hard, '/rights/objectionToMarketing')
    },
    reason: {
      fi: 'Markkinointikielto vaatii todistelua tai lomakkeen, vaikka kielto on ehdoton.',
      sv: 'Marknadsföringsförbudet kräver bevis eller blankett, fast förbudet är ovillkorligt.',
      en: 'Objecting to marketing takes proof or a form, though the objection is absolute.',
    },
    mend: {
      fi: 'Ota kielto vastaan missä muodossa tahansa ilman tunnistamista.',
      sv: 'Ta emot förbudet i vilken form som helst utan identifiering.',
      en: 'Take the objection in any form, without identification.',
    },
  },
  {
    code: 'W-FORM-FIXED',
    clause: 'S12.4',
    article: 'Art. 12(2) GDPR',
    find: ({ rights }) =>
      requestNames.flatMap((name) => (rights?.[name]?.form === 'fixed' ? [{ path: `/rights/${name}/form` }] : [])),
    reason: {
      fi: 'Pyynnön saa tehdä vain lomakkeella, vaikka asetus ei salli muotovaatimusta.',
      sv: 'Begäran godtas bara på blankett, fast förordningen inte tillåter ett formkrav.',
      en: 'Requests are taken by form only, though the Regulation allows no such demand.',
    },
    mend: {
      fi: 'Hyväksy vapaamuotoiset pyynnöt.',
      sv: 'Godta fritt formulerade begäranden.',
      en: 'Accept requests in any form.',
    },
  },
]

const requestNames = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const

interface Asked {
  name: RightName
  article: string
  said: Words
}

const asked: readonly Asked[] = [
  { name: 'access', article: 'eu-gdpr:A15', said: { fi: 'tietojen saaminen', sv: 'tillgång', en: 'access' } },
  { name: 'rectification', article: 'eu-gdpr:A16', said: { fi: 'oikaiseminen', sv: 'rättelse', en: 'rectification' } },
  { name: 'erasure', article: 'eu-gdpr:A17', said: { fi: 'poistaminen', sv: 'radering', en: 'erasure' } },
  {
    name: 'restriction',
    article: 'eu-gdpr:A18',
    said: { fi: 'käsittelyn rajoittaminen', sv: 'begränsning av behandling', en: 'restriction' },
  },
  {
    name: 'portability',
    article: 'eu-gdpr:A20',
    said: { fi: 'tietojen siirtäminen', sv: 'dataportabilitet', en: 'portability' },
  },
  {
    name: 'objection',
    article: 'eu-gdpr:A21-1',
    said: { fi: 'käsittelyn vastustaminen', sv: 'invändning mot behandling', en: 'objection to processing' },
  },
  {
    name: 'withdrawalOfConsent',
    article: 'eu-gdpr:A7-3',
    said: { fi: 'suostumuksen peruuttaminen', sv: 'återkallande av samtycke', en: 'withdrawal of consent' },
  },
]

function rightsUnsaid({ rights }: Statement): Breach[] {
  const unsaid = asked.filter(({ name, article }) => !rights?.[name] || rights.notMentioned?.includes(article))
  return oneBreach(
    unsaid.map(({ said }) => said),
    '/rights',
  )
}
