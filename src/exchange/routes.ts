import { Type } from 'typebox'
import { choicesKeyIn } from '#choices'
import { look, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, preferredLanguage, type Said } from '#platform/language'
import { problemOf } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import { inForce, registerRefusals } from '#register'
import { type Running, statementRefusals } from '#statement'
import { dayOfValues, fieldOf, proposedColumns } from './column.ts'
import { limits, readCsv } from './csv-text.ts'
import { type ExchangeReach, importFile, targetsFor } from './import-file.ts'
import { importsListed } from './imports.view.ts'
import { type Outcome, tallyOf } from './outcome.ts'
import { partNames } from './part-names.ts'
import { exchangeRefusals } from './refusals.ts'

const desks = { may: { purposes: 'any' } } as const
const bodyLimit = Math.ceil((limits.bytes * 4) / 3) + 100_000
const File = Type.String({ description: 'The file, in base64.', maxLength: bodyLimit })
const Wish = Type.Object(
  {
    file: File,
    columns: Type.Array(Type.Union([Type.String({ maxLength: 80 }), Type.Null()]), { maxItems: limits.columns }),
    source: Type.String({ maxLength: 100 }),
    sourceNote: Type.Optional(Type.String({ maxLength: 1000 })),
    asOf: Type.Optional(Type.String({ maxLength: 10 })),
    groupCompany: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
)

/** Taking a file into the register: read its columns, try it, import it. */
export function exchangeRoutes(server: HttpServer, running: Running<ExchangeReach>) {
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion
  const key = () => choicesKeyIn(running)

  server.post(
    '/imports/columns',
    { config: desks, bodyLimit, schema: { summary: 'Read the columns of a file', body: Type.Object({ file: File }) } },
    async (request) => {
      const language = languageOf(request)
      const table = readCsv(bytesOf(request.body.file))
      const { fields, targets } = targetsFor(inForce(running), occasionOf(request))
      if (targets.length === 1)
        throw new Refusal('NOTHING_TO_IMPORT', 403, { clause: 'S10.3', duty: occasionOf(request).duty })
      const labels = new Map(fields.map(({ id, label }) => [id, label]))
      return {
        ...{ header: table.header, encoding: table.encoding, delimiter: table.delimiter, lines: table.rows.length },
        sample: table.rows.slice(0, 5).map(({ cells }) => cells),
        columns: proposedColumns(table.header, targets, fields),
        targets: targets.map((target) => ({
          id: target,
          label: labelOf(target, labels.get(fieldOf(target)), language),
        })),
      }
    },
  )

  for (const [path, dry, summary] of [
    ['/imports/trial', true, 'Try an import and keep nothing'],
    ['/imports', false, 'Import a file'],
  ] as const) {
    server.post(path, { config: desks, bodyLimit, schema: { summary, body: Wish } }, async (request) => {
      const { file, ...said } = request.body
      const table = readCsv(bytesOf(file))
      const outcomes = await importFile(running, key(), occasionOf(request), { ...said, table, dry })
      return {
        outcomes: outcomes.map((outcome) => saidOutcome(outcome, languageOf(request))),
        tally: tallyOf(outcomes),
      }
    })
  }

  server.get('/imports', { config: desks, schema: { summary: 'List the imports' } }, async (request) => ({
    items: await look(running.db, occasionOf(request), importsListed),
    next: null,
  }))
}

function languageOf({ headers }: { headers: Record<string, unknown> }): Language {
  return preferredLanguage(String(headers['accept-language'] ?? ''))
}

/** A refused line says why in the reader's language. */
function saidOutcome(outcome: Outcome, language: Language) {
  const { code, field, clause } = outcome
  if (!code) return outcome
  const refusal = new Refusal(code, 422, { ...(field ? { field } : {}), ...(clause ? { clause } : {}) })
  return { ...outcome, said: problemOf(refusal, whyRefused, language).title }
}

const whyRefused = { ...statementRefusals, ...registerRefusals, ...exchangeRefusals }

function bytesOf(file: string): Buffer {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(file)) throw new Refusal('INVALID_REQUEST', 422, { field: 'file' })
  return Buffer.from(file, 'base64')
}

function labelOf(target: string, label: Said | undefined, language: Language): string {
  const part = target === dayOfValues ? dayOfValues : target.split('/')[1]
  const named = part ? partNames[part]?.[language] : undefined
  if (target === dayOfValues) return named ?? target
  return [label?.[language] ?? target, named].filter(Boolean).join(': ')
}
