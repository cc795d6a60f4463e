import { Type } from 'typebox'
import { choicesKeyIn, unsubscribeToken } from '#choices'
import { type LedgerTables, look, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { isLanguage, type Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import type { Content, Rendered } from './content.ts'
import { pieceFor } from './content.ts'
import { frameOf } from './frame.ts'
import type { MarketingReach } from './reach.ts'
import { renderMail } from './render-mail.ts'

const config = { may: { purposes: ['direct-marketing'] } }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const querystring = Type.Object({ language: Type.Optional(Type.String({ maxLength: 10 })) })

/** What a recipient would see, with an invented person in it: as parts, and as a page of its own that may do nothing. */
export function previewRoutes(server: HttpServer, running: Running<MarketingReach & LedgerTables>, publicUrl: string) {
  const rendered = async (request: object) => {
    const { occasion, params, query } = request as {
      occasion: Occasion
      params: { id: string }
      query: { language?: string }
    }
    const language = isLanguage(query.language) ? query.language : 'fi'
    return preview(running, occasion, { id: params.id, language, publicUrl })
  }

  server.get(
    '/campaigns/:id/preview',
    { config, schema: { summary: 'The message to an invented person: subject, HTML and text', params, querystring } },
    (request) => rendered(request),
  )
  server.get(
    '/campaigns/:id/mail.html',
    { config, schema: { summary: 'The message as a page that is shown in a frame', params, querystring } },
    async (request, reply) => {
      const { html } = await rendered(request)
      // It is data that somebody typed: without scripts, without the network, and shown by our own desk only.
      return reply
        .type('text/html; charset=utf-8')
        .header(
          'content-security-policy',
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
        )
        .header('x-frame-options', 'SAMEORIGIN')
        .send(html)
    },
  )
}

async function preview(
  running: Running<MarketingReach & LedgerTables>,
  occasion: Occasion,
  { id, language, publicUrl }: { id: string; language: Language; publicUrl: string },
): Promise<Rendered & { language: Language }> {
  const published = running.current()
  const campaign = await look(running.db, occasion, async (view) => {
    view.saw([], [])
    return view.db
      .selectFrom('register.campaign')
      .select(['content', 'group_company'])
      .where('id', '=', id)
      .executeTakeFirst()
  })
  if (!campaign || !published) throw new Refusal('NOT_FOUND', 404)
  const said = pieceFor(campaign.content as Content, language)
  if (!said) throw new Refusal('NOTHING_TO_SAY', 422, { field: 'content' })
  const token = unsubscribeToken(choicesKeyIn(running), { digest: Buffer.alloc(32), channel: 'email' })
  const source = [...published.policy.sources.values()].find(({ marketing }) => marketing)?.id ?? ''
  const frame = frameOf(published, {
    ...{ language: said.language, company: campaign.group_company, source, publicUrl },
    unsubscribe: new URL(`/u/${token}`, publicUrl).href,
    person: { givenName: 'Aino', familyName: 'Esimerkki' },
  })
  return { language: said.language, ...renderMail(said.piece, frame) }
}
