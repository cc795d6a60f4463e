import { Type } from 'typebox'
import { choicesKeyIn } from '#choices'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { isLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import type { Running } from '#statement'
import { noteTest } from '../move-campaign.ts'
import type { MarketingReach } from '../reach.ts'
import { lettersPdf } from './letter-pdf.ts'
import { postLetters } from './post-letters.ts'
import { lettersLying, runsOf } from './posting.view.ts'
import { printLetters } from './print-letters.ts'
import { returnLetter, returnReasons } from './return-letter.ts'
import { sampleLetter } from './write-letter.ts'

type Tables = MarketingReach & LedgerTables

const config = { may: { purposes: ['direct-marketing'] } } as const
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const closed = { additionalProperties: false } as const
const spoken = Type.Object({ language: Type.Optional(Type.String({ maxLength: 10 })) })
const printing = Type.Object(
  {
    processor: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
    sides: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2)])),
  },
  closed,
)
const returned = Type.Object(
  {
    code: Type.String({ maxLength: 40 }),
    reason: Type.Union(returnReasons.map((one) => Type.Literal(one))),
  },
  closed,
)

/** S4.12: a campaign by post. Its letters as a PDF, the day they went to the post, and those that came back. */
export function letterRoutes<T extends Tables>(server: HttpServer, register: Running<T>, publicUrl: string) {
  const running = register as unknown as Running<Tables> // its tables are among T's
  const { db } = running
  const under = (request: object) => ({
    occasion: (request as { occasion: Occasion }).occasion,
    inForce: inForce(running),
  })

  server.get(
    '/campaigns/:id/letter.pdf',
    { config, schema: { summary: 'A letter of the campaign to an invented person', params, querystring: spoken } },
    async (request, reply) => {
      const made = await sample(running, under(request).occasion, { ...request.params, ...request.query }, publicUrl)
      return reply.type('application/pdf').header('content-disposition', 'inline; filename="letter.pdf"').send(made)
    },
  )
  server.post(
    '/campaigns/:id/proof',
    { config, schema: { summary: 'Say that the sample letter has been seen as the campaign now is', params } },
    async (request, reply) => {
      const { occasion, inForce } = under(request)
      await perform(db, occasion, (act) => noteTest(act as never, inForce, request.params.id))
      return reply.status(204).send()
    },
  )
  server.post(
    '/campaigns/:id/letters',
    {
      config,
      schema: { summary: 'Fence the letters of a queued campaign and answer them as a PDF', params, body: printing },
    },
    async (request, reply) => {
      const { processor = null, sides = 2 } = request.body
      const wish = { campaignId: request.params.id, publicUrl, processor, sides }
      const { title, letters } = await printLetters(running, under(request), wish)
      const name = `attachment; filename="letters-${request.params.id.slice(-12)}.pdf"`
      return reply
        .type('application/pdf')
        .header('content-disposition', name)
        .header('letters', String(letters.length))
        .send(lettersPdf(letters, { title, at: running.now(), sides }))
    },
  )
  server.get(
    '/campaigns/:id/posting',
    { config, schema: { summary: 'Print runs, and which printed letters must come out of the pile', params } },
    async (request) => {
      const runs = await look(db, under(request).occasion, (view) => runsOf(view, request.params.id))
      return { runs, houses: housesOf(running), ...(await lettersLying(running as never, request.params.id)) }
    },
  )
  server.post(
    '/campaigns/:id/posting',
    {
      config,
      schema: {
        summary: 'Say that the printed letters went to the post',
        params,
        body: Type.Object({ postedOn: Type.String({ format: 'date' }) }, closed),
      },
    },
    (request) => postLetters(running as never, under(request), { campaignId: request.params.id, ...request.body }),
  )
  server.post(
    '/letter-returns',
    { config, schema: { summary: 'A letter came back in the post', body: returned } },
    async (request, reply) => {
      const { occasion, inForce } = under(request)
      const { personId } = await perform(db, occasion, (act) => returnLetter(act as never, inForce, request.body))
      return reply.status(201).send({ personId })
    },
  )
}

async function sample(
  running: Running<Tables>,
  occasion: Occasion,
  { id, language }: { id: string; language?: string },
  publicUrl: string,
) {
  const campaign = await look(running.db, occasion, async (view) => {
    view.saw([], [])
    return view.db
      .selectFrom('register.campaign')
      .select(['name', 'content', 'group_company'])
      .where('id', '=', id)
      .executeTakeFirst()
  })
  const published = running.current()
  if (!campaign || !published) throw new Refusal('NOT_FOUND', 404)
  const head = { published, publicUrl, key: choicesKeyIn(running), at: running.now() }
  const letter = sampleLetter(head, campaign as never, isLanguage(language) ? language : 'fi')
  if (!letter) throw new Refusal('NOTHING_TO_PRINT', 422, { field: 'content' })
  return lettersPdf([letter], { title: campaign.name, at: running.now(), sides: 1 })
}

/** The processors of the statement, of whom one may be the printing house. */
function housesOf(running: Running<Tables>) {
  return (running.current()?.statement.processors ?? []).map(({ id, provider, service }) => ({
    id,
    name: provider,
    service,
  }))
}
