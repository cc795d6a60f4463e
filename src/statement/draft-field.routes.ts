import { Type } from 'typebox'
import { type LedgerTables, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { addField } from './add-field.ts'
import { Draft, draftsAsked, keepers, occasionOf, Revision, revisionOf } from './draft-asked.routes.ts'
import { type FieldWish, fieldForm, fieldStages, fieldTypes } from './draft-field.ts'
import { readStatement } from './read.ts'
import type { Running } from './running.ts'
import { subjects } from './subject.ts'
import type { StatementTables } from './tables.ts'

const closed = { additionalProperties: false } as const
const name = Type.String({ maxLength: 200, pattern: '\\S' })
const Label = Type.Object({ fi: name, sv: Type.Optional(name), en: Type.Optional(name) }, closed)
const Wish = Type.Object(
  {
    subject: Type.Enum([...subjects]),
    type: Type.Enum([...fieldTypes]),
    label: Label,
    choices: Type.Optional(Type.Array(Label, { maxItems: 100 })),
    required: Type.Boolean(),
    fromStage: Type.Enum([...fieldStages]),
    duties: Type.Array(Type.Object({ id: Type.String({ maxLength: 60 }), writes: Type.Boolean() }, closed), {
      minItems: 1,
      maxItems: 20,
    }),
  },
  closed,
)

/** A field that the administrator adds by a form: what may be chosen in it, and the lines that it writes into the draft. */
export function draftFieldRoutes<T extends LedgerTables & StatementTables>(server: HttpServer, running: Running<T>) {
  const { read, whole } = draftsAsked(running)

  server.get('/statement/drafts/:id/field-form', { config: keepers, schema: { params: Draft } }, async (request) => {
    const { statement } = readStatement((await read(request, request.params.id)).source)
    if (!statement) throw new Refusal('STATEMENT_UNREADABLE', 422)
    return fieldForm(statement)
  })
  server.post(
    '/statement/drafts/:id/fields',
    { config: keepers, schema: { params: Draft, body: Wish, headers: Revision } },
    async (request, reply) => {
      const { id } = request.params
      const added = { id, revision: revisionOf(request.headers['if-match']), wish: request.body as FieldWish }
      const field = await perform(running.db, occasionOf(request), (act) => addField(act as never, added))
      return reply.status(201).send({ ...(await whole(request, id)), field })
    },
  )
}
