import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { allVersions, type Published, type Running, type StatementTables } from '#statement'
import type { WebsiteSettings } from './contact-embed.routes.ts'
import { catalogueOf, growthOf } from './cookies.ts'
import { websitesOf } from './own-origins.ts'
import { receiptToJsonLd } from './receipt-json-ld.ts'
import { receiptsCounted, receiptsOf, servicesCounted } from './receipts.view.ts'
import { snippetFor } from './snippet.ts'
import type { WebsiteTables } from './tables.ts'

type Tables = LedgerTables & StatementTables & WebsiteTables

const keepers = { may: { duties: ['marketing', 'privacy', 'admin'] } }
const Version = Type.Object({ version: Type.Integer({ minimum: 1 }) })

/** Cookies at the desk: the catalogue in force, what to put on the site, how often which choice was made, and what each version changed. */
export function cookieDeskRoutes<T extends Tables>(server: HttpServer, running: Running<T>, settings: WebsiteSettings) {
  const versions = () => allVersions(running.db.as('site') as unknown as Parameters<typeof allVersions>[0])
  // Receipts are about nobody: read as the public site reads what is public, whoever asks.
  const asSite = (request: object): Occasion => ({
    ...(request as { occasion: Occasion }).occasion,
    duty: 'site',
    reach: 'all',
  })

  server.get(
    '/cookies',
    { config: keepers, schema: { summary: 'The cookie catalogue, its snippet and the counted choices' } },
    async (request) => {
      running.policy()
      const published = running.current() as Published // policy() has refused where there is none
      const catalogue = catalogueOf(published)
      const all = (await versions()).map((one) => ({ ...one, catalogue: catalogueOf(one) }))
      const counts = await look(running.db, asSite(request), async (view) => ({
        choices: await receiptsCounted(view as never),
        services: await servicesCounted(view as never, published.version),
      }))
      return {
        catalogue,
        websites: websitesOf(published.statement, settings.websites),
        snippet: snippetFor(catalogue, settings.publicUrl),
        ...counts,
        versions: all.map(({ version, publishedAt, catalogue: one }, at) => ({
          version,
          publishedAt,
          ...growthOf(all[at + 1]?.catalogue ?? null, one),
        })),
      }
    },
  )

  // Art. 7(1) GDPR: the proof itself, to be handed to whoever may ask for it. It names nobody.
  server.get(
    '/cookies/versions/:version/receipts',
    {
      config: keepers,
      schema: {
        params: Version,
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }),
      },
    },
    async (request, reply) => {
      const published = (await versions()).find(({ version }) => version === request.params.version)
      if (!published) throw new Refusal('NOT_FOUND', 404)
      const found = await look(running.db, asSite(request), (view) =>
        receiptsOf(view as never, published.version, request.query.limit ?? 1000),
      )
      return reply.type('application/ld+json; charset=utf-8').send(
        JSON.stringify(
          found.map((one) => receiptToJsonLd(one, published, settings.publicUrl)),
          null,
          1,
        ),
      )
    },
  )
}
