import { type Composing, clause, facts, paragraph } from '../blocks.ts'
import type { Block } from '../document.ts'
import { link, pick, say } from '../text.ts'

/** Section 13: where to complain. Art. 13(2)(d) GDPR. */
export function aboutAuthority(composing: Composing): Block[] {
  const { statement, language } = composing
  const authority = statement.authority
  const name = authority && pick(authority.name, language)
  const contact = authority?.contact
  const term = words.terms[language]

  return [
    ...paragraph(clause(composing, 'S13.1', name && words.complain[language])),
    ...facts([
      { clauses: [], term: term.name, text: name },
      { clauses: [], term: term.address, text: contact?.address },
      { clauses: [], term: term.phone, text: contact?.phone },
      contact?.email ? { clauses: [], term: term.email, text: link(contact.email, `mailto:${contact.email}`) } : null,
      contact?.url
        ? { clauses: [], term: term.web, text: say`${link(contact.url.replace(/^https?:\/\//, ''), contact.url)}` }
        : null,
    ]),
  ]
}

const words = {
  complain: {
    fi: 'Jos katsot, että olemme käsitelleet tietojasi vastoin tietosuojasääntöjä, voit tehdä valituksen valvontaviranomaiselle. Toivomme, että otat ensin yhteyttä meihin, mutta sitä ei vaadita.',
    sv: 'Om du anser att vi har behandlat dina uppgifter i strid med dataskyddsreglerna kan du lämna in klagomål till tillsynsmyndigheten. Hör gärna av dig till oss först, men det är inget krav.',
    en: 'If you think we have used your data against the data protection rules, you may complain to the supervisory authority. We would be glad to hear from you first, but you do not have to ask us.',
  },
  terms: {
    fi: { name: 'Viranomainen', address: 'Osoite', phone: 'Puhelin', email: 'Sähköposti', web: 'Verkossa' },
    sv: { name: 'Myndighet', address: 'Adress', phone: 'Telefon', email: 'E-post', web: 'På webben' },
    en: { name: 'Authority', address: 'Address', phone: 'Phone', email: 'E-mail', web: 'On the web' },
  },
} as const
