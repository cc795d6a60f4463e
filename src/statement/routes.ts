import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { languages } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { allVersions, type Published } from './active.ts'
import { administratorsOf, approvalsOf, approveStatement, mayPublish } from './approval.ts'
import { binDraft, draftsInBin, restoreDraft } from './bin-draft.ts'
import { compare } from './compare.ts'
import { Draft, draftsAsked, keepers, occasionOf, Revision, revisionOf } from './draft-asked.routes.ts'
import { draftFieldRoutes } from './draft-field.routes.ts'
import { draftFrom } from './draft-from.ts'
import { beginDraft, changeDraft, draftsOf, dropDraft } from './drafts.ts'
import { mendDraft } from './mend-draft.ts'
import { planOf } from './plan.ts'
import { publish } from './publish.ts'
import { readStatement } from './read.ts'
import { toRecordOfProcessing } from './render/record.ts'
import type { Running } from './running.ts'
import type { StatementTables } from './tables.ts'
import { questions } from './template/wizard.ts'

type Tables = LedgerTables & StatementTables

const approvers = { ...keepers, may: { duties: ['admin', 'privacy'] } }
const anyone = { may: 'signed-in' } as const

const Version = Type.Object({ version: Type.Integer({ minimum: 1 }) })
const text = Type.String({ maxLength: 1_000_000 })

