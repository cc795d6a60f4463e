import { accessGrants, accessMaps } from '#access'
import { choicesMaps } from '#choices'
import { dealingsMaps } from '#dealings'
import { exchangeMaps } from '#exchange'
import { keepingMaps } from '#keeping'
import { grantsOfLedger } from '#ledger'
import { listsMaps } from '#lists'
import { mailMaps } from '#mail'
import { marketingMaps } from '#marketing'
import { oversightMaps } from '#oversight'
import { recipientMaps } from '#recipients'
import { registerMaps, tellOfChange } from '#register'
import { erasureMaps, retentionMaps, rightsMaps } from '#rights'
import { type Ground, statementMaps } from '#statement'
import { websiteMaps } from '#website'
import { workMaps } from '#work'
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
  'finder',
  'retention',
  'rights',
  'auth',
  'worker',
  'direct_marketing',
]

// These record nothing: one writes the access log, one reads what is public, one says which rows hold a word.
const writers = machines.filter((machine) => !['ledger', 'site', 'finder'].includes(machine))

/** The one visible list of what stands under the statement: every module's tables and every machine duty. */
export const ground: Ground = {
  maps: [
    ...statementMaps,
    ...accessMaps,
    ...listsMaps,
    ...registerMaps,
    ...exchangeMaps,
    ...choicesMaps,
    ...recipientMaps,
    ...oversightMaps,
    ...mailMaps,
    ...marketingMaps,
    ...rightsMaps,
    ...dealingsMaps,
    ...workMaps,
    ...erasureMaps,
    ...retentionMaps,
    ...websiteMaps,
    ...keepingMaps,
  ],
  machines,
  published: tellOfChange,
  grants: (loginOf, dutyLogins, policy) => [
    ...grantsOfLedger([...dutyLogins, ...writers.map(loginOf)], loginOf),
    ...accessGrants(loginOf, dutyLogins),
    ...grantsOfFunctions(loginOf, policy, machines),
  ],
}
