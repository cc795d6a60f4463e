import type { Person } from '../../register/contract.ts'
import type { Party } from '../contract.ts'

/** The companies that a person stands for today. */
export function companiesOf({ affiliations = [] }: Person): { id: string; name?: string }[] {
  return affiliations.filter(({ leftOn }) => leftOn === null).map(({ company }) => company)
}

/** S4.6: with whom a deal is made when this person is chosen; null where a representative's company has to be chosen first. */
export function partyBehind(person: Person): Party | null {
  if (person.kind !== 'representative') return { person: person.id }
  const [only, another] = companiesOf(person)
  return only && !another ? { company: only.id, contact: person.id } : null
}
