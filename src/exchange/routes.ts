import { Type } from 'typebox'
import { look, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, preferredLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { type ImportKind, inForce } from '#register'
import { columnsSaid } from './columns-said.ts'
import { duplicateRoutes } from './duplicates/duplicates.routes.ts'
import { encodingRoutes } from './encoding.routes.ts'
import { limits } from './files/row-read.ts'
import { importsListed, linesCounted, linesShown, ownRun } from './imports.view.ts'
import { keepImport } from './keep-import.ts'
import { asMyself, type OneImport, type Place } from './reach.ts'
import { reasonsOf } from './reasons.ts'
import { kindFor, kindOf, kindsBrought, peopleAndCompanies, refuseUnlessBrings } from './records/import-kinds.ts'
import { refusedLines } from './refused-lines.ts'
import { cancelImport, continueImport, runImport } from './run-import.ts'
import type { ImportSettings } from './settings.ts'
import { tryImport } from './try-import.ts'
import { undoImport } from './undo-import.ts'

const desks = { may: { purposes: 'any' } } as const
const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Holding = Type.Object({ holds: Type.Optional(Type.String({ maxLength: 40 })) })
const How = Type.Union([Type.Literal('never'), Type.Literal('if-empty'), Type.Literal('always')])
const Settings = Type.Object(
  {
    columns: Type.Array(Type.Union([Type.String({ maxLength: 80 }), Type.Null()]), { maxItems: limits.columns }),
    source: Type.String({ maxLength: 100 }),
    sourceNote: Type.Optional(Type.String({ maxLength: 1000 })),
    asOf: Type.Optional(Type.String({ maxLength: 10 })),
    groupCompany: Type.Optional(Type.String({ maxLength: 100 })),
    personKey: Type.Optional(Type.String({ maxLength: 80 })),
    companyKey: Type.Optional(Type.String({ maxLength: 80 })),
    overwrite: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), How)),
    noticesADay: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  { additionalProperties: false },
)
const fates = ['created', 'updated', 'unchanged', 'refused', 'erased', 'suppressed', 'left'] as const
const Fate = Type.Union(fates.map((fate) => Type.Literal(fate)))

/** What fits into one answer is read at once; more is read by a job, and the desk asks how far it is. */
const atOnce = { people: 400_000, records: 20_000 }

