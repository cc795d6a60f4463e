import { accessGrants, accessMaps } from '#access'
import { grantsOfLedger } from '#ledger'
import { registerMaps } from '#register'
import { type Ground, statementMaps } from '#statement'
import { grantsOfFunctions } from './functions.ts'

const machines = [
  'site',
  'ledger',
  'sealer',
  'admin',
  'privacy',
  'intake',
  'messenger',
  'matching',
  'retention',
  'rights',
  'auth',
  'worker',
  'direct_marketing',
]

// These two record nothing: one writes the access log, one reads what is public.
const writers = machines.filter((machine) => machine !== 'ledger' && machine !== 'site')

/** The one visible list of what stands under the statement: every module's tables and every machine duty. */
export const ground: Ground = {
  maps: [...statementMaps, ...accessMaps, ...registerMaps],
  machines,
  grants: (loginOf, dutyLogins, policy) => [
    ...grantsOfLedger([...dutyLogins, ...writers.map(loginOf)], loginOf),
    ...accessGrants(loginOf, dutyLogins),
    ...grantsOfFunctions(loginOf, policy, machines),
  ],
}
