import { AskedPublicly, answerPage, askedPublicly, WithToken } from '#choices'
import { type Act, type Look, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { proveEmail, type RegisterTables, waitsForProof } from '#register'
import type { ChainRunning } from '../chain-schema.routes.ts'
import { proofOverPage, proofPage, provenPage, proofTexts as texts } from './proof.pages.ts'
import { digestOfProof } from './proof-link.ts'

const config = { may: 'public' } as const
const schema = { params: WithToken, querystring: AskedPublicly }

/** `/e/<token>`: whoever reads the mail of an address that was given on a quote's page answers from it. GET shows a button, POST answers; once. */
export function proofRoutes(server: HttpServer, running: ChainRunning) {
  server.get('/e/:token', { config, schema }, async (request, reply) => {
    const here = askedPublicly(running, request, texts.title)
    if (await waits(running, digestOfProof(request.params.token)))
      return answerPage(reply, here, proofPage(here.language))
    return answerOver(reply, here)
  })

  server.post('/e/:token', { config, bodyLimit: 4096, schema }, async (request, reply) => {
    const here = askedPublicly(running, request, texts.title)
    const digest = digestOfProof(request.params.token)
    const isPressed = (request.body as { deed?: unknown } | undefined)?.deed === 'confirm'
    if (isPressed && (await waits(running, digest)) && (await proven(running, digest)))
      return answerPage(reply, { ...here, title: texts.doneTitle }, provenPage(here.language))
    return answerOver(reply, here)
  })
}

type Here = ReturnType<typeof askedPublicly>

function answerOver(reply: Parameters<typeof answerPage>[0], here: Here) {
  const main = proofOverPage(here.language, here.published)
  return answerPage(reply.status(410), { ...here, title: texts.overTitle }, main)
}

function waits(running: ChainRunning, digest: Buffer): Promise<boolean> {
  return look(running.db, visitor(running), (view) => waitsForProof(view as unknown as Look<RegisterTables>, digest))
}

function proven(running: ChainRunning, digest: Buffer): Promise<boolean> {
  return perform(running.db, visitor(running), async (act) => {
    const isProven = await proveEmail(act as unknown as Act<RegisterTables>, digest)
    if (!isProven) await act.record({ what: 'email.proof-over' }) // another press came first
    return isProven
  })
}

function visitor(running: ChainRunning): Occasion {
  const under = String(running.current()?.version ?? 0)
  return { by: 'customer', duty: 'intake', purpose: 'customer-communication', at: running.now(), under }
}
