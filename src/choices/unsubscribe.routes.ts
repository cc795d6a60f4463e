import type { LedgerTables } from '#ledger'
import type { HttpServer } from '#platform/http'
import type { Language } from '#platform/language'
import type { RegisterTables } from '#register'
import type { Published, Running } from '#statement'
import { houseOf } from './frame.pages.ts'
import { choicesKeyIn } from './key-of-register.ts'
import { readUnsubscribeToken, type Unsubscribing } from './links.ts'
import { nowKnownAs } from './merged-into.ts'
import { acceptForms } from './posted.routes.ts'
import { AskedPublicly, answerBroken, answerPage, askedPublicly, WithToken } from './public.routes.ts'
import { narrowBy, refusedTopicsOf, stopBy, undoBy, undoStamp } from './stop-by-link.ts'
import type { ChoicesTables } from './tables.ts'
import * as pages from './unsubscribe.pages.ts'
import { unsubscribeTexts as texts } from './unsubscribe.texts.ts'

type Tables = LedgerTables & RegisterTables & ChoicesTables
// B14: mail software posts for many people from one address, without cookies, and also while the desks are read-only.
const config = { may: 'public', evenWhenReadOnly: true, rateLimit: false } as const

/** `/u/<token>`: GET shows, POST acts (RFC 8058). Nobody signs in, and nothing is asked of anybody else. */
export function unsubscribeRoutes<T extends Tables>(app: HttpServer, running: Running<T>) {
  const key = () => choicesKeyIn(running)
  const linkOf = async (token: string): Promise<Unsubscribing | null> => {
    const said = readUnsubscribeToken(key(), token)
    return said?.person ? { ...said, person: await nowKnownAs(running, said.person) } : said
  }

  app.register(async (scope) => {
    const server = scope as HttpServer
    acceptForms(server)

    server.get(
      '/u/:token',
      { config, schema: { params: WithToken, querystring: AskedPublicly } },
      async (request, reply) => {
        const said = await linkOf(request.params.token)
        const here = askedPublicly(running, request, texts.title)
        const { language, published } = here
        if (!said) return answerBroken(reply, here)
        const page = await pageOf(running, said, { language, published })
        const main = request.query.topics && page.topics.length > 1 ? pages.topicsPage(page) : pages.stopPage(page)
        return answerPage(reply, here, main)
      },
    )

    server.post(
      '/u/:token',
      { config, bodyLimit: 4096, schema: { params: WithToken, querystring: AskedPublicly } },
      async (request, reply) => {
        const said = await linkOf(request.params.token)
        const here = askedPublicly(running, request, texts.title)
        const { language, published } = here
        if (!said) return answerBroken(reply, here)
        const body = (request.body ?? {}) as Record<string, unknown>
        const page = () => pageOf(running, said, { language, published })

        const deed = deedOf(body)
        if (deed === 'one-click' || deed === 'unsubscribe-link') {
          const { personId } = await stopBy(running, said, deed)
          const undo = personId && deed === 'unsubscribe-link' ? undoStamp(key(), personId, running.now()) : null
          return answerPage(reply, here, pages.stoppedPage(await page(), undo))
        }
        if (deed === 'undo' && (await undoBy(running, said, { stamp: String(body.undo ?? ''), language, published })))
          return answerPage(reply, here, pages.undonePage(language))
        if (deed === 'topics') {
          const wanted = await narrowBy(running, said, published, body)
          return answerPage(reply, here, pages.savedPage(language, wanted))
        }
        return answerPage(reply.status(422), here, pages.unknownPage(language))
      },
    )
  })
}

/** Exactly what RFC 8058 says, or exactly what our own page sends; whatever else is nothing. */
function deedOf(body: Record<string, unknown>): 'one-click' | 'unsubscribe-link' | 'undo' | 'topics' | null {
  const keys = Object.keys(body)
  if (keys.length === 1 && body['List-Unsubscribe'] === 'One-Click') return 'one-click'
  if (keys.length === 1 && body.deed === 'stop') return 'unsubscribe-link'
  if (keys.length === 2 && body.deed === 'undo' && typeof body.undo === 'string') return 'undo'
  const isTopics = body.deed === 'topics' && keys.every((one) => one === 'deed' || one.startsWith('topic:'))
  return isTopics ? 'topics' : null
}

async function pageOf<T extends Tables>(
  running: Running<T>,
  said: Unsubscribing,
  { language, published }: { language: Language; published: Published },
): Promise<pages.UnsubscribePage> {
  const purpose = [...published.policy.purposes.values()].find(({ messageClass }) => messageClass === 'marketing')
  const refused = await refusedTopicsOf(running, said)
  const topics = (purpose?.topics ?? []).map((topic) => ({ ...topic, isRefused: refused.has(topic.id) }))
  return { language, house: houseOf(published), channel: said.channel, topics }
}
