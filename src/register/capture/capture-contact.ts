import type { Act } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { createOrganisation } from '../create-organisation.ts'
import { createPerson, type NewPerson } from '../create-person.ts'
import type { InForce } from '../in-force.ts'
import type { SaidSource } from '../source.ts'
import type { OrganisationForm, RegisterTables } from '../tables.ts'

export interface NextStep {
  title: string
  dueOn: Day | null
  personId?: string
  organisationId?: string
  groupCompany?: string
}

/** Gives somebody the next step to take; tasks are another module's, which the application brings. Answers the task's id. */
export type GiveNextStep = (act: Act<RegisterTables>, inForce: InForce, step: NextStep) => Promise<string>

export interface Captured extends SaidSource {
  /** A company that is in the register already. */
  company?: string
  /** Or one that is taken in with the same source. */
  companyValues?: Record<string, unknown>
  form?: OrganisationForm
  personValues?: Record<string, unknown>
  groupCompany?: string
  noticeGiven?: NewPerson['noticeGiven']
  nextStep?: { title: string; dueOn?: Day | null }
}

/** Takes in a company, a person there and the next step at once, as they were met: whole, or not at all. */
export async function captureContact(
  act: Act<RegisterTables>,
  inForce: InForce,
  { company, companyValues, form, personValues, noticeGiven, nextStep, groupCompany, ...from }: Captured,
  give?: GiveNextStep,
) {
  if (!companyValues && !personValues) throw new Refusal('VALUE_REQUIRED', 422, { field: 'personValues' })
  const seller = groupCompany ? { groupCompany } : {}
  const organisationId = companyValues
    ? await createOrganisation(act, inForce, { ...from, ...seller, values: companyValues, ...(form ? { form } : {}) })
    : company
  const personId = personValues
    ? await createPerson(act, inForce, {
        ...{ ...from, ...seller, values: personValues },
        ...(organisationId ? { organisation: organisationId } : {}),
        ...(noticeGiven ? { noticeGiven } : {}),
      })
    : undefined
  const party = organisationId ? { organisationId } : personId ? { personId } : {}
  const task =
    nextStep && give
      ? await give(act, inForce, { ...party, ...seller, title: nextStep.title, dueOn: nextStep.dueOn ?? null })
      : null
  return { company: organisationId ?? null, person: personId ?? null, task }
}
