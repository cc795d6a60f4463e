import type { LedgerTables } from '#ledger'
import type { HttpServer } from '#platform/http'
import type { RegisterTables } from '#register'
import type { Running } from '#statement'
import { confirmConsentRoutes } from './confirm-consent.routes.ts'
import { type MyPagePorts, myPageRoutes } from './my-page.routes.ts'
import type { ChoicesTables } from './tables.ts'
import { unsubscribeRoutes } from './unsubscribe.routes.ts'

/** What people reach by a link and without an account: unsubscribing, their own page, and confirming a consent. */
export function choicesPages<T extends LedgerTables & RegisterTables & ChoicesTables>(
  server: HttpServer,
  running: Running<T>,
  ports: MyPagePorts,
) {
  unsubscribeRoutes(server, running)
  confirmConsentRoutes(server, running)
  myPageRoutes(server, running, ports)
}
