import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { LedgerTables } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, languages } from '#platform/language'
import { publicPage } from '#platform/page'
import { Refusal } from '#platform/refusal'
import { allVersions, type Published, type Running, type StatementTables } from '#statement'
import { address, linksFrom } from './addresses.ts'
import { type Choice, choiceCookie, readChoice, writeChoice } from './choice.ts'
import { cookiePageTexts as texts } from './cookie-page.texts.ts'
import { type CookiesPage, cookiesPage } from './cookies.pages.ts'
import { askedServices, catalogueOf } from './cookies.ts'
import { recordChoice, shownIn } from './record-choice.ts'
import { navigationFrom } from './statement.pages.ts'
import type { WebsiteTables } from './tables.ts'

type Tables = LedgerTables & StatementTables & WebsiteTables

const InLanguage = Type.Object({ language: Type.Enum([...languages]) })
const Version = Type.Object({ version: Type.Integer({ minimum: 1 }) })
const Body = Type.Record(Type.String(), Type.String())

/** The page about cookies: the table for everybody, and the choice for those whose browser runs no script. */
export function cookiePages<T extends Tables>(
  server: HttpServer,
  running: Running<T>,
  { publicUrl }: { publicUrl: string },
) {
  const current = () => {
    running.policy()
    return running.current() as Published // policy() has refused where there is none
  }
  const anyone = { config: { may: 'public' as const } }

  server.get('/:language/cookies', { ...anyone, schema: { params: InLanguage } }, (_, reply) =>
    reply.redirect('./cookies/', 308),
  )
  server.get(
    '/:language/cookies/',
    { ...anyone, schema: { params: InLanguage, querystring: Type.Object({ saved: Type.Optional(Type.String()) }) } },
    (request, reply) => {
      const { language } = request.params
      const choice = readChoice(request.cookies[choiceCookie])
      const receiptHref = choice?.receipt ? `../../receipts/${choice.receipt}` : null
      const gpc = catalogueOf(current()).honoursGpc && request.headers['sec-gpc'] === '1'
      const own = { said: choice?.said ?? {}, receiptHref, gpc, saved: request.query.saved === '1' }
      return answer(reply.header('vary', 'cookie, sec-gpc'), current(), language, address.cookies(language), {
        choice: own,
      })
    },
  )
  server.get(
    '/:language/versions/:version/cookies/',
    { ...anyone, schema: { params: Type.Intersect([InLanguage, Version]) } },
    async ({ params: { language, version } }, reply) => {
      const all = await allVersions(running.db.as('site') as unknown as Parameters<typeof allVersions>[0])
      const found = all.find((one) => one.version === version)
      if (!found) throw new Refusal('NOT_FOUND', 404)
      const here = address.cookiesOf(language, version)
      const earlier =
        version === current().version ? undefined : { version, currentHref: linksFrom(here)(address.cookies(language)) }
      return answer(reply, found, language, here, { earlier })
    },
  )

  server.post(
    '/:language/cookies/',
    { config: { may: 'public', sameOrigin: true }, schema: { params: InLanguage, body: Body } },
    async (request, reply) => {
      const { language } = request.params
      const { choice, receipt, months } = await chosen(request, language)
      // L-CK.10: the one public address that sets a cookie, and only by the visitor's own act. Readable to the gate, hence not HttpOnly.
      reply.setCookie(choiceCookie, writeChoice({ ...choice, receipt }), {
        ...{ path: '/', sameSite: 'lax', secure: publicUrl.startsWith('https:') },
        expires: monthsOn(running.now(), months),
      })
      return reply.redirect('./?saved=1', 303)
    },
  )

  async function chosen(request: FastifyRequest, language: Language) {
    const published = current()
    const catalogue = catalogueOf(published)
    const body = request.body as Record<string, string>
    const gpc = catalogue.honoursGpc && request.headers['sec-gpc'] === '1'
    const allows = ({ scope, ad }: { scope: string; ad: boolean }) =>
      body.choice === 'all' ? !(gpc && ad) || body[scope] === '1' : body.choice === 'chosen' && body[scope] === '1'
    const said = Object.fromEntries(askedServices(catalogue).map((one) => [one.scope, allows(one)]))
    const some = Object.values(said).some(Boolean)
    const before = readChoice(request.cookies[choiceCookie])

    const id = randomUUID()
    await recordChoice(running, catalogue, {
      id,
      way: 'no-script',
      language,
      said,
      ...shownIn(catalogue, language),
      gpc,
      follows: before?.receipt || null,
    })
    const choice: Choice = { at: Math.floor(running.now().getTime() / 1000), receipt: '', said }
    return { choice, receipt: some ? id : '', months: catalogue.months[some ? 0 : 1] }
  }

  function answer(
    reply: FastifyReply,
    published: Published,
    language: Language,
    here: string,
    more: Partial<CookiesPage>,
  ) {
    const { statement } = published
    const controller = statement.controller.legalName ?? ''
    const link = linksFrom(here)
    const main = cookiesPage({
      language,
      catalogue: catalogueOf(published),
      controller,
      statementHref: `${link(address.statement(language))}#section-7`,
      ...more,
    })
    const frame = {
      ...{
        language,
        title: `${texts.title[language]} – ${controller}`,
        css: link(address.css()),
        house: controller,
        home: link(address.statement(language)),
      },
      languages: Object.fromEntries(languages.map((other) => [other, link(here.replace(/^[a-z]{2}\//, `${other}/`))])),
      navigation: navigationFrom(here, language, published),
      register: statement.register.name[language] ?? statement.register.name.fi ?? '',
      unlisted: more.earlier !== undefined,
      tellsItself: more.choice !== undefined,
    }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', more.choice ? 'no-store' : 'public, max-age=60')
      .send(publicPage(frame, main).markup)
  }
}

function monthsOn(at: Date, months: number): Date {
  const until = new Date(at)
  until.setUTCMonth(at.getUTCMonth() + months)
  return until
}
