import type { Language, Said } from '#platform/language'
import type { Published } from '#statement'
import type { Frame } from './content.ts'

/** § 203 of laki 917/2014: marketing is known for what it is as it arrives. */
export const markers: Said = { fi: 'Mainos', sv: 'Reklam', en: 'Advertisement' }

export interface Framing {
  language: Language
  /** The group company that sends. */
  company: string
  /** The id of the source of the address; its label is shown. */
  source: string
  unsubscribe: string
  publicUrl: string
  person: Frame['person']
}

/** What stands around every marketing message: who sends, that it is marketing, where the address came from, and the way out. */
export function frameOf({ statement, policy }: Published, framing: Framing): Frame {
  const { language, company, source, unsubscribe, publicUrl, person } = framing
  const { controller, register, group } = statement
  const member = group?.members?.find(({ id, name }) => (id ?? name) === company)
  const { street = '', number = '', postcode = '', city } = controller.address ?? {}
  return {
    language,
    marker: markers[language],
    sender: {
      name: member?.name ?? controller.legalName ?? '',
      businessId: member?.businessId ?? controller.businessId ?? '',
      address:
        `${street} ${number}, ${postcode} ${typeof city === 'string' ? city : (city?.[language] ?? city?.fi ?? '')}`
          .replace(/\s+/g, ' ')
          .trim(),
      email: controller.email?.address ?? '',
    },
    register: register.name[language] ?? register.name.fi ?? '',
    source: policy.sources.get(source)?.label[language] ?? '',
    links: { unsubscribe, statement: new URL(`/${language}/`, publicUrl).href },
    person,
  }
}
