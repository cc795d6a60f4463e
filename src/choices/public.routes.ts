import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Html } from '#platform/html'
import { isLanguage, type Language, preferredLanguage } from '#platform/language'
import type { Published, Running } from '#statement'
import { contactLines, framed } from './frame.pages.ts'
import { brokenPage } from './unsubscribe.pages.ts'
import { unsubscribeTexts } from './unsubscribe.texts.ts'

export const WithToken = Type.Object({ token: Type.String() })
const Short = Type.Optional(Type.String({ maxLength: 20 }))
export const AskedPublicly = Type.Object({ language: Short, topics: Short, done: Short })

/** One public page to be answered: which statement, in which language, under which title. */
export interface Answering {
  published: Published
  language: Language
  title: Record<Language, string>
  /** `my` where the page stands at the site's root, not under a token. */
  self?: 'my'
}

/** In which language somebody asks who has not signed in; refuses where no statement is in force. */
export function askedPublicly<T>(
  running: Running<T>,
  { query, headers }: Pick<FastifyRequest, 'query' | 'headers'>,
  title: Record<Language, string>,
): Answering {
  running.policy()
  const wish = (query as { language?: string }).language
  const language = isLanguage(wish) ? wish : preferredLanguage(String(headers['accept-language'] ?? ''))
  return { language, title, published: running.current() as Published }
}

export function answerPage(reply: FastifyReply, { published, language, title, self }: Answering, main: Html) {
  const frame = { published, language, title: title[language], root: self ? './' : '../', self: self ?? '' }
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .send(framed(frame, main))
}

/** A link that was altered, cut, or never ours: a clear page, and nothing is done. */
export function answerBroken(reply: FastifyReply, asked: Answering) {
  const main = brokenPage(asked.language, contactLines(asked.published))
  return answerPage(reply.status(404), { ...asked, title: unsubscribeTexts.brokenTitle }, main)
}
