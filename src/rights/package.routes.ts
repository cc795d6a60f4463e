import { Type } from 'typebox'
import { One, occasionOf, privacy, type RightsDesk } from './desk.routes.ts'
import { makePackage, strangersOf } from './package/make-package.ts'

const asFile = Type.Object({
  id: Type.String({ format: 'uuid' }),
  form: Type.Union((['html', 'pdf', 'json', 'csv'] as const).map((form) => Type.Literal(form))),
})

/** The package of a request: what in it is about others, and the package itself. */
export function packageRoutes({ server, running, holdings }: RightsDesk) {
  const packages = () => ({ running, holdings: holdings() })
  server.get(
    '/requests/:id/package',
    { config: privacy, schema: { summary: 'What the package holds, and what in it is about others', params: One } },
    (request) => strangersOf(packages(), occasionOf(request), request.params.id),
  )
  server.get(
    '/requests/:id/package/:form',
    {
      config: privacy,
      schema: { summary: 'The package as a file: html, pdf or json; json or csv to carry elsewhere', params: asFile },
    },
    async (request, reply) => {
      const { id, form } = request.params
      const file = await makePackage(packages(), occasionOf(request), { requestId: id, form })
      return reply
        .type(file.type)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.content)
    },
  )
}
