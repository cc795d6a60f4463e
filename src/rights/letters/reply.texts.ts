import type { Language } from '#platform/language'
import type { RequestKind } from '../request.ts'
import type { LetterFacts } from './letter.ts'

interface ReplyWords {
  received(receivedOn: string): string
  byKind: Record<RequestKind, string>
  link: string
  enclosed: string
  done: string
  kept: string
  told: string
}

const words: Record<Language, ReplyWords> = {
  fi: {
    received: (on) => `saimme pyyntösi ${on}.`,
    byKind: {
      access:
        'Olemme koonneet tiedot, joita rekisterissämme on sinusta: mitä ne ovat, mistä ne on saatu, mihin niitä käytetään, kenelle niitä on luovutettu ja kuinka kauan niitä säilytetään.',
      rectification: 'Olemme oikaisseet tietosi.',
      erasure: 'Olemme poistaneet tietosi.',
      restriction:
        'Olemme rajoittaneet tietojesi käsittelyä: säilytämme ne, mutta emme käytä niitä. Kerromme sinulle ennen kuin rajoitus poistetaan.',
      portability:
        'Olemme koonneet itse antamasi tiedot koneluettavaan muotoon (JSON ja CSV), jotta voit siirtää ne muualle.',
      objection: 'Olemme lopettaneet käsittelyn, jota vastustit.',
      'objection-to-marketing':
        'Emme lähetä sinulle enää suoramarkkinointia mitään kanavaa pitkin. Kielto on jo voimassa. Säilytämme osoitteestasi tiivisteen, jotta kielto pysyy voimassa.',
      'withdrawal-of-consent': 'Suostumuksesi on peruttu, ja peruutus on jo voimassa.',
      complaint: 'Olemme selvittäneet asian.',
    },
    link: 'Tiedot avautuvat tästä linkistä. Sivu lähettää sinulle avauskoodin tähän osoitteeseen. Linkki on voimassa 14 päivää.\n\n{{link}}',
    enclosed: 'Tiedot ovat tämän kirjeen liitteenä.',
    done: 'Teimme seuraavaa:',
    kept: 'Seuraavat tiedot säilyvät toistaiseksi:',
    told: 'Olemme ilmoittaneet asiasta seuraaville tietojen vastaanottajille:',
  },
  sv: {
    received: (on) => `vi fick din begäran den ${on}.`,
    byKind: {
      access:
        'Vi har samlat de uppgifter som finns om dig i vårt register: vilka de är, var de kommer ifrån, vad de används till, till vem de har lämnats ut och hur länge de bevaras.',
      rectification: 'Vi har rättat dina uppgifter.',
      erasure: 'Vi har raderat dina uppgifter.',
      restriction:
        'Vi har begränsat behandlingen av dina uppgifter: vi bevarar dem men använder dem inte. Vi underrättar dig innan begränsningen upphör.',
      portability:
        'Vi har samlat de uppgifter som du själv har lämnat i maskinläsbar form (JSON och CSV), så att du kan överföra dem.',
      objection: 'Vi har upphört med den behandling som du invände mot.',
      'objection-to-marketing':
        'Vi skickar dig inte längre direktmarknadsföring i någon kanal. Förbudet gäller redan. Vi bevarar ett hashvärde av din adress, så att förbudet består.',
      'withdrawal-of-consent': 'Ditt samtycke är återkallat, och återkallelsen gäller redan.',
      complaint: 'Vi har utrett ärendet.',
    },
    link: 'Uppgifterna öppnas med den här länken. Sidan skickar en kod till den här adressen. Länken gäller i 14 dagar.\n\n{{link}}',
    enclosed: 'Uppgifterna finns som bilaga till det här brevet.',
    done: 'Vi gjorde följande:',
    kept: 'Följande uppgifter bevaras tills vidare:',
    told: 'Vi har underrättat följande mottagare av uppgifterna:',
  },
  en: {
    received: (on) => `we received your request on ${on}.`,
    byKind: {
      access:
        'We have gathered the data that our register holds about you: what they are, where they come from, what they are used for, to whom they have been disclosed and how long they are kept.',
      rectification: 'We have corrected your data.',
      erasure: 'We have erased your data.',
      restriction:
        'We have restricted the processing of your data: we keep them, and do not use them. We will tell you before the restriction ends.',
      portability:
        'We have gathered the data that you provided yourself in machine-readable form (JSON and CSV), so that you can take them elsewhere.',
      objection: 'We have stopped the processing that you objected to.',
      'objection-to-marketing':
        'We will send you no more direct marketing by any channel. Your objection is already in force. We keep a digest of your address so that it stays in force.',
      'withdrawal-of-consent': 'Your consent is withdrawn, with effect already.',
      complaint: 'We have looked into the matter.',
    },
    link: 'This link opens the data. The page sends a code to this address. The link is valid for 14 days.\n\n{{link}}',
    enclosed: 'The data are enclosed with this letter.',
    done: 'This is what we did:',
    kept: 'The following data stay for the time being:',
    told: 'We have told the following recipients of the data:',
  },
}

/** The paragraphs of an answer that grants, whole or in part. */
export const replyTexts: Record<Language, (facts: LetterFacts) => string[]> = {
  fi: (facts) => paragraphs(words.fi, facts),
  sv: (facts) => paragraphs(words.sv, facts),
  en: (facts) => paragraphs(words.en, facts),
}

function paragraphs(
  said: ReplyWords,
  { request, receivedOn, byLink, done = [], kept = [], told = [] }: LetterFacts,
): string[] {
  const isPackage = request === 'access' || request === 'portability'
  return [
    `${said.received(receivedOn)} ${said.byKind[request]}`,
    ...(isPackage ? [byLink ? said.link : said.enclosed] : []),
    ...listed(said.done, done),
    ...listed(said.kept, kept),
    ...listed(said.told, told),
  ]
}

function listed(lead: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${lead}\n${lines.map((line) => `– ${line}`).join('\n')}`]
}
