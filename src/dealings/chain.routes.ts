import { type LedgerTables, look } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce } from '#register'
import type { Running } from '#statement'
import { addedRoutes } from './added/added.routes.ts'
import { assignmentRoutes } from './assignments/assignments.routes.ts'
import { chainBillingRoutes } from './chain-billing.routes.ts'
import { chainOfParty } from './chain-of-party.view.ts'
import { type ChainPorts, type ChainRunning, desks, One, occasionOf } from './chain-schema.routes.ts'
import { contractRoutes } from './contracts/contracts.routes.ts'
import { deliveryRoutes } from './deliveries/deliveries.routes.ts'
import { orderRoutes } from './orders/orders.routes.ts'
import { quoteRequestRoutes } from './quote-requests/quote-requests.routes.ts'
import { quoteRoutes } from './quotes/quotes.routes.ts'
import type { DealingsReach } from './reach.ts'
import { usualDaysRoutes } from './usual-days.routes.ts'

export { enquiryLedTo } from './enquiry-led-to.view.ts'

/** The chain at the desk: requests for quotes, quotes, orders, deliveries, contracts, assignments. */
export function chainRoutes<T extends DealingsReach & LedgerTables>(
  server: HttpServer,
  register: Running<T>,
  ports: ChainPorts,
) {
  const running = register as unknown as ChainRunning // its tables are among T's
  const desk = { server, running, ports }
  quoteRequestRoutes(desk)
  quoteRoutes(desk)
  orderRoutes(desk)
  deliveryRoutes(desk)
  contractRoutes(desk)
  assignmentRoutes(desk)
  chainBillingRoutes(desk)
  addedRoutes(desk)
  usualDaysRoutes(desk)

  for (const [path, key, who] of [
    ['companies', 'organisationId', 'a company'],
    ['people', 'personId', 'a person'],
  ] as const)
    server.get(
      `/${path}/:id/chain`,
      {
        config: desks,
        schema: {
          summary: `Requests for quotes, quotes, orders, deliveries, contracts and assignments of ${who}`,
          params: One,
        },
      },
      (request) =>
        look(running.db, occasionOf(request), (view) =>
          chainOfParty(view, inForce(running), { [key]: request.params.id }),
        ),
    )
}
