import { Type } from 'typebox'
import { look } from '#ledger'
import { groupCompanyOf, inForce, refuseUnlessSees } from '#register'
import { type ChainDesk, desks, Id, maybe, occasionOf, partyOf } from './chain-schema.routes.ts'
import { usualDays } from './usual-days.ts'

const asked = Type.Object(
  { company: Type.Optional(Id), person: Type.Optional(Id), groupCompany: maybe(100) },
  { additionalProperties: false },
)

/** The days to pay that a document of a customer begins with (S5.9), for forms. */
export function usualDaysRoutes({ server, running }: ChainDesk) {
  server.get(
    '/payment-days',
    { config: desks, schema: { summary: 'Days to pay of a customer: agreed, else usual', querystring: asked } },
    (request) =>
      look(running.db, occasionOf(request), async (view) => {
        const rules = inForce(running)
        refuseUnlessSees(rules, view, ['com.quotes', 'com.orders', 'com.contracts', 'com.invoicing'])
        const groupCompany = groupCompanyOf(rules.policy, request.query.groupCompany)
        const { days, agreed } = await usualDays(view, rules, { groupCompany, ...partyOf(request.query) })
        view.saw(agreed?.personId ? [agreed.personId] : [], agreed ? ['com.paymentTerms'] : [])
        return { days, agreed: agreed !== null }
      }),
  )
}
