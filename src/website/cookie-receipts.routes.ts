import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { languages } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { allVersions, type Published, type Running, type StatementTables } from '#statement'
import type { WebsiteSettings } from './contact-embed.routes.ts'
import { catalogueOf } from './cookies.ts'
import { answeringTo, websitesOf } from './own-origins.ts'
import { receiptToJsonLd } from './receipt-json-ld.ts'
import { receiptOf } from './receipts.view.ts'
import { recordChoice } from './record-choice.ts'
import type { WebsiteTables } from './tables.ts'

type Tables = LedgerTables & StatementTables & WebsiteTables

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })
const Hash = Type.String({ pattern: '^[0-9a-f]{16,64}$' })
const Body = Type.Object({
  ...{ receipt: Uuid, follows: Type.Union([Uuid, Type.Literal('')]) },
  way: Type.Enum(['banner', 'chooser', 'embed']),
  language: Type.Enum([...languages]),
  said: Type.String({ pattern: '^[a-z0-9-]+\\.[a-z0-9]+\\.[01](~[a-z0-9-]+\\.[a-z0-9]+\\.[01])*$', maxLength: 4000 }),
  version: Type.String({ pattern: '^[0-9]{1,6}$' }),
  ...{ catalogue: Hash, words: Hash, gpc: Type.Enum(['', '1']) },
})

/** Where the embed leaves the proof of a choice, and where a visitor fetches their own by its random id. */
export function cookieReceiptRoutes<T extends Tables>(
  server: HttpServer,
  running: Running<T>,
  settings: WebsiteSettings,
) {
  const site = () => running.db.as('site') as unknown as Parameters<typeof allVersions>[0]
  const versionOf = async (version: number): Promise<Published> => {
    running.policy()
    const current = running.current() as Published // policy() has refused where there is none
    const found =
      version === current.version ? current : (await allVersions(site())).find((one) => one.version === version)
    if (!found) throw new Refusal('NOT_FOUND', 404)
    return found
  }

  server.post('/receipts', { config: { may: 'public' }, schema: { body: Body } }, async (request, reply) => {
    const published = await versionOf(Number(request.body.version))
    reply.headers(answeringTo(request.headers.origin, request.host, websitesOf(published.statement, settings.websites)))
    const { receipt, follows, way, language, said, catalogue, words, gpc } = request.body
    const choice = {
      id: receipt,
      way,
      language,
      catalogue,
      words,
      gpc: gpc === '1',
      follows: follows || null,
      said: saidIn(said),
    }
    return reply.status(201).send(await recordChoice(running, catalogueOf(published), choice))
  })

  server.get(
    '/receipts/:id',
    { config: { may: 'public' }, schema: { params: Type.Object({ id: Uuid }) } },
    async ({ params }, reply) => {
      const at = running.now()
      const occasion: Occasion = {
        by: 'visitor',
        duty: 'site',
        purpose: 'cookie-choice',
        at,
        under: String(running.policy().version),
      }
      const receipt = await look(running.db, occasion, (view) => receiptOf(view as never, params.id))
      if (!receipt) throw new Refusal('NOT_FOUND', 404)
      const published = await versionOf(receipt.statement_version)
      return reply
        .type('application/ld+json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(`${JSON.stringify(receiptToJsonLd(receipt, published, settings.publicUrl), null, 1)}\n`)
    },
  )
}

function saidIn(text: string): Record<string, boolean> {
  return Object.fromEntries(text.split('~').map((one) => [one.slice(0, -2), one.endsWith('1')]))
}
