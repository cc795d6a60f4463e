import { type LedgerTables, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import type { Language } from '#platform/language'
import { type Holding, normaliseEmail, type RegisterTables } from '#register'
import type { Published, Running } from '#statement'
import { askOwnPage } from './ask-own-page.ts'
import { askedPage, askPage, expiredPage } from './asking.pages.ts'
import { contactLines } from './frame.pages.ts'
import { choicesKeyIn } from './key-of-register.ts'
import { type OnesOwnPage, readMyPageToken } from './links.ts'
import { day, myPage } from './my-page.pages.ts'
import { myTexts as texts } from './my-page.texts.ts'
import { type MyPage, myPageOf } from './my-page.view.ts'
import { actOnOwnPage, ownOccasion } from './my-page-deeds.ts'
import { AskedPublicly, answerBroken, answerPage, askedPublicly, WithToken } from './public.routes.ts'
import type { ChoicesTables } from './tables.ts'
import { filled } from './unsubscribe.texts.ts'

type Tables = LedgerTables & RegisterTables & ChoicesTables

export interface MyPagePorts {
  /** Every place where something about a person is kept. */
  holdings: () => readonly Holding<never>[]
  /** Opens a request of Art. 15–21; answers the day by which it is answered. */
  openRequest: (wish: {
    kind: string
    personId: string
    text: string
    language: Language
    isShared: boolean
  }) => Promise<{ dueOn: string }>
}

const config = { may: 'public', evenWhenReadOnly: true } as const
const kinds = Object.keys(texts.kinds)

/** `/my`: asks for the address and mails the link. `/my/<token>`: one's own page, without an account. */
export function myPageRoutes<T extends Tables>(server: HttpServer, running: Running<T>, ports: MyPagePorts) {
  server.get('/my', { config, schema: { querystring: AskedPublicly } }, (request, reply) => {
    const here = askedPublicly(running, request, texts.title)
    return answerPage(reply, { ...here, self: 'my' }, askPage(here.language, false))
  })
  server.post('/my', { config, bodyLimit: 4096, schema: { querystring: AskedPublicly } }, async (request, reply) => {
    const here = askedPublicly(running, request, texts.title)
    const { language, published } = here
    const typed = (request.body as { email?: unknown } | undefined)?.email
    const address = typeof typed === 'string' ? normaliseEmail(typed) : null
    if (!address) return answerPage(reply.status(422), { ...here, self: 'my' }, askPage(language, true))
    // Not waited for, so that the time it takes tells nobody whether the address is known.
    void askLink(running, address).catch((fault: Error) =>
      request.log.error({ code: fault.name }, 'own page not asked'),
    )
    return answerPage(reply, { ...here, self: 'my' }, askedPage(language, contactLines(published)))
  })

  server.get(
    '/my/:token',
    { config, schema: { params: WithToken, querystring: AskedPublicly } },
    async (request, reply) => {
      const here = askedPublicly(running, request, texts.title)
      const { language, published } = here
      const link = readMyPageToken(choicesKeyIn(running), request.params.token)
      if (!link) return answerBroken(reply, here)
      const page = await pageOf(running, ports, { link, published, language })
      if (!page) return answerPage(reply.status(410), here, expiredPage(language))
      const said = saidOf(request.query.done, language)
      return answerPage(reply, here, myPage({ page, published, language, until: link.until, said }))
    },
  )
  server.post(
    '/my/:token',
    { config, bodyLimit: 65_536, schema: { params: WithToken, querystring: AskedPublicly } },
    async (request, reply) => {
      const here = askedPublicly(running, request, texts.title)
      const { language, published } = here
      const link = readMyPageToken(choicesKeyIn(running), request.params.token)
      if (!link) return answerBroken(reply, here)
      const page = await pageOf(running, ports, { link, published, language })
      if (!page) return answerPage(reply.status(410), here, expiredPage(language))

      const body = (request.body ?? {}) as Record<string, unknown>
      const back = (done: string) => reply.redirect(`?language=${language}&done=${done}`, 303)
      const again = (text: string) =>
        answerPage(
          reply.status(422),
          here,
          myPage({ page, published, language, until: link.until, said: { text, isFault: true } }),
        )
      if (body.deed !== 'request')
        return (await actOnOwnPage(running, { link, language, published, body }))
          ? back('choice')
          : again(texts.notDone[language])
      const { kind, text = '' } = body
      const isWhole = typeof kind === 'string' && kinds.includes(kind) && typeof text === 'string'
      if (!isWhole || (kind === 'rectification' && text.trim() === '')) return again(texts.missing[language])
      const { personId, isShared } = page
      const { dueOn } = await ports.openRequest({ kind, personId, text: text.slice(0, 5000), language, isShared })
      return back(`due-${dueOn}`)
    },
  )
}

async function askLink<T extends Tables>(running: Running<T>, address: string) {
  const occasion = { ...ownOccasion(running), duty: 'intake' }
  await perform(running.db, occasion, (act) => askOwnPage(act as never, address))
}

async function pageOf<T extends Tables>(
  running: Running<T>,
  { holdings }: MyPagePorts,
  { link, published, language }: { link: OnesOwnPage; published: Published; language: Language },
): Promise<MyPage | null> {
  if (running.now() > link.until) return null
  const reading = { published, language, key: choicesKeyIn(running), maps: running.ground.maps, holdings: holdings() }
  return look(running.db, ownOccasion(running), (view) => myPageOf(view as never, reading, link))
}

function saidOf(done: string | undefined, language: Language) {
  const due = /^due-(\d{4}-\d{2}-\d{2})$/.exec(done ?? '')?.[1]
  if (due)
    return { text: filled(texts.sent[language], { due: day(new Date(`${due}T12:00:00Z`), language) }), isFault: false }
  return done === 'choice' ? { text: texts.done[language], isFault: false } : null
}
