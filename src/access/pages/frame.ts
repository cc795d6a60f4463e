import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '#platform/html'
import { type Language, preferredLanguage } from '#platform/language'
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
    .send(framed(language, title, main).toString())
}

/** What somebody who reads pages sees of a refusal. */
export function refusalPage({ title, status, detail }: Problem, language: Language, { url }: FastifyRequest): string {
  const heading = status === 404 ? words.notFound : status === 401 ? words.signInFirst : words.refused
  const way =
    status === 401
      ? html`<p><a class="button" href="/auth/sign-in?next=${encodeURIComponent(url)}">${words.signIn[language]}</a></p>`
      : html`<p><a href="/">${words.front[language]}</a></p>`
  const main = html`<h1>${heading[language]}</h1><p>${title}</p>${detail.clause && html`<p class="hint">${detail.clause}</p>`}${way}`
  return framed(language, heading[language], main).toString()
}

export function languageOf({ headers }: FastifyRequest): Language {
  return preferredLanguage(headers['accept-language'])
}

function framed(language: Language, title: string, main: Html) {
  return publicPage(
    {
      language,
      title: `${title} – Seloste`,
      css: '/auth/access.css',
      house: words.house[language],
      home: '/',
      unlisted: true,
      tellsItself: true,
    },
    main,
  )
}