/** Files into the register: kept, tried, run, stopped and undone. */
export function exchangeRoutes(server: HttpServer, running: Place, kinds: readonly ImportKind[] = []) {
  duplicateRoutes(server, running)
  encodingRoutes(server, running)
  const asked = (request: object) => (request as { occasion: Occasion }).occasion
  const one = (request: { params: { id: string } }): OneImport => ({
    running,
    occasion: asked(request),
    id: request.params.id,
    kinds,
  })
  const goOn = async (import_: OneImport) => {
    const { bytes, holds } = await ownRun(running, import_.occasion, import_.id)
    const most = holds === peopleAndCompanies ? atOnce.people : atOnce.records // records are taken one by one
    if (Number(bytes) <= most) await continueImport(import_)
    return importSaid(import_)
  }

  server.register(async (scope) => {
    // The bytes go to the disk as they come: a file of two gigabytes is never held whole.
    if (scope.hasContentTypeParser('application/octet-stream'))
      scope.removeContentTypeParser('application/octet-stream')
    scope.addContentTypeParser('application/octet-stream', (_, payload, ready) => ready(null, payload))
    scope.post(
      '/imports',
      {
        config: desks,
        bodyLimit: limits.bytes,
        schema: { summary: 'Keep a file to be imported', querystring: Holding },
      },
      async (request, reply) => {
        const occasion = asked(request)
        const { holds = peopleAndCompanies } = request.query as { holds?: string }
        refuseUnlessBrings(kinds, holds, inForce(running), occasion)
        if (!isStream(request.body)) throw new Refusal('UNSUPPORTED_MEDIA_TYPE', 415)
        const id = await keepImport(running, occasion, request.body, holds)
        return reply.status(201).send(await columnsSaid({ running, occasion, id, kinds }, languageOf(request)))
      },
    )
  })

  server.get('/imports', { config: desks, schema: { summary: 'List the imports' } }, async (request) => ({
    items: await look(running.db, asked(request), importsListed),
    next: null,
  }))
  server.get(
    '/imports/kinds',
    { config: desks, schema: { summary: 'What this duty may bring by file' } },
    (request) => {
      const brought = kindsBrought(kinds, inForce(running), asked(request))
      return { items: brought.map((id) => ({ id, label: kindOf(kinds, id)?.label ?? null })), next: null }
    },
  )
  server.get('/imports/:id', { config: desks, schema: { summary: 'How far an import is', params: One } }, (request) =>
    importSaid(one(request)),
  )
  server.get(
    '/imports/:id/columns',
    { config: desks, schema: { summary: 'Read the columns of a kept file', params: One } },
    (request) => columnsSaid(one(request), languageOf(request)),
  )
  server.post(
    '/imports/:id/trial',
    { config: desks, schema: { summary: 'Try an import and keep nothing', params: One, body: Settings } },
    async (request, reply) => {
      await tryImport(one(request), { ...settingsOf(request.body), language: languageOf(request) })
      return reply.status(202).send(await goOn(one(request)))
    },
  )
  for (const [path, deed, summary] of [
    ['run', runImport, 'Run an import that was tried'],
    ['undo', undoImport, 'Undo a whole import'],
  ] as const)
    server.post(`/imports/:id/${path}`, { config: desks, schema: { summary, params: One } }, async (request, reply) => {
      await deed(one(request))
      return reply.status(202).send(await goOn(one(request)))
    })
  server.post(
    '/imports/:id/cancel',
    { config: desks, schema: { summary: 'Stop an import', params: One } },
    async (request) => {
      await cancelImport(one(request))
      return importSaid(one(request))
    },
  )
  server.get(
    '/imports/:id/lines',
    {
      config: desks,
      schema: {
        summary: 'The first lines of one fate',
        params: One,
        querystring: Type.Object({ fate: Fate, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }),
      },
    },
    async (request) => {
      const { fate, limit = 50 } = request.query
      const { holds } = await ownRun(running, asked(request), request.params.id)
      const lines = await look(running.db, asMyself(asked(request)), (view) =>
        linesShown(view, request.params.id, { fate, most: limit }),
      )
      const kind = kindFor({ running, occasion: asked(request), kinds }, holds)
      const reason = reasonsOf(kind, languageOf(request))
      return { items: lines.map((line) => ({ ...line, said: reason(line) })), next: null }
    },
  )
  server.get(
    '/imports/:id/refused',
    { config: desks, schema: { summary: 'The refused lines of one’s own file, each with its reason', params: One } },
    async (request, reply) => {
      const file = await refusedLines(one(request), languageOf(request))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="import.csv"')
        .send(file)
    },
  )

  async function importSaid({ occasion, id }: OneImport) {
    const run = await ownRun(running, occasion, id)
    const counts = await look(running.db, asMyself(occasion), (view) => linesCounted(view, id))
    const { at, source, state, kind, holds, lines, made, people, companies, updated, held, refused, notices, fault } =
      run
    const far = {
      readLines: run.read_lines,
      takenLines: run.taken_lines,
      finishedAt: run.finished_at,
      hasFile: run.file_key !== null,
    }
    return {
      id,
      at,
      source,
      state,
      ...{ kind, holds, made },
      lines,
      people,
      companies,
      updated,
      held,
      refused,
      notices,
      fault,
      ...far,
      counts,
    }
  }
}

function settingsOf({
  personKey = 'person.email',
  companyKey = 'org.businessId',
  overwrite = {},
  ...said
}: Partial<ImportSettings> & Pick<ImportSettings, 'columns' | 'source'>): ImportSettings {
  return { ...said, personKey, companyKey, overwrite }
}

function isStream(body: unknown): body is AsyncIterable<Buffer> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

function languageOf({ headers }: { headers: Record<string, unknown> }): Language {
  return preferredLanguage(String(headers['accept-language'] ?? ''))
}
