import { Type } from 'typebox'
import type { LedgerTables } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, languages } from '#platform/language'
import { publicPage } from '#platform/page'
import { Refusal } from '#platform/refusal'
import type { RegisterTables } from '#register'
import type { Published, Running, StatementTables } from '#statement'
import { address, linksFrom } from './addresses.ts'
import { type ContactPage, closedPage, contactPage, sentPage } from './contact.pages.ts'
import { contactTexts } from './contact.texts.ts'
import { type ContactForm, contactFormOf } from './contact-form.ts'
import { formToken } from './form-token.ts'
import { navigationFrom } from './statement.pages.ts'
import { takeSubmission } from './take-submission.ts'

type Tables = LedgerTables & StatementTables & RegisterTables

const InLanguage = Type.Object({ language: Type.Enum([...languages]) })
const Body = Type.Optional(Type.Record(Type.String(), Type.Unknown()))

/** The contact form: works without JavaScript, with every cookie refused, and asks nobody else. */
export function contactRoutes<T extends Tables>(
  server: HttpServer,
  running: Running<T>,
  { secret }: { secret: string },
) {
  const newToken = () => formToken(secret, running.now())
  const shown = (published: Published, form: ContactForm, language: Language, token = newToken()): ContactPage => ({
    language,
    form,
    controller: published.statement.controller.legalName ?? '',
    version: published.version,
    statementHref: linksFrom(address.contact(language))(address.version(language, published.version)),
    action: './',
    token,
  })

  server.get('/:language/contact', { config: { may: 'public' }, schema: { params: InLanguage } }, (_, reply) =>
    reply.redirect('./contact/', 308),
  )
  server.get(
    '/:language/contact/',
    { config: { may: 'public' }, schema: { params: InLanguage } },
    ({ params: { language } }, reply) => {
      const published = inForce(running)
      const form = contactFormOf(published.policy)
      const main = form ? contactPage(shown(published, form, language), null, []) : closedPage(language)
      return answer(reply, framed(published, language, main))
    },
  )

  server.post(
    '/:language/contact/',
    { config: { may: 'public' }, schema: { params: InLanguage, body: Body } },
    async ({ params: { language }, body }, reply) => {
      const published = inForce(running)
      const form = contactFormOf(published.policy)
      if (!form) throw new Refusal('SOURCE_NOT_DECLARED', 404, { clause: 'S6.9', source: 'web-form' })
      const taken = await takeSubmission(running, form, {
        body: (body ?? {}) as Record<string, unknown>,
        language,
        secret,
      })
      if ('reference' in taken) return answer(reply, framed(published, language, sentPage({ language, ...taken })))
      const page = contactPage(shown(published, form, language, taken.token), taken.submission, taken.faults)
      return answer(reply.status(422), framed(published, language, page))
    },
  )
}

function inForce<T>(running: Running<T>): Published {
  running.policy()
  return running.current() as Published // policy() has refused where there is none
}

function framed(published: Published, language: Language, main: Parameters<typeof publicPage>[1]) {
  const here = address.contact(language)
  const link = linksFrom(here)
  return publicPage(
    {
      language,
      title: `${contactTexts.title[language]} – ${published.statement.controller.legalName ?? ''}`,
      css: link(address.css()),
      house: published.statement.controller.legalName ?? '',
      home: link(address.statement(language)),
      languages: Object.fromEntries(languages.map((other) => [other, link(address.contact(other))])),
      navigation: navigationFrom(here, language, published),
      register: published.statement.register.name[language] ?? published.statement.register.name.fi ?? '',
    },
    main,
  ).markup
}

function answer(
  reply: { type(type: string): { header(name: string, value: string): { send(text: string): unknown } } },
  text: string,
) {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
}
