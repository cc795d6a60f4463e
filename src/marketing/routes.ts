import { Type } from 'typebox'
import { choicesKeyIn } from '#choices'
import { look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import type { Running } from '#statement'
import {
  CampaignChange,
  Id,
  type MarketingDesk,
  type MarketingPorts,
  marketing,
  NewCampaign,
  One,
  rulesNow,
} from './asked.routes.ts'
import { audienceNow } from './audience.view.ts'
import { campaignStates } from './campaign.ts'
import { campaignOf, campaignsListed, recipientsListed } from './campaigns.view.ts'
import { judged } from './judged.view.ts'
import { letterRoutes } from './letters/routes.ts'
import { noteTest, queueCampaign, settleUnsure, stopCampaign } from './move-campaign.ts'
import { previewRoutes } from './preview.routes.ts'
import type { MarketingReach } from './reach.ts'
import { recipientStates } from './recipient.ts'
import { segmentRoutes } from './segment-routes.ts'
import { sendTest } from './send-test.ts'
import { changeCampaign, createCampaign, wishOf } from './write-campaign.ts'

const anyOf = (all: readonly string[]) => Type.Optional(Type.Union(all.map((one) => Type.Literal(one)) as never))

/** Campaigns, their audiences, tests and outboxes, for whoever the statement lets market. */
export function marketingRoutes<T extends MarketingReach>(
  server: HttpServer,
  register: Running<T>,
  ports: MarketingPorts,
) {
  const running = register as unknown as Running<MarketingReach> // its tables are among T's
  const { db } = running
  const desk: MarketingDesk = { server, running, ports }
  segmentRoutes(desk)
  letterRoutes(server, running, ports.publicUrl)
  previewRoutes(server, running, ports.publicUrl)

  const shown = async ({ occasion }: { occasion: Parameters<typeof look>[1] }, id: string) => {
    const found = await look(db, occasion, (view) => campaignOf(view, id))
    if (!found) throw new Refusal('NOT_FOUND', 404)
    return found
  }
  const judging = async (request: { occasion: Parameters<typeof look>[1] }, id: string) => {
    const campaign = await shown(request, id)
    return { audience: campaign.audience, wish: wishOf(campaign, rulesNow(running)), key: choicesKeyIn(running) }
  }

  server.get(
    '/campaigns',
    {
      config: marketing,
      schema: { summary: 'Campaigns, the newest first', querystring: Type.Object({ state: anyOf(campaignStates) }) },
    },
    (request) => look(db, request.occasion, (view) => campaignsListed(view, request.query as never)),
  )
  server.post(
    '/campaigns',
    {
      config: marketing,
      schema: { summary: 'Begin a campaign in a declared channel, on declared topics', body: NewCampaign },
    },
    async (request, reply) => {
      const id = await perform(db, request.occasion, (act) =>
        createCampaign(act, inForce(running), rulesNow(running), request.body),
      )
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.get('/campaigns/:id', { config: marketing, schema: { summary: 'One campaign', params: One } }, (request) =>
    shown(request, request.params.id),
  )
  server.patch(
    '/campaigns/:id',
    {
      config: marketing,
      schema: { summary: 'Change a campaign that is not queued', params: One, body: CampaignChange },
    },
    async (request) => {
      const revision = revisionOf(request.headers)
      const change = { id: request.params.id, revision, parts: request.body }
      await perform(db, request.occasion, (act) => changeCampaign(act, inForce(running), rulesNow(running), change))
      return shown(request, request.params.id)
    },
  )
  server.get(
    '/campaigns/:id/audience',
    {
      config: marketing,
      schema: { summary: 'Who would get it, on which ground, and who would not and why', params: One },
    },
    async (request) => {
      const asked = await judging(request, request.params.id)
      return look(db, request.occasion, (view) => audienceNow(view, inForce(running), asked))
    },
  )
  server.post(
    '/campaigns/:id/test',
    { config: marketing, schema: { summary: 'Send it to one’s own address', params: One } },
    async (request) => {
      const campaign = await shown(request, request.params.id)
      const published = running.current()
      if (!ports.sending || !published) throw new Refusal('MAIL_NOT_SET_UP', 409)
      const { email: address, name } = request.staff
      const said = { ...campaign, group_company: campaign.groupCompany }
      // The deed first, so that whoever may not is refused before anything goes; a mail that did not go takes it back.
      await perform(db, request.occasion, async (act) => {
        await noteTest(act, inForce(running), campaign.id)
        await sendTest({ sending: ports.sending as never, published, now: running.now, campaign: said, address, name })
      })
      return shown(request, campaign.id)
    },
  )
  server.post(
    '/campaigns/:id/queueing',
    { config: marketing, schema: { summary: 'Freeze the audience and let it go', params: One } },
    async (request) => {
      const asked = await judging(request, request.params.id)
      const meant = await look(db, request.occasion, async (view) => {
        view.saw([], []) // counted and written down, shown to nobody
        return judged(view, inForce(running), asked)
      })
      await perform(db, request.occasion, (act) => queueCampaign(act, inForce(running), request.params.id, meant))
      return shown(request, request.params.id)
    },
  )
  server.post(
    '/campaigns/:id/stop',
    { config: marketing, schema: { summary: 'Stop it: nothing more goes', params: One } },
    async (request) => {
      await perform(db, request.occasion, (act) => stopCampaign(act, inForce(running), request.params.id))
      return shown(request, request.params.id)
    },
  )
  server.post(
    '/campaigns/:id/unsure',
    {
      config: marketing,
      schema: {
        summary: 'Decide of the messages of which nobody knows whether they arrived',
        params: One,
        body: Type.Object(
          { how: Type.Union([Type.Literal('sent'), Type.Literal('again')]) },
          { additionalProperties: false },
        ),
      },
    },
    async (request) => {
      await perform(db, request.occasion, (act) =>
        settleUnsure(act, inForce(running), request.params.id, request.body.how),
      )
      return shown(request, request.params.id)
    },
  )
  server.get(
    '/campaigns/:id/recipients',
    {
      config: marketing,
      schema: {
        summary: 'Who got it, who did not, and why',
        params: One,
        querystring: Type.Object({
          state: anyOf(recipientStates),
          after: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
        }),
      },
    },
    async (request) => {
      const { state, after, limit = 50 } = request.query as { state?: never; after?: string; limit?: number }
      const wish = { campaignId: request.params.id, state, after, limit }
      return look(db, request.occasion, (view) => recipientsListed(view, inForce(running), wish))
    },
  )
}

function revisionOf(headers: Record<string, unknown>): number {
  const said = headers['if-match']
  if (said === undefined) throw new Refusal('REVISION_MISSING', 428, { field: 'headers/if-match' })
  const revision = Number(String(said).replace(/^W\//, '').replaceAll('"', ''))
  if (!Number.isInteger(revision)) throw new Refusal('INVALID_REQUEST', 422, { field: 'headers/if-match' })
  return revision
}
