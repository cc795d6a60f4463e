import { type Composing, clause, facts, paragraph, saidIn } from '../blocks.ts'
import type { Block } from '../document.ts'
import { type Inline, link, type MaybeSaid, pick, type Sayable, say, type Text } from '../text.ts'

type Controller = Composing['statement']['controller']
type Contact = NonNullable<Composing['statement']['contact']>
type Phone = { display: string; e164?: string } | null | undefined
type Email = { address: string; display?: string } | null | undefined

/** Section 2: who answers for the register. */
export function aboutController(composing: Composing): Block[] {
  const { statement, language } = composing
  const { controller } = statement
  const term = words.terms[language]

  return facts([
    { clauses: ['S2.1'], term: term.name, text: controller.legalName },
    { clauses: ['S2.2'], term: term.address, text: postalLine(controller.address, language) },
    { clauses: ['S2.3'], term: term.businessId, text: controller.businessId },
    controller.vatId ? { clauses: [], term: term.vatId, text: controller.vatId } : null,
    { clauses: ['S2.4'], term: term.phone, text: phoneLink(controller.phone) },
    { clauses: ['S2.5'], term: term.email, text: emailLink(controller.email) },
    controller.website ? { clauses: [], term: term.website, text: link(controller.website, controller.website) } : null,
  ])
}

/** Section 3: whom to ask. */
export function aboutContact(composing: Composing): Block[] {
  const { statement, language } = composing
  const contact = statement.contact
  if (!contact) return paragraph(clause(composing, 'S3.1', null))
  const term = words.terms[language]

  return [
    ...facts([
      { clauses: saidIn(contact, ['S3.1']), term: term.contact, text: person(contact, language) },
      { clauses: [], term: term.phone, text: phoneLink(contact.phone) },
      { clauses: [], term: term.email, text: emailLink(contact.email) },
      contact.deputy ? { clauses: [], term: term.deputy, text: standIn(contact.deputy, language) } : null,
      contact.holidayCover
        ? { clauses: [], term: term.holidayCover, text: standIn(contact.holidayCover, language) }
        : null,
      { clauses: saidIn(statement.dpo), term: term.dpo, text: officer(composing) },
    ]),
    ...paragraph(clause(composing, 'S3.2', words.anyone[language])),
  ]
}

/** How to reach the contact, in one line; the controller where no contact is named. */
export function reach({ statement }: Composing): Text {
  const email = emailLink(statement.contact?.email ?? statement.controller.email)
  const phone = phoneLink(statement.contact?.phone ?? statement.controller.phone)

  return email && phone ? say`${email}, ${phone}` : say`${email}${phone}`
}

export function emailLink(email: Email): Inline | null {
  return email ? link(email.display?.includes('@') ? email.display : email.address, `mailto:${email.address}`) : null
}

function phoneLink(phone: Phone): Inline | null {
  if (!phone) return null
  return phone.e164 ? link(phone.display, `tel:${phone.e164}`) : phone.display
}

export function postalLine(address: Controller['address'], language: Composing['language']): string {
  if (!address) return ''
  const city = pick(address.city as MaybeSaid, language)
  const street = [address.street, address.number, address.flat].filter(Boolean).join(' ')
  const box = address.box ? `${words.box[language]} ${address.box}` : ''

  return [street, box, `${address.postcode} ${typeof city === 'string' ? city : (city?.text ?? '')}`]
    .filter(Boolean)
    .join(', ')
}

function person(contact: Contact, language: Composing['language']): Text {
  return joined([pick(contact.person, language), pick(contact.role, language), contact.company])
}

function standIn(stand: NonNullable<Contact['deputy']>, language: Composing['language']): Text {
  return joined([
    pick(stand.person, language),
    pick(stand.role, language),
    phoneLink(stand.phone),
    emailLink(stand.email),
  ])
}

function officer({ statement, language }: Composing): Sayable {
  const dpo = statement.dpo
  if (!dpo || dpo.designated === null || dpo.designated === undefined) return null
  if (dpo.designated) {
    const email = dpo.email ? link(dpo.email, `mailto:${dpo.email}`) : null
    return joined([dpo.name ?? words.designated[language], dpo.phone, email])
  }
  const reason = pick(dpo.reason, language)

  return reason ? say`${words.notDesignated[language]} ${reason}` : words.notDesignated[language]
}

function joined(parts: readonly Sayable[]): Text {
  return parts.filter(Boolean).reduce<Text>((line, part, at) => (at === 0 ? say`${part}` : say`${line}, ${part}`), [])
}

const words = {
  terms: {
    fi: {
      name: 'Rekisterinpitäjä',
      address: 'Osoite',
      businessId: 'Y-tunnus',
      vatId: 'ALV-numero',
      phone: 'Puhelin',
      email: 'Sähköposti',
      website: 'Verkkosivut',
      contact: 'Yhteyshenkilö',
      deputy: 'Sijainen',
      holidayCover: 'Loma-aikoina',
      dpo: 'Tietosuojavastaava',
    },
    sv: {
      name: 'Personuppgiftsansvarig',
      address: 'Adress',
      businessId: 'FO-nummer',
      vatId: 'Momsnummer',
      phone: 'Telefon',
      email: 'E-post',
      website: 'Webbplats',
      contact: 'Kontaktperson',
      deputy: 'Ersättare',
      holidayCover: 'Under semestertider',
      dpo: 'Dataskyddsombud',
    },
    en: {
      name: 'Controller',
      address: 'Address',
      businessId: 'Business ID',
      vatId: 'VAT number',
      phone: 'Phone',
      email: 'E-mail',
      website: 'Website',
      contact: 'Contact',
      deputy: 'Deputy',
      holidayCover: 'During holidays',
      dpo: 'Data protection officer',
    },
  },
  box: { fi: 'PL', sv: 'PB', en: 'P.O. Box' },
  anyone: {
    fi: 'Voit kertoa asiasi myös kenelle tahansa meistä. Pyyntösi on vireillä siitä päivästä, jona se tuli meille ensimmäisen kerran, ja ohjaamme sen itse oikeaan paikkaan.',
    sv: 'Du kan också vända dig till vem som helst av oss. Din begäran räknas från den dag då den först nådde oss, och vi för den själva vidare till rätt person.',
    en: 'You may also turn to any one of us. Your request counts from the day it first reached us, and we pass it on to the right person ourselves.',
  },
  designated: { fi: 'Nimitetty', sv: 'Utsett', en: 'Designated' },
  notDesignated: {
    fi: 'Tietosuojavastaavaa ei ole nimitetty.',
    sv: 'Inget dataskyddsombud har utsetts.',
    en: 'No data protection officer has been designated.',
  },
} as const
