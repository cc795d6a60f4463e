import { dayFrom } from '../../dealings/day-from.ts'
import type { SignatureRead, Way } from './contract.ts'

/** What stands in the fields. */
export interface Typed {
  company: { id: string; name: string } | null
  companyName: string
  guessed: boolean
  businessId: string
  street: string
  postcode: string
  city: string
  given: string
  family: string
  jobRole: string
  emails: string[]
  phones: string[]
  step: string
  due: string
  told: boolean
}

const days: Record<Way, number> = { signature: 7, card: 3, fair: 5 }

export const empty = (way: Way, step: string): Typed => ({
  ...{ company: null, companyName: '', guessed: false, businessId: '', street: '', postcode: '', city: '' },
  ...{ given: '', family: '', jobRole: '', emails: [''], phones: [''] },
  ...{ step, due: dayFrom(days[way]), told: false },
})

/** What was typed stands in another way of meeting too; its next step and day are that way's, where nothing else was said. */
export const inWay = (typed: Typed, from: Typed, next: Typed): Typed => ({
  ...typed,
  step: typed.step === from.step ? next.step : typed.step,
  due: typed.due === from.due ? next.due : typed.due,
})

/** The fields as the signature proposes them; what was typed before stays where the signature says nothing. */
export function proposed(before: Typed, read: SignatureRead): Typed {
  const key = read.held.find(({ kind, by, closed }) => kind === 'company' && by === 'businessId' && !closed)
  return {
    ...before,
    company: key ? { id: key.id, name: key.title ?? '' } : before.company,
    companyName: read.company ?? before.companyName,
    guessed: read.companyGuessed,
    businessId: read.businessId ?? before.businessId,
    ...(read.address ?? {}),
    given: read.person?.given ?? before.given,
    family: read.person?.family ?? before.family,
    jobRole: read.jobRole ?? before.jobRole,
    emails: read.emails.length > 0 ? read.emails : before.emails,
    phones: read.phones.length > 0 ? read.phones : before.phones,
  }
}

/** What goes to the server: values by their declared fields, and only those that this duty writes. */
export function bodyOf(
  typed: Typed,
  source: { source: string; sourceNote?: string },
  more: { language: string; tasks: boolean },
) {
  const filled = (list: string[]) => list.map((one) => one.trim()).filter(Boolean)
  const [emails, phones] = [filled(typed.emails), filled(typed.phones)]
  const isBox = /^(P\.?L\.?|PB|P\.?O\.? ?Box)\s*(\d+)/iu.exec(typed.street.trim())
  const address =
    typed.street.trim() || typed.postcode.trim()
      ? [
          {
            kind: isBox ? 'postal' : 'visiting',
            ...(isBox ? { poBox: isBox[2] } : { street: typed.street.trim() }),
            ...{ postcode: typed.postcode.trim(), city: typed.city.trim(), country: 'FI' },
          },
        ]
      : null
  const isPerson = Boolean(typed.given.trim() || typed.family.trim())
  return {
    ...source,
    ...(typed.company
      ? { company: typed.company.id }
      : typed.companyName.trim()
        ? {
            companyValues: {
              'org.name': typed.companyName,
              ...(typed.businessId.trim() ? { 'org.businessId': typed.businessId } : {}),
              ...(address ? { 'org.addresses': address } : {}),
              ...(!isPerson && phones[0] ? { 'org.phone': phones[0] } : {}),
              ...(!isPerson && emails[0] ? { 'org.email': emails[0] } : {}),
            },
          }
        : {}),
    ...(isPerson
      ? {
          personValues: {
            'person.name': { given: typed.given, family: typed.family },
            ...(emails.length > 0 ? { 'person.email': emails } : {}),
            ...(phones.length > 0 ? { 'person.phone': phones } : {}),
            ...(typed.jobRole.trim() && (typed.company || typed.companyName.trim())
              ? { 'person.jobRole': typed.jobRole }
              : {}),
          },
          ...(typed.told ? { noticeGiven: { way: 'print', language: more.language } } : {}),
        }
      : {}),
    ...(more.tasks && typed.step.trim() ? { nextStep: { title: typed.step, dueOn: typed.due || null } } : {}),
  }
}
