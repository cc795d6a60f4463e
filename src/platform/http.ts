import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Language, preferredLanguage } from './language.ts'
import { type NameOfField, type Problem, problemOf, type RefusalCatalogue } from './problem.ts'
import { Refusal } from './refusal.ts'

export interface HttpSettings {
  refusals: RefusalCatalogue
  /** How a refusal calls the field that it is about. */
  nameOf?: NameOfField
  bodyLimit?: number
  /** True writes warnings to the standard output; a stream takes them instead. */
  logger?: boolean | { write(line: string): void }
  /** Folders whose routes a library registers: open to everyone, they hold no register. */
  openFolders?: readonly string[]
  /** How a refusal looks to somebody who reads pages, not JSON. */
  page?: (problem: Problem, language: Language, request: FastifyRequest) => string
}

/** A server that answers refusals as problem+json and does not start when a route says not who may use it. */
export function httpServer({ bodyLimit = 1_048_576, logger = false, openFolders = [], ...saying }: HttpSettings) {
  const server = Fastify({
    bodyLimit,
    logger: logger ? { level: 'warn', ...(logger === true ? {} : { stream: logger }) } : false,
    routerOptions: { maxParamLength: 500 }, // a sealed unsubscribe token has 230 letters
    trustProxy: 'loopback',
  }).withTypeProvider<TypeBoxTypeProvider>()

  server.setValidatorCompiler(compiledWhenAsked)
  refuseInvalidText(server)
  server.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' || route.method === 'OPTIONS') return
    if (openFolders.some((folder) => route.url === folder || route.url.startsWith(`${folder}/`)))
      route.config = { may: 'public', ...route.config }
    if (!route.config || !('may' in route.config))
      throw new Error(`${route.method} ${route.url} does not say who may use it`)
  })
  // A browser holds a spare connection that never asked anything: stopping would wait a minute for it.
  server.addHook('preClose', async () => {
    setTimeout(() => server.server.closeAllConnections(), 2000).unref()
  })
  server.setErrorHandler((fault: FastifyError | Refusal, request, reply) =>
    answer(refusalOf(fault, request, bodyLimit), request, reply, saying),
  )
  server.setNotFoundHandler({}, (request, reply) => answer(new Refusal('NOT_FOUND', 404), request, reply, saying))
  return server
}

export type HttpServer = ReturnType<typeof httpServer>

// To compile the schemas of all routes takes 0.2 s of each start; most of them are asked for much later, or never.
const compiledWhenAsked: typeof TypeBoxValidatorCompiler = (route) => {
  let check: ReturnType<typeof TypeBoxValidatorCompiler> | undefined
  return (value: unknown) => {
    check ??= TypeBoxValidatorCompiler(route)
    return check(value)
  }
}

function answer(
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  { refusals, nameOf, page }: Pick<HttpSettings, 'refusals' | 'nameOf' | 'page'>,
) {
  const language = preferredLanguage(request.headers['accept-language'])
  const problem = problemOf(refusal, refusals, language, nameOf)
  reply.status(refusal.status).header('cache-control', 'no-store').header('content-language', language)
  return page && readsPages(request)
    ? reply.type('text/html; charset=utf-8').send(page(problem, language, request))
    : reply.type('application/problem+json').send(JSON.stringify(problem))
}

function readsPages({ headers: { accept = '' } }: FastifyRequest) {
  return accept.includes('text/html') && !accept.includes('json')
}

/** The refusal that a fault is told as; what nobody expected is logged, without values. */
export function refusalOf(fault: FastifyError | Refusal, request: FastifyRequest, limit: number): Refusal {
  if (fault instanceof Refusal) return fault
  if (fault.validation) return new Refusal('INVALID_REQUEST', 422, { field: fieldOf(fault) })
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('BODY_TOO_LARGE', 413, { limit })
  if (fault.code === 'FST_ERR_CTP_INVALID_JSON_BODY' || fault.code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return new Refusal('INVALID_JSON', 400)
  if (fault.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('UNSUPPORTED_MEDIA_TYPE', 415)
  if (fault.statusCode === 429) return new Refusal('TOO_MANY_REQUESTS', 429)
  if (fault.statusCode && fault.statusCode < 500) return new Refusal('INVALID_REQUEST', fault.statusCode, { field: '' })
  const sqlState = 'severity' in fault ? fault.code : null
  if (sqlState === '23505' || sqlState === '40001' || sqlState === '40P01') return new Refusal('EDITED_MEANWHILE', 409)
  if (sqlState === '22021') return new Refusal('INVALID_UTF8', 400)
  request.log.error(withoutValues(fault))
  return new Refusal('FAULT', 500)
}

// What the database says of a fault may repeat the row it was given; which query failed is in the stack.
function withoutValues(fault: FastifyError) {
  if (!('severity' in fault)) return fault
  const { name, code, stack = '' } = fault
  return { name, code, stack: stack.slice(stack.indexOf('\n    at ')) }
}

function fieldOf(fault: FastifyError) {
  const first = fault.validation?.[0]
  const missing = first?.params && 'missingProperty' in first.params ? `/${String(first.params.missingProperty)}` : ''
  return `${fault.validationContext ?? ''}${first?.instancePath ?? ''}${missing}`
}

// Half a character can be written in JSON and in nothing that keeps it: not in UTF-8, not in the ledger.
function wellFormed(key: string, value: unknown) {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Refusal('INVALID_UTF8', 400)
  return key === '__proto__' ? undefined : value
}

function refuseInvalidText(server: FastifyInstance) {
  const readText = new TextDecoder('utf-8', { fatal: true })
  const decode = (body: Buffer) => {
    try {
      return readText.decode(body)
    } catch {
      throw new Refusal('INVALID_UTF8', 400)
    }
  }
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_: FastifyRequest, body: Buffer) => {
    const text = decode(body)
    if (text === '') return undefined
    try {
      return JSON.parse(text, wellFormed)
    } catch (fault) {
      throw fault instanceof Refusal ? fault : new Refusal('INVALID_JSON', 400)
    }
  })
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (_: FastifyRequest, body: Buffer) => fieldsIn(decode(body)),
  )
}

// URLSearchParams would put a replacement sign where the escaped bytes are no text.
function fieldsIn(form: string): Record<string, string> {
  const plain = (text: string) => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '))
    } catch {
      throw new Refusal('INVALID_UTF8', 400)
    }
  }
  const pairs = form.split('&').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(plain)))
}