/** The statement at the desk: its versions, its drafts with their findings and plan, and publishing. */
export function statementRoutes<T extends Tables>(server: HttpServer, running: Running<T>) {
  const { db } = running
  const site = () => db.as('site') as unknown as Parameters<typeof allVersions>[0]
  const owner = () => db.owner() as unknown as Parameters<typeof approvalsOf>[0]
  const { read, whole } = draftsAsked(running)

  server.get('/statement', { config: anyone }, async () => {
    const current = running.current()
    return current ? { ...shown(current), statement: current.statement } : null
  })
  server.get('/statement/versions', { config: anyone }, async () => ({ items: (await allVersions(site())).map(shown) }))
  server.get('/statement/versions/:version', { config: anyone, schema: { params: Version } }, async ({ params }) => {
    const found = await versionOf(params.version)
    return { ...shown(found), statement: found.statement }
  })
  server.get(
    '/statement/versions/:version/difference/:other',
    {
      config: anyone,
      schema: { params: Type.Intersect([Version, Type.Object({ other: Type.Integer({ minimum: 1 }) })]) },
    },
    async ({ params }) => {
      const [from, to] = [await versionOf(params.version), await versionOf(params.other)]
      return { from: shown(from), to: shown(to), changes: compare(from.statement, to.statement) }
    },
  )
  // Art. 30 GDPR: the records of processing, for those who keep the register and for the supervisory authority on request.
  server.get(
    '/statement/record-of-processing',
    {
      config: anyone,
      schema: { querystring: Type.Object({ language: Type.Enum([...languages], { default: 'fi' }) }) },
    },
    async ({ query: { language }, headers }, reply) => {
      running.policy()
      const { html, ...record } = toRecordOfProcessing((running.current() as Published).statement, language)
      return headers.accept?.includes('text/html') ? reply.type('text/html; charset=utf-8').send(html) : record
    },
  )
  server.get('/statement/wizard', { config: anyone }, async () => ({
    questions: questions.map(({ check: _, ...question }) => question),
  }))

  server.get('/statement/drafts', { config: keepers }, async (request) => ({
    items: await look(db, occasionOf(request), (view) => draftsOf(view as never)),
  }))
  server.post(
    '/statement/drafts',
    {
      config: keepers,
      schema: {
        body: Type.Object({
          from: Type.Enum(['active', 'template', 'prose', 'file']),
          facts: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 400 }))),
          prose: Type.Optional(text),
          source: Type.Optional(text),
        }),
      },
    },
    async (request, reply) => {
      const begun = draftFrom(request.body, running.current(), occasionOf(request).at)
      const id = await perform(db, occasionOf(request), (act) => beginDraft(act as never, begun))
      return reply.status(201).send(await whole(request, id))
    },
  )
  server.get('/statement/drafts/:id', { config: approvers, schema: { params: Draft } }, (request) =>
    whole(request, request.params.id),
  )
  server.put(
    '/statement/drafts/:id',
    {
      config: keepers,
      schema: { params: Draft, body: Type.Object({ source: text }), headers: Revision },
    },
    async (request) => {
      const change = {
        id: request.params.id,
        revision: revisionOf(request.headers['if-match']),
        source: request.body.source,
      }
      await perform(db, occasionOf(request), (act) => changeDraft(act as never, change))
      return whole(request, request.params.id)
    },
  )
  server.delete('/statement/drafts/:id', { config: keepers, schema: { params: Draft } }, async (request, reply) => {
    await perform(db, occasionOf(request), (act) => binDraft(act as never, request.params.id))
    return reply.status(204).send()
  })
  server.get('/statement/draft-bin', { config: keepers }, async (request) => ({
    items: await look(db, { ...occasionOf(request), withBin: true }, (view) => draftsInBin(view as never)),
  }))
  server.post(
    '/statement/draft-bin/:id/restoration',
    { config: keepers, schema: { params: Draft } },
    async (request, reply) => {
      await perform(db, occasionOf(request), (act) => restoreDraft(act as never, request.params.id))
      return reply.status(204).send()
    },
  )

  server.post(
    '/statement/drafts/:id/mends',
    {
      config: keepers,
      schema: {
        params: Draft,
        body: Type.Object({
          code: Type.String(),
          clause: Type.String(),
          path: Type.Optional(Type.String()),
          way: Type.Enum(['mend', 'leave-out']),
        }),
        headers: Revision,
      },
    },
    async (request) => {
      const mend = {
        id: request.params.id,
        revision: revisionOf(request.headers['if-match']),
        wish: request.body,
      }
      await perform(db, occasionOf(request), (act) => mendDraft(act as never, mend))
      return whole(request, request.params.id)
    },
  )

  draftFieldRoutes(server, running)

  server.get('/statement/drafts/:id/plan', { config: approvers, schema: { params: Draft } }, (request) =>
    planned(request, request.params.id),
  )
  server.post(
    '/statement/drafts/:id/approval',
    { config: approvers, schema: { params: Draft } },
    async (request, reply) => {
      const { hash } = await planned(request, request.params.id)
      await perform(db, occasionOf(request), (act) => approveStatement(act as never, hash))
      return reply.status(201).send(await planned(request, request.params.id))
    },
  )
  server.post(
    '/statement/drafts/:id/publication',
    { config: keepers, schema: { params: Draft } },
    async (request, reply) => {
      const draft = await read(request, request.params.id)
      const published = await publish(running, occasionOf(request), draft.source)
      await perform(db, occasionOf(request), (act) => dropDraft(act as never, draft.id))
      return reply.status(201).send(shown(published))
    },
  )

  async function planned(request: object, id: string) {
    const draft = await read(request, id)
    const { statement } = readStatement(draft.source)
    if (!statement) throw new Refusal('STATEMENT_UNREADABLE', 422)
    const plan = await planOf(owner(), running.ground, statement, db.loginOf)
    const occasion = occasionOf(request)
    const given = await approvalsOf(owner(), plan.hash)
    const approved = { approvals: given, administrators: await administratorsOf(owner(), occasion.at) }
    return { ...plan, approvals: { needed: plan.approvals, given }, ready: readiness(plan, approved, occasion) }
  }

  async function versionOf(version: number): Promise<Published> {
    const found = (await allVersions(site())).find((published) => published.version === version)
    if (!found) throw new Refusal('NOT_FOUND', 404)
    return found
  }
}

function readiness(
  plan: Awaited<ReturnType<typeof planOf>>,
  approved: Parameters<typeof mayPublish>[1],
  occasion: Occasion,
) {
  const blocking = [...plan.findings.filter(({ level }) => level === 'error'), ...plan.missing][0]
  if (blocking) return { allowed: false, code: blocking.code, clause: blocking.clause }
  const drifted = plan.changes.find(({ code }) => code === 'PROSE_WITHOUT_POLICY')
  if (drifted) return { allowed: false, code: 'PROSE_WITHOUT_POLICY', clause: drifted.clause }
  if (plan.changeClass === 'none') return { allowed: false, code: 'STATEMENT_UNCHANGED', clause: 'S0.2' }
  try {
    mayPublish(plan, approved, occasion)
    return { allowed: true }
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return { allowed: false, code: refusal.code, clause: refusal.detail.clause }
  }
}

function shown({ version, hash, publishedAt, effectiveFrom, supersedes, changeClass }: Published) {
  return { version, hash, publishedAt, effectiveFrom, supersedes, changeClass }
}
