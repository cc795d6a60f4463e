import type { Language, Said } from '#platform/language'
import type { Statement } from '#statement'
import type { ToldOf } from './tables.ts'

const asks: Record<ToldOf, Said> = {
  erasure: {
    fi: 'Olemme poistaneet alla mainitun henkilön tiedot. Poistakaa ne myös omista järjestelmistänne ja varmuuskopioistanne, kun niiden kierto sen sallii.',
    sv: 'Vi har raderat uppgifterna om personen nedan. Radera dem också i era egna system och i säkerhetskopiorna så snart deras cykel tillåter det.',
    en: 'We have erased the data of the person named below. Please erase them in your systems too, and in your backups as their cycle allows.',
  },
  rectification: {
    fi: 'Olemme oikaisseet alla mainitun henkilön tietoja. Päivittäkää tiedot seuraavasta siirrosta tai kysykää oikaistut tiedot meiltä.',
    sv: 'Vi har rättat uppgifter om personen nedan. Uppdatera dem från nästa överföring eller fråga oss efter de rättade uppgifterna.',
    en: 'We have corrected data of the person named below. Please update yours from the next delivery, or ask us for the corrected data.',
  },
  restriction: {
    fi: 'Alla mainitun henkilön tietojen käsittelyä on rajoitettu. Säilyttäkää tiedot, mutta älkää käyttäkö niitä, ennen kuin ilmoitamme toisin.',
    sv: 'Behandlingen av uppgifterna om personen nedan har begränsats. Bevara uppgifterna men använd dem inte förrän vi meddelar annat.',
    en: 'Processing of the data of the person named below is restricted. Keep them, but do not use them until we say otherwise.',
  },
  objection: {
    fi: 'Alla mainittu henkilö on vastustanut tietojensa käsittelyä. Lopettakaa käsittely siltä osin kuin se perustuu toimeksiantoomme.',
    sv: 'Personen nedan har gjort en invändning mot behandlingen. Upphör med behandlingen till den del den bygger på vårt uppdrag.',
    en: 'The person named below has objected to the processing. Please stop it as far as it rests on our instructions.',
  },
}
const subject: Said = {
  fi: 'Ilmoitus rekisteröidyn oikeuden käytöstä (19 artikla)',
  sv: 'Anmälan om att en registrerad utövat sin rättighet (artikel 19)',
  en: 'Notice of a data subject’s right exercised (Art. 19)',
}
const close: Said = {
  fi: 'Vahvistakaa vastaamalla tähän viestiin, kun tämä on tehty, tai perustelkaa, miksi sitä ei voi tehdä.\n\nTunniste: {id}\n{controller}\n{register}\n{contact}\n',
  sv: 'Bekräfta genom att svara på detta meddelande när detta är gjort, eller motivera varför det inte kan göras.\n\nReferens: {id}\n{controller}\n{register}\n{contact}\n',
  en: 'Please confirm by answering this message once it is done, or say why it cannot be done.\n\nReference: {id}\n{controller}\n{register}\n{contact}\n',
}

/** What a receiver is told (Art. 19), in the language of its country. S1.1: it names the register. */
export function recipientLetter(
  statement: Statement,
  { id, kind, about, receiver }: { id: string; kind: ToldOf; about: string; receiver: string },
) {
  const language = languageOf(statement, receiver)
  const { register, controller, contact } = statement
  const said: Record<string, string> = {
    id,
    controller: controller.legalName ?? '',
    register: register.name[language] ?? register.name.fi,
    contact: contact?.email?.address ?? controller.email?.address ?? '',
  }
  const end = close[language].replace(/\{(\w+)\}/g, (_, key: string) => said[key] ?? '')
  return { language, subject: subject[language], text: [asks[kind][language], about, end].join('\n\n') }
}

function languageOf({ processors }: Statement, receiver: string): Language {
  const country = processors?.find(({ id }) => id === receiver)?.country
  if (!country || country === 'FI') return 'fi'
  return country === 'SE' ? 'sv' : 'en'
}
