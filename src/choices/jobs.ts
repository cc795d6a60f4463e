import type { LedgerTables } from '#ledger'
import type { Job } from '#platform/jobs'
import type { RegisterTables } from '#register'
import type { Running } from '#statement'
import { completeSuppressions, endOverdueChoices } from './keep-choices.ts'
import { remindOfRestrictions } from './remind-of-restrictions.ts'
import { type Sending, sendConsentLink, sendOwnPageLink } from './send-links.ts'
import type { ChoicesTables } from './tables.ts'

/** What the choices do without anyone asking. */
export function choicesJobs<T extends LedgerTables & RegisterTables & ChoicesTables>(
  running: Running<T>,
  sending: Sending,
): Job[] {
  return [
    { name: 'send-own-page-link', work: async (id) => void (id && (await sendOwnPageLink(running, sending, id))) },
    { name: 'send-consent-link', work: async (id) => void (id && (await sendConsentLink(running, sending, id))) },
    { name: 'end-overdue-choices', at: '45 0 * * *', work: async () => void (await endOverdueChoices(running)) },
    {
      name: 'complete-suppressions',
      at: '25 * * * *',
      work: async () => void (await completeSuppressions(running)),
    },
    {
      name: 'remind-of-restrictions',
      at: '5 5 * * *',
      work: async () => void (await remindOfRestrictions(running, sending)),
    },
  ]
}
