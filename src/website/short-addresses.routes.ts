import { Type } from 'typebox'
import type { HttpServer } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import type { Published, Running } from '#statement'
import { address } from './addresses.ts'

const anyone = { may: 'public' as const }
const Version = Type.Object({ version: Type.Integer({ minimum: 1 }) })

/** Addresses without a language or a version, for links that must not grow old: they lead to the reader's own page. */
export function shortAddresses<T>(server: HttpServer, running: Running<T>) {
  const inForce = () => {
    running.policy()
    return (running.current() as Published).version // policy() has refused where there is none
  }

  server.get('/statement', { config: anyone }, ({ headers }, reply) =>
    reply
      .header('vary', 'accept-language')
      .redirect(`./${address.statement(preferredLanguage(headers['accept-language']))}`),
  )
  server.get(
    '/statement/versions/:version',
    { config: anyone, schema: { params: Version } },
    ({ params, headers }, reply) =>
      reply
        .header('vary', 'accept-language')
        .redirect(`../../${address.version(preferredLanguage(headers['accept-language']), params.version)}`),
  )
  for (const [path, language] of [
    ['/evasteet', 'fi'],
    ['/kakor', 'sv'],
    ['/cookies', 'en'],
  ] as const) {
    server.get(path, { config: anyone }, (_, reply) => reply.redirect(`./${address.cookies(language)}`))
  }
  server.get('/statement.pdf', { config: anyone }, ({ headers }, reply) =>
    reply
      .header('vary', 'accept-language')
      .redirect(`./${address.pdf(preferredLanguage(headers['accept-language']), inForce())}`),
  )
  for (const kind of ['yaml', 'json', 'jsonld'] as const) {
    server.get(`/statement.${kind}`, { config: anyone }, (_, reply) =>
      reply.header('access-control-allow-origin', '*').redirect(`./${address.machine(inForce(), kind)}`),
    )
  }
}
