import { Type } from 'typebox'
import type { LedgerTables } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, languages } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { RegisterTables } from '#register'
import type { Published, Running, StatementTables } from '#statement'
import { address } from './addresses.ts'
import { autocompletes, fieldLabel } from './contact.pages.ts'
import { filled, refusedSaid, contactTexts as texts } from './contact.texts.ts'
import { type ContactForm, contactFormOf } from './contact-form.ts'
import { formToken } from './form-token.ts'
import { answeringTo, websitesOf } from './own-origins.ts'
import { takeSubmission } from './take-submission.ts'

type Tables = LedgerTables & StatementTables & RegisterTables

const InLanguage = Type.Object({ language: Type.Enum([...languages]) })
const Body = Type.Optional(Type.Record(Type.String(), Type.Unknown()))

export interface WebsiteSettings {
  secret: string
  publicUrl: string
  /** Origins beside the statement's own website that may use the embed, such as the demo's. */
  websites?: readonly string[]
}

/** The contact form for a page of the company's own site: the same fields, notice and rules, as values. No cookie, no visitor's id. */
export function contactEmbedRoutes<T extends Tables>(
  server: HttpServer,
  running: Running<T>,
  settings: WebsiteSettings,
) {
  const { secret, publicUrl } = settings
  const current = () => {
    const form = contactFormOf(running.policy())
    const published = running.current() as Published // policy() has refused where there is none
    if (!form) throw new Refusal('SOURCE_NOT_DECLARED', 404, { clause: 'S6.9', source: 'web-form' })
    return { form, published, websites: websitesOf(published.statement, settings.websites) }
  }

  // A GET from a page of another origin carries Origin too; without one it is somebody who reads the address by hand.
  server.get(
    '/:language/contact/form.json',
    { config: { may: 'public' }, schema: { params: InLanguage } },
    (request, reply) => {
      const { form, published, websites } = current()
      const { language } = request.params
      if (request.headers.origin) reply.headers(answeringTo(request.headers.origin, request.host, websites))
      return reply.header('cache-control', 'no-store').send(formSaid(form, published, language))
    },
  )
  server.post(
    '/:language/contact/form.json',
    { config: { may: 'public' }, schema: { params: InLanguage, body: Body } },
    async (request, reply) => {
      const { form, websites } = current()
      const { language } = request.params
      reply.headers(answeringTo(request.headers.origin, request.host, websites)).header('cache-control', 'no-store')

      const body = (request.body ?? {}) as Record<string, unknown>
      const taken = await takeSubmission(running, form, { body, language, secret })
      if ('reference' in taken) {
        const text = `${texts.sent[language]} ${texts.reference[language]}: ${taken.reference}`
        return { title: texts.sentTitle[language], text }
      }
      return reply.status(422).send({
        said: refusedSaid(taken.faults, language),
        faults: Object.fromEntries(taken.faults.map(({ field, code }) => [field, texts.faultOf[code][language]])),
        token: taken.token,
      })
    },
  )

  function formSaid(form: ContactForm, { statement, version }: Published, language: Language) {
    const optional = (required: boolean) => (required ? '' : ` (${texts.optional[language]})`)
    return {
      action: `${publicUrl}/${address.contact(language)}form.json`,
      token: formToken(secret, running.now()),
      lead: texts.lead[language],
      fields: [
        ...form.fields.map((field) => ({
          ...{ name: field.id, kind: field.kind, required: field.required },
          label: fieldLabel(field, language) + optional(field.required),
          autocomplete: autocompletes[field.id] ?? 'off',
        })),
        { name: 'message', kind: 'long', required: true, label: texts.message[language], autocomplete: 'off' },
      ],
      trap: texts.trap[language],
      notice: filled(texts.notice[language], { controller: statement.controller.legalName ?? '' }),
      more: filled(texts.noticeMore[language], { version }),
      statement: `${publicUrl}/${address.version(language, version)}`,
      send: texts.send[language],
      failed: texts.notSent[language],
    }
  }
}
