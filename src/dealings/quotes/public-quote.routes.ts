import { Type } from 'typebox'
import { AskedPublicly, acceptForms, answerBroken, answerPage, WithToken } from '#choices'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { isLanguage, type Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { refuseIdentityCodes } from '#register'
import type { Published, Running } from '#statement'
import type { ChainPorts, ChainRunning } from '../chain-schema.routes.ts'
import type { DealingsReach } from '../reach.ts'
import { acceptOnPage } from './accept-on-page.ts'
import { declineQuote } from './answer-quote.ts'
import { marketsToBuyers } from './markets-to-buyers.ts'
import { proofRoutes } from './proof.routes.ts'
import { type PublicQuote, publicQuoteOf } from './public-quote.view.ts'
import { overPage, quotePage, type Shown, type TypedField } from './quote.pages.ts'
import { type QuoteLink, readQuoteToken } from './quote-link.ts'
import { quotePageTexts as texts } from './quote-page.texts.ts'
import { nameOfAnswer } from './refuse-unless-answering.ts'

const config = { may: 'public' } as const
const Asked = Type.Object({ ...AskedPublicly.properties, pdf: Type.Optional(Type.String({ maxLength: 5 })) })

/** `/q/<token>`: the customer reads a version of a quote and answers it. Nobody signs in, and nothing is asked of anybody else. */
export function quotePages<T extends DealingsReach & LedgerTables>(
  app: HttpServer,
  register: Running<T>,
  { quotePdf }: Pick<ChainPorts, 'quotePdf'> = {},
) {
  const running = register as unknown as ChainRunning // its tables are among T's
  app.register(async (scope) => {
    const server = scope as HttpServer
    acceptForms(server)
    proofRoutes(server, running)

    server.get('/q/:token', { config, schema: { params: WithToken, querystring: Asked } }, async (request, reply) => {
      const link = readQuoteToken(running, request.params.token)
      if (link && request.query.pdf && quotePdf) {
        const pdf = await quotePdf(link)
        if (pdf) return reply.type('application/pdf').header('cache-control', 'no-store').send(pdf)
      }
      return answer(reply, running, { link, wish: request.query.language, hasPdf: Boolean(quotePdf) })
    })

    server.post(
      '/q/:token',
      { config, bodyLimit: 16_384, schema: { params: WithToken, querystring: AskedPublicly } },
      async (request, reply) => {
        const link = readQuoteToken(running, request.params.token)
        const wish = request.query.language
        const said = (request.body ?? {}) as Record<string, unknown>
        const fault = link ? await answered(running, link, said) : null
        return answer(reply, running, { link, wish, fault, hasPdf: Boolean(quotePdf) })
      },
    )
  })
}

type Fault = (language: Language) => Shown['fault']

async function answer(
  reply: Parameters<typeof answerPage>[0],
  running: ChainRunning,
  { link, wish, fault, hasPdf }: { link: QuoteLink | null; wish?: string; fault?: Fault | null; hasPdf: boolean },
) {
  running.policy()
  const published = running.current() as Published
  const asked = { published, language: isLanguage(wish) ? wish : ('fi' as const), title: texts.title }
  if (!link) return answerBroken(reply, asked)
  const quote = await look(running.db, occasionOf(running), (view) => publicQuoteOf(view, link))
  if (!quote) return answerPage(reply.status(404), asked, overPage(published, asked.language, 'gone'))
  // In the customer's language, until they choose another.
  const language = isLanguage(wish) ? wish : quote.content.language
  const shown = { quote, published, language, hasPdf, fault: fault?.(language) ?? null }
  return answerPage(reply.status(statusOf(quote, shown.fault)), { ...asked, language }, quotePage(shown))
}

function statusOf({ state }: PublicQuote, fault: Shown['fault']): number {
  if (fault && state === 'sent') return 422
  return state === 'superseded' || state === 'withdrawn' || state === 'expired' ? 410 : 200
}

/** Does what was pressed; answers what is wrong with what was typed. What is over or answered already the page itself says. */
async function answered(running: ChainRunning, link: QuoteLink, said: Record<string, unknown>): Promise<Fault | null> {
  const typed = (part: string) => (typeof said[part] === 'string' ? String(said[part]).slice(0, 2000) : '')
  const [name, email, reason] = [typed('name'), typed('email').trim(), typed('reason').trim()]
  const refuses = said.refuses === 'yes'
  const wrong = (field: TypedField, text: Record<Language, string>): Fault => {
    return (language) => ({ field, said: text[language], name, email, refuses, reason })
  }
  try {
    if (said.deed === 'accept') await accept(running, link, { name: nameOfAnswer(name), email, refuses, said })
    if (said.deed === 'decline') await decline(running, link, reason)
    return null
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused
    if (refused.code === 'VALUE_REQUIRED') return wrong('name', texts.nameMissing)
    if (refused.code === 'EMAIL_NOT_VALID') return wrong('email', texts.emailWrong)
    if (refused.code === 'PERSONAL_IDENTITY_CODE')
      return said.deed === 'accept' ? wrong('name', texts.nameWrong) : wrong('reason', texts.reasonWrong)
    if (['TEXT_TOO_LONG', 'QUOTE_NOT_ANSWERABLE', 'QUOTE_EXPIRED', 'NOT_FOUND'].includes(refused.code)) return null
    throw refused
  }
}

interface Accepting {
  name: string
  email: string
  refuses: boolean
  said: Record<string, unknown>
}

async function accept(running: ChainRunning, link: QuoteLink, { name, email, refuses, said }: Accepting) {
  const language = isLanguage(said.language) ? said.language : ('fi' as const)
  const isTold = said.told === 'yes' && marketsToBuyers(running.current() as Published)
  await acceptOnPage(running, occasionOf(running), link, { name, email, language, isTold, refuses })
}

async function decline(running: ChainRunning, link: QuoteLink, reason: string) {
  refuseIdentityCodes(reason, 'reason')
  await perform(running.db, occasionOf(running), async (act) => {
    const isNew = await declineQuote(act, { ...link, via: 'page', name: null, reason: reason || null })
    if (!isNew) await act.record({ what: 'quote.found', about: link.quoteId })
  })
}

function occasionOf(running: ChainRunning): Occasion {
  const under = String(running.current()?.version ?? 0)
  return { by: 'customer', duty: 'intake', purpose: 'customer-communication', at: running.now(), under }
}
