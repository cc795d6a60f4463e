import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { asked, Body, type Desk, desks, found, Id, One, refuseOtherParts, revisionOf } from '../asked-by.routes.ts'
import { inForce } from '../in-force.ts'
import { companyTree } from './company-tree.view.ts'
import { placeCompany } from './place-company.ts'

const place = { parent: Type.Union([Id, Type.Null()]) }

/** The tree of a group of companies. */
export function treeRoutes({ server, running }: Desk) {
  const { db } = running
  const shown = async (request: Parameters<typeof asked>[0], id: string) =>
    found(await look(db, asked(request).occasion, (view) => companyTree(view, inForce(running), id)))

  server.get(
    '/companies/:id/tree',
    { config: desks, schema: { summary: 'The group that a company belongs to', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.put(
    '/companies/:id/parent',
    {
      config: desks,
      schema: { summary: 'Say which company a company belongs to', params: One, body: Body(place) },
    },
    async (request) => {
      refuseOtherParts(request.body, place)
      const wish = { id: request.params.id, parent: request.body.parent, revision: revisionOf(request.headers) }
      await perform(db, asked(request).occasion, (act) => placeCompany(act, inForce(running), wish))
      return shown(request, wish.id)
    },
  )
}
