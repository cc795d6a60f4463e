import { accessGrants, accessMaps } from '#access'
import { type Ground, statementMaps } from '#statement'

/** The one visible list of what stands under the statement: every module's tables and every machine duty. */
export const ground: Ground = {
  maps: [...statementMaps, ...accessMaps],
  machines: ['site', 'ledger', 'sealer', 'admin', 'privacy', 'intake', 'matching', 'retention', 'rights', 'auth', 'worker'],
  grants: (loginOf, dutyLogins) => [
    `grant insert on register.access_log to "${loginOf('ledger')}"`,
    ...accessGrants(loginOf, dutyLogins),
  ],
}
