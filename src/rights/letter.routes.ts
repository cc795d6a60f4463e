import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { One, occasionOf, privacy, publishedIn, type RightsDesk, revisionIn, shown } from './desk.routes.ts'
import { draftOf } from './letters/draft.view.ts'
import { letterOnPaper } from './letters/paper-letter.ts'
import { letterGone, sendLetter } from './letters/send-letter.ts'
import { replyWays } from './request.ts'
import { settleRequests } from './settle-requests.ts'

const kinds = Type.Union(
  (['receipt', 'identity-question', 'clarification', 'extension', 'reply', 'refusal', 'cannot-identify'] as const).map(
    (kind) => Type.Literal(kind),
  ),
)
const letter = Type.Object(
  {
    kind: kinds,
    subject: Type.String({ maxLength: 300 }),
    body: Type.String({ maxLength: 60_000 }),
    way: Type.Optional(Type.Union(replyWays.map((way) => Type.Literal(way)))),
  },
  { additionalProperties: false },
)

/** Letters: drafted by the register, read and changed at the desk, sent by mail or printed. */
export function letterRoutes(desk: RightsDesk) {
  const { server, running } = desk
  const { db } = running

  server.get(
    '/requests/:id/draft',
    {
      config: privacy,
      schema: {
        summary: 'A letter of this request, as the register would write it',
        params: One,
        querystring: Type.Object({ kind: kinds }),
      },
    },
    (request) =>
      look(db, occasionOf(request), (view) =>
        draftOf(view, publishedIn(desk), { requestId: request.params.id, kind: request.query.kind }),
      ),
  )
  server.post(
    '/requests/:id/letters',
    { config: privacy, schema: { summary: 'Send a letter, or print it', params: One, body: letter } },
    async (request, reply) => {
      const { id } = request.params
      const said = { requestId: id, revision: revisionIn(request.headers), ...request.body }
      await perform(db, occasionOf(request), (act) => sendLetter(act, publishedIn(desk).statement, said))
      await settleRequests(running, occasionOf(request), [id])
      return reply.status(201).send(await shown(desk, request, id))
    },
  )
  server.post(
    '/request-letters/:id/posting',
    { config: privacy, schema: { summary: 'A printed letter is in the post', params: One } },
    async (request, reply) => {
      const requestId = await requestOfLetter(desk, request, request.params.id)
      await perform(db, occasionOf(request), (act) => letterGone(act, { id: request.params.id, state: 'given' }))
      await settleRequests(running, occasionOf(request), [requestId])
      return reply.status(201).send(await shown(desk, request, requestId))
    },
  )
  server.get(
    '/request-letters/:id/letter.pdf',
    { config: privacy, schema: { summary: 'A letter on paper', params: One } },
    async (request, reply) => {
      const found = await letterOf(desk, request, request.params.id)
      const pdf = await letterOnPaper(publishedIn(desk), found)
      return reply.type('application/pdf').header('cache-control', 'no-store').send(Buffer.from(pdf))
    },
  )
}

async function letterOf({ running }: RightsDesk, request: object, id: string) {
  return look(running.db, occasionOf(request), async (view) => {
    const row = await view.db
      .selectFrom('register.rights_letter as letter')
      .innerJoin('register.rights_request as held', 'held.id', 'letter.request_id')
      .select([
        'letter.language',
        'letter.subject',
        'letter.body',
        'letter.made_at as madeAt',
        'letter.request_id as requestId',
      ])
      .select(['held.person_id as personId', 'held.requester_name as name', 'held.reply_to as replyTo'])
      .where('letter.id', '=', id)
      .executeTakeFirst()
    view.saw(row?.personId ? [row.personId] : [], ['sys.cases'])
    if (!row || row.body === null) throw new Refusal('NOT_FOUND', 404)
    const to = [row.name, ...(row.replyTo?.split('\n') ?? [])].filter((line): line is string => Boolean(line))
    return { ...row, body: row.body, to }
  })
}

async function requestOfLetter(desk: RightsDesk, request: object, id: string): Promise<string> {
  const { requestId } = await letterOf(desk, request, id)
  return requestId
}
