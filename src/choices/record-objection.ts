import { type LedgerTables, type Occasion, perform } from '#ledger'
import type { RegisterTables } from '#register'
import type { Policy, Running } from '#statement'
import { choicesKeyIn } from './key-of-register.ts'
import { type NewObjection, object } from './object.ts'
import { setTopics, type WantedTopics } from './set-topics.ts'
import { suppressAddresses } from './suppress-addresses.ts'
import type { ChoicesTables } from './tables.ts'
import { type Withdrawal, withdrawConsent } from './withdraw-consent.ts'

type Tables = LedgerTables & RegisterTables & ChoicesTables

/** An objection as a desk or the person says it: in force at once, and every address of theirs on the suppression list. */
export async function recordObjection<T extends Tables>(running: Running<T>, occasion: Occasion, said: NewObjection) {
  await perform(running.db, occasion, (act) => object(act as never, said))
  await suppressAll(running, occasion, said.personId)
}

/** A withdrawal, with the objection to the same channel that follows from it. */
export async function recordWithdrawal<T extends Tables>(running: Running<T>, occasion: Occasion, said: Withdrawal) {
  await perform(running.db, occasion, (act) => withdrawConsent(act as never, said))
  await suppressAll(running, occasion, said.personId)
}

/** The topics a person wants; those they refuse are refused at every address of theirs. */
export async function recordTopics<T extends Tables>(
  running: Running<T>,
  occasion: Occasion,
  policy: Policy,
  said: WantedTopics,
) {
  await perform(running.db, occasion, (act) => setTopics(act as never, policy, said))
  const declared = policy.purposes.get(said.purpose)?.topics ?? []
  if (declared.some(({ id }) => !said.wanted.includes(id))) await suppressAll(running, occasion, said.personId)
}

// Desks do not read every address; `matching` sees keys and nothing else. Should it fail, the hourly job does it.
async function suppressAll<T extends Tables>(running: Running<T>, occasion: Occasion, personId: string) {
  await perform(running.db, { ...occasion, duty: 'matching', reach: 'all' }, (act) =>
    suppressAddresses(act as never, choicesKeyIn(running), personId),
  )
}
