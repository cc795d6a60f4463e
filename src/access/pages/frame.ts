import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '#platform/html'
import { isLanguage, type Language, preferredLanguage } from '#platform/language'
import { publicPage } from '#platform/page'
import type { Problem } from '#platform/problem'
import { words } from './words.ts'

/** A page about somebody's own account; it works without a script. */
export function accessPage(reply: FastifyReply, language: Language, title: string, main: Html, status = 200) {
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .send(framed(language, title, main, '?language=').toString())
}

/** What somebody who reads pages sees of a refusal. */
export function refusalPage(
  { title, status, code, detail }: Problem,
  language: Language,
  { url }: FastifyRequest,
): string {
  const heading = headingOf(status, code)
  const way =
    status === 401
      ? html`<p><a class="button" href="/auth/sign-in?next=${encodeURIComponent(url)}">${words.signIn[language]}</a></p>`
      : code === 'NO_ACTIVE_STATEMENT'
        ? html`<p><a href="/desk/">${words.signIn[language]}</a></p>`
        : html`<p><a href="/">${words.front[language]}</a></p>`
  const main = html`<h1>${heading[language]}</h1><p>${title}</p>${detail.clause && html`<p class="hint">${detail.clause}</p>`}${way}`
  return framed(language, heading[language], main).toString()
}

function headingOf(status: number, code: string) {
  if (code === 'NO_ACTIVE_STATEMENT') return words.notYet
  return status === 404 ? words.notFound : status === 401 ? words.signInFirst : words.refused
}

/** The language that the address asks for, else the person's own, else the browser's. */
export function languageOf({ headers, query }: FastifyRequest, own: Language | null = null): Language {
  const asked = query && typeof query === 'object' && 'language' in query ? query.language : undefined
  return isLanguage(asked) ? asked : (own ?? preferredLanguage(headers['accept-language']))
}

function framed(language: Language, title: string, main: Html, choice?: string) {
  return publicPage(
    {
      language,
      title: `${title} – Seloste`,
      css: '/auth/access.css',
      house: words.house[language],
      home: '/',
      ...(choice ? { languages: { fi: `${choice}fi`, sv: `${choice}sv`, en: `${choice}en` } } : {}),
      unlisted: true,
      tellsItself: true,
    },
    main,
  )
}
