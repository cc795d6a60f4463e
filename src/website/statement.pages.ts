import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Type } from 'typebox'
import type { HttpServer } from '#platform/http'
import { type Language, languages, preferredLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import {
  allVersions,
  embedFragment,
  type Published,
  type PublishedVersion,
  type Running,
  renderDifference,
  renderPage,
  renderPdf,
  renderVersions,
  type StatementTables,
  toJson,
  toJsonLd,
  toYaml,
} from '#statement'
import { address, linksFrom } from './addresses.ts'
import { contactFormOf } from './contact-form.ts'
import { shortAddresses } from './short-addresses.routes.ts'

const anyone = { may: 'public' as const }
const cssFile = fileURLToPath(new URL('./public.css', import.meta.url))
const InLanguage = Type.Object({ language: Type.Enum([...languages]) })
const Version = Type.Object({ version: Type.Integer({ minimum: 1 }) })
const InLanguageAndVersion = Type.Intersect([InLanguage, Version])
const types = { yaml: 'application/yaml', json: 'application/json', jsonld: 'application/ld+json' }

/** The statement for everyone: in force and in every version, for people and for machines. No cookie, no script. */
export function statementPages<T extends StatementTables>(server: HttpServer, running: Running<T>) {
  const versions = () => allVersions(running.db.as('site') as unknown as Parameters<typeof allVersions>[0])
  const current = () => {
    running.policy()
    return running.current() as Published // policy() has refused where there is none
  }
  const asked = async (version: number) => {
    const found = (await versions()).find((published) => published.version === version)
    if (!found) throw new Refusal('NOT_FOUND', 404)
    return found
  }

  server.get('/', { config: anyone }, (request, reply) =>
    reply.header('vary', 'accept-language').redirect(`./${preferredLanguage(request.headers['accept-language'])}/`),
  )
  for (const language of languages) {
    server.get(`/${language}`, { config: anyone }, (_, reply) => reply.redirect(`./${language}/`, 308))
  }
  server.get('/public.css', { config: anyone }, async (_, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(await readFile(cssFile)),
  )

  shortAddresses(server, running)

  server.get('/:language/', { config: anyone, schema: { params: InLanguage } }, ({ params: { language } }, reply) => {
    const published = current()
    return page(
      reply,
      renderPage(forReading(published), language, pageLinks(published, language, address.statement(language), true)),
    )
  })
  server.get(
    '/:language/versions/',
    { config: anyone, schema: { params: InLanguage } },
    async ({ params: { language } }, reply) =>
      page(
        reply,
        renderVersions(
          (await versions()).map(forReading),
          language,
          listLinks(current(), language, address.versions(language)),
        ),
      ),
  )
  server.get(
    '/:language/versions/:version/',
    { config: anyone, schema: { params: InLanguageAndVersion } },
    async ({ params }, reply) => {
      const published = await asked(params.version)
      const here = address.version(params.language, params.version)
      return page(
        reply,
        renderPage(
          forReading(published),
          params.language,
          pageLinks(published, params.language, here, published.version === current().version),
        ),
      )
    },
  )
  server.get(
    '/:language/versions/:version/difference/:other/',
    {
      config: anyone,
      schema: { params: Type.Intersect([InLanguageAndVersion, Type.Object({ other: Type.Integer({ minimum: 1 }) })]) },
    },
    async ({ params }, reply) => {
      const [from, to] = [await asked(params.version), await asked(params.other)]
      const here = address.difference(params.language, params.version, params.other)
      return page(
        reply,
        renderDifference(forReading(from), forReading(to), params.language, listLinks(to, params.language, here)),
      )
    },
  )
  server.get(
    '/:language/versions/:version/statement.pdf',
    { config: anyone, schema: { params: InLanguageAndVersion } },
    async ({ params }, reply) =>
      reply
        .type('application/pdf')
        .send(Buffer.from(await renderPdf(forReading(await asked(params.version)), params.language))),
  )
  server.get(
    '/versions/:version/statement.:kind',
    {
      config: anyone,
      schema: { params: Type.Intersect([Version, Type.Object({ kind: Type.Enum(['yaml', 'json', 'jsonld']) })]) },
    },
    async ({ params: { version, kind } }, reply) => {
      const published = forReading(await asked(version))
      const text = { yaml: toYaml, json: toJson, jsonld: toJsonLd }[kind](published)
      return reply.type(`${types[kind]}; charset=utf-8`).header('access-control-allow-origin', '*').send(text)
    },
  )
  server.get(
    '/:language/embed/',
    { config: anyone, schema: { params: InLanguage } },
    ({ params: { language } }, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('access-control-allow-origin', '*')
        .send(embedFragment(forReading(current()), language)),
  )
}

export function forReading(published: Published): PublishedVersion {
  return {
    ...published,
    publishedAt: published.publishedAt.toISOString(),
    effectiveFrom: published.effectiveFrom.toISOString(),
  }
}

export function pageLinks(published: Published, language: Language, here: string, inForce: boolean) {
  const link = linksFrom(here)
  const { version } = published
  return {
    css: link(address.css()),
    languages: inLanguages(here),
    versions: link(address.versions(language)),
    pdf: link(address.pdf(language, version)),
    yaml: link(address.machine(version, 'yaml')),
    json: link(address.machine(version, 'json')),
    jsonld: link(address.machine(version, 'jsonld')),
    ...(inForce ? {} : { current: link(address.statement(language)) }),
    navigation: navigationFrom(here, language, published),
  }
}

const places = {
  statement: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy statement' },
  cookies: { fi: 'Evästeet', sv: 'Kakor', en: 'Cookies' },
  recipients: { fi: 'Vastaanottajat', sv: 'Mottagare', en: 'Recipients' },
  contact: { fi: 'Ota yhteyttä', sv: 'Kontakta oss', en: 'Contact us' },
}

/** Where a visitor can go from here: only to places that the statement has. */
export function navigationFrom(here: string, language: Language, published: Published) {
  const link = linksFrom(here)
  const to = (place: keyof typeof places, target: string) => ({
    text: places[place][language],
    href: link(target),
    current: target === here,
  })
  const form = contactFormOf(published.policy)
  return [
    to('statement', address.statement(language)),
    ...(published.statement.cookies?.services?.length ? [to('cookies', address.cookies(language))] : []),
    ...(published.statement.processors?.length ? [to('recipients', address.recipients(language))] : []),
    ...(form ? [to('contact', address.contact(language))] : []),
  ]
}

function listLinks(published: Published, language: Language, here: string) {
  const link = linksFrom(here)
  return {
    css: link(address.css()),
    languages: inLanguages(here),
    current: link(address.statement(language)),
    version: (version: number) => link(address.version(language, version)),
    difference: (from: number, to: number) => link(address.difference(language, from, to)),
    navigation: navigationFrom(here, language, published),
  }
}

function inLanguages(here: string) {
  const link = linksFrom(here)
  return Object.fromEntries(
    languages.map((other) => [other, link(here.replace(/^[a-z]{2}\//, `${other}/`))]),
  ) as Record<Language, string>
}

function page(
  reply: { type(type: string): { header(name: string, value: string): { send(text: string): unknown } } },
  text: string,
) {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'public, max-age=60').send(text)
}
