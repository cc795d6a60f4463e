import { type LedgerTables, perform } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import type { Running } from '#statement'
import { addTask, whoWrites } from '#work'

export interface Quiet {
  id: string
  owner: string | null
  organisationId: string | null
  personId: string | null
  groupCompany: string
}

// C1: going dormant is a task to whoever looks after the customer. Nobody is asked who has left, or whose duty writes no tasks.
/** Asks the owner of a relationship of which nothing was heard to take it up or to end it, until the day that it ends by itself. */
export async function askOwner<T extends LedgerTables>(register: Running<T>, quiet: Quiet, until: Day) {
  const running = register as unknown as Parameters<typeof whoWrites>[0] // its tables are among T's
  const who = quiet.owner && (await whoWrites(running, quiet.owner, ['com.activities']))
  if (!who) return
  await perform(running.db, who.occasion, (act) =>
    addTask(act, inForce(running), {
      ...{ title: titles[who.staff.language], dueOn: until, groupCompany: quiet.groupCompany },
      ...(quiet.organisationId ? { organisationId: quiet.organisationId } : { personId: quiet.personId ?? '' }),
    }),
  ).catch(unlessRefused)
}

// Somebody restricted, or a company that has left the group: there is no task then, and the night goes on.
function unlessRefused(fault: unknown) {
  if (!(fault instanceof Refusal)) throw fault
}

const titles: Record<Language, string> = {
  fi: 'Asiakkaasta ei ole kuultu pitkään aikaan: ota yhteyttä tai anna asiakassuhteen päättyä',
  sv: 'Kunden har inte hört av sig på länge: ta kontakt eller låt kundrelationen upphöra',
  en: 'Nothing was heard of this customer for a long time: get in touch, or let the relationship end',
}
