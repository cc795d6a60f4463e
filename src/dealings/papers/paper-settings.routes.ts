import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { framedPdf } from '#platform/framed-pdf'
import type { HttpServer } from '#platform/http'
import { isLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, inForce, refuseUnlessSees } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { keepPaperSetting } from './keep-paper-setting.ts'
import { type PaperKind, paperKinds } from './paper.ts'
import { paperPdf } from './paper-pdf.ts'
import { logoSeen, paperReaders, paperSettingOf } from './paper-settings.view.ts'
import { samplePaper } from './sample-paper.ts'
import { sellerOf } from './seller.view.ts'

const config = { may: { purposes: 'any' } } as const
const company = Type.Optional(Type.String({ maxLength: 100 }))
const asked = Type.Object({ groupCompany: company })
const setting = Type.Object(
  {
    ...{ groupCompany: company, words: Type.Optional(Type.Object({}, { additionalProperties: true })) },
    logo: Type.Optional(Type.Union([Type.String({ maxLength: 400_000 }), Type.Null()])),
    revision: Type.Optional(Type.Integer()),
  },
  { additionalProperties: false },
)
const sample = Type.Object({
  ...{ groupCompany: company, language: Type.Optional(Type.String({ maxLength: 5 })) },
  kind: Type.Optional(Type.Union(paperKinds.map((one) => Type.Literal(one)))),
})

/** What stands on papers: a logo and standing words for each group company. */
export function paperSettingRoutes<T extends DealingsReach & LedgerTables>(server: HttpServer, register: Running<T>) {
  const running = register as unknown as Running<DealingsReach & LedgerTables> // its tables are among T's
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion
  const statementOf = () => {
    const published = running.current()
    if (!published) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
    return published.statement
  }

  server.get(
    '/paper-settings',
    { config, schema: { summary: 'What stands on the papers of a group company', querystring: asked } },
    (request) =>
      look(running.db, occasionOf(request), (view) =>
        paperSettingOf(view, inForce(running), { statement: statementOf(), ...request.query }),
      ),
  )
  server.put(
    '/paper-settings',
    { config, schema: { summary: 'Set the logo and the standing words of papers', body: setting } },
    (request) =>
      perform(running.db, occasionOf(request), (act) => keepPaperSetting(act, inForce(running), request.body)),
  )
  server.get(
    '/paper-settings/logo',
    { config, schema: { summary: 'The logo of a group company', querystring: asked } },
    async (request, reply) => {
      const logo = await look(running.db, occasionOf(request), (view) =>
        logoSeen(view, inForce(running), request.query.groupCompany),
      )
      if (!logo) throw new Refusal('NOT_FOUND', 404)
      return reply
        .type(logo.type)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .send(logo.bytes)
    },
  )
  server.get(
    '/paper-settings/sample.pdf',
    { config, schema: { summary: 'A paper to an invented customer, as it would be set', querystring: sample } },
    async (request, reply) => {
      const {
        groupCompany: of,
        language: wish,
        kind = 'invoice',
      } = request.query as typeof request.query & { kind?: PaperKind }
      const language = isLanguage(wish) ? wish : 'fi'
      const said = await look(running.db, occasionOf(request), (view) => {
        refuseUnlessSees(inForce(running), view, paperReaders)
        view.saw([], [])
        const groupCompany = groupCompanyOf(inForce(running).policy, of)
        return sellerOf(view, statementOf(), { groupCompany, kind, language })
      })
      const pdf = await paperPdf(samplePaper(said, { kind, language, at: running.now() }))
      return reply.type('application/pdf').headers(framedPdf).send(pdf)
    },
  )
}
