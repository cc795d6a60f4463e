import { Type } from 'typebox'
import { type LedgerTables, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, languages } from '#platform/language'
import { publicPage } from '#platform/page'
import { Refusal } from '#platform/refusal'
import { inForce as inForceOf, type RegisterTables, receiveEnquiry } from '#register'
import type { Published, Running, StatementTables } from '#statement'
import { address, linksFrom } from './addresses.ts'
import { type ContactPage, closedPage, contactPage, sentPage } from './contact.pages.ts'
import { contactTexts } from './contact.texts.ts'
import { type ContactForm, contactFormOf, type FormFault, readSubmission, type Submission } from './contact-form.ts'
import { formToken, readFormToken } from './form-token.ts'
import { referenceOf } from './reference.ts'
import { sendLater } from './send-receipt.ts'
import { navigationFrom } from './statement.pages.ts'

type Tables = LedgerTables & StatementTables & RegisterTables

const InLanguage = Type.Object({ language: Type.Enum([...languages]) })
const Body = Type.Optional(Type.Record(Type.String(), Type.Unknown()))

/** The contact form: works without JavaScript, with every cookie refused, and asks nobody else. */
export function contactRoutes<T extends Tables>(
  server: HttpServer,
  running: Running<T>,
  { secret }: { secret: string },
) {
  const shown = (published: Published, form: ContactForm, language: Language): ContactPage => ({
    language,
    form,
    controller: published.statement.controller.legalName ?? '',
    version: published.version,
    statementHref: linksFrom(address.contact(language))(address.version(language, published.version)),
    action: './',
    token: formToken(secret, running.now()),
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
      const sent = (body ?? {}) as Record<string, unknown>

      const { submission, faults } = readSubmission(form, sent)
      const found = [...faults, ...faultsOfRobots(secret, sent, running.now())]
      const again = (list: FormFault[]) =>
        answer(
          reply.status(422),
          framed(published, language, contactPage(shown(published, form, language), submission, list)),
        )
      if (found.length > 0) return again(found)

      try {
        const id = await take(running, published, submission, language)
        return answer(reply, framed(published, language, sentPage({ language, reference: referenceOf(id) })))
      } catch (refusal) {
        if (!(refusal instanceof Refusal) || refusal.status >= 500) throw refusal
        return again([{ field: formField(form, refusal.detail.field), code: faultCode(refusal.code) }])
      }
    },
  )
}

async function take<T extends Tables>(
  running: Running<T>,
  published: Published,
  { values, message }: Submission,
  language: Language,
) {
  const occasion: Occasion = {
    by: 'visitor',
    duty: 'intake',
    purpose: 'customer-communication',
    at: running.now(),
    under: String(published.version),
  }
  const said = {
    name: values['person.name'] ?? '',
    email: values['person.email'] ?? '',
    phone: values['person.phone'],
    message,
    language,
  }
  return perform(running.db, occasion, async (act) => {
    const { enquiryId } = await receiveEnquiry(act as never, inForceOf(running as never), said)
    await sendLater(act as never, enquiryId)
    return enquiryId
  })
}

// A robot fills the field that people never see, or posts faster than anybody can write.
function faultsOfRobots(secret: string, body: Record<string, unknown>, at: Date): FormFault[] {
  const time = readFormToken(secret, typeof body.begun === 'string' ? body.begun : '', at)
  if (body.website || time === 'forged' || time === 'too-quick') return [{ field: '', code: 'LOOKS_AUTOMATIC' }]
  return time === 'expired' ? [{ field: '', code: 'EXPIRED' }] : []
}

function formField(form: ContactForm, field: unknown) {
  if (field === 'com.enquiries') return 'message'
  return form.fields.some(({ id }) => id === field) ? String(field) : 'message'
}

const codes: Record<string, FormFault['code']> = {
  PERSONAL_IDENTITY_CODE: 'PERSONAL_IDENTITY_CODE',
  FIELD_NOT_DECLARED: 'FIELD_NOT_DECLARED',
  VALUE_REQUIRED: 'MISSING',
}

function faultCode(code: string): FormFault['code'] {
  return (
    codes[code] ?? (code.includes('PHONE') ? 'NOT_A_NUMBER' : code.includes('EMAIL') ? 'NOT_AN_ADDRESS' : 'TOO_LONG')
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
