import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { inForce } from '#register'
import { deals } from '#statement'
import { type ChainDesk, desks, One, occasionOf, values } from '../chain-schema.routes.ts'
import { documents, valuesBeside } from './said-beside.view.ts'
import { sayBeside } from './say-beside.ts'

/** What the fields that the statement added say beside a record, locked or not. */
export function addedRoutes({ server, running }: Pick<ChainDesk, 'server' | 'running'>) {
  for (const subject of documents) {
    const path = deals[subject].path
    server.get(
      `/${path}/:id/values`,
      { config: desks, schema: { summary: `What the statement's own fields say of one of the ${path}`, params: One } },
      async (request) => ({
        values: await look(running.db, occasionOf(request), (view) =>
          valuesBeside(view, inForce(running), { subject, id: request.params.id }),
        ),
      }),
    )
    server.patch(
      `/${path}/:id/values`,
      {
        config: desks,
        schema: {
          summary: `Say the statement's own fields of one of the ${path}`,
          params: One,
          body: Type.Object({ values, read: Type.Optional(values) }, { additionalProperties: false }),
        },
      },
      async (request) => {
        const one = { subject, id: request.params.id }
        await perform(running.db, occasionOf(request), (act) =>
          sayBeside(act, inForce(running), { ...one, ...request.body }),
        )
        return {
          values: await look(running.db, occasionOf(request), (view) => valuesBeside(view, inForce(running), one)),
        }
      },
    )
  }
}
