import { Type } from 'typebox'
import { look, perform } from '#ledger'
import type { FinderPart } from '#lists'
import { framedPdf } from '#platform/framed-pdf'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { closed, desks, Id, languageIn, One, occasionIn, revisionIn, text, withParty } from '../asked.routes.ts'
import { deleteWork } from '../delete-work.ts'
import { withSubjects } from '../subjects.view.ts'
import type { WorkRegister } from '../under-duty.ts'
import { documentsOf, fileOfDocument } from './documents.view.ts'
import { addVersion, fileDocument, largestDocument, renameDocument } from './file-document.ts'

const whose = {
  company: Type.Optional(Id),
  person: Type.Optional(Id),
  subject: Type.Optional(Id),
  subjectKind: Type.Optional(Type.String({ pattern: '^[a-z-]{1,40}$' })),
}
const Whose = Type.Object(whose, closed)
const OneVersion = Type.Object({ id: Id, nth: Type.Integer({ minimum: 1, maximum: 10_000 }) })
const bodyLimit = largestDocument + 1

/** Documents with their versions. A file comes in as its bytes; its name, which may be somebody's, in a header and in no address. */
export function documentsRoutes(server: HttpServer, running: WorkRegister, parts: readonly FinderPart[]) {
  const { db } = running
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit },
    async (_: unknown, body: Buffer) => body,
  )

  server.get(
    '/documents',
    { config: desks, schema: { summary: 'Documents of one company, person or deal', querystring: Whose } },
    (request) => {
      const { company, person, subject } = request.query
      if (!company && !person && !subject) throw new Refusal('VALUE_REQUIRED', 422, { field: 'party' })
      const called = { parts, language: languageIn(request) }
      return look(db, occasionIn(request), async (view) => {
        const { items, ...page } = await documentsOf(view, inForce(running), request.query)
        return { ...page, items: await withSubjects(view, inForce(running), called, items) }
      })
    },
  )
  server.post(
    '/documents',
    { config: desks, bodyLimit, schema: { summary: 'File a document', querystring: Whose } },
    async (request, reply) => {
      const { subject, subjectKind, ...party } = withParty(request.query)
      const wish = {
        ...party,
        ...fileIn(request),
        ...(subject && subjectKind ? { subject: { kind: subjectKind, id: subject } } : {}),
      }
      const id = await perform(db, occasionIn(request), (act) => fileDocument(act, inForce(running), wish))
      return reply.status(201).send({ id })
    },
  )
  server.post(
    '/documents/:id/versions',
    { config: desks, bodyLimit, schema: { summary: 'File another version of a document', params: One } },
    async (request, reply) => {
      const wish = { id: request.params.id, ...fileIn(request) }
      const nth = await perform(db, occasionIn(request), (act) => addVersion(act, inForce(running), wish))
      return reply.status(201).send({ nth })
    },
  )
  server.patch(
    '/documents/:id',
    {
      config: desks,
      schema: { summary: 'Rename a document', params: One, body: Type.Object({ name: text(1000) }, closed) },
    },
    async (request, reply) => {
      const wish = { id: request.params.id, name: request.body.name, revision: revisionIn(request.headers) }
      await perform(db, occasionIn(request), (act) => renameDocument(act, inForce(running), wish))
      return reply.status(204).send()
    },
  )
  server.delete(
    '/documents/:id',
    {
      config: desks,
      schema: { summary: 'Delete a document that one filed oneself, with all its versions', params: One },
    },
    async (request, reply) => {
      const { id } = request.params
      await perform(db, occasionIn(request), (act) => deleteWork(act, inForce(running), { kind: 'document', id }))
      return reply.status(204).send()
    },
  )
  server.get(
    '/documents/:id/versions/:nth/file',
    { config: desks, schema: { summary: 'The file of one version', params: OneVersion } },
    async (request, reply) => {
      const file = await look(db, occasionIn(request), (view) => fileOfDocument(view, inForce(running), request.params))
      // Whatever the file is, the browser shows none of it as a page of ours: the desk previews from its bytes.
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .send(file.bytes)
    },
  )
  server.get(
    '/documents/:id/versions/:nth/view',
    { config: desks, schema: { summary: 'One version that is a PDF, for the frame of the desk', params: OneVersion } },
    async (request, reply) => {
      const file = await look(db, occasionIn(request), (view) => fileOfDocument(view, inForce(running), request.params))
      // Only what the bytes themselves say is a PDF is shown as one; everything else is handed over as a file.
      if (file.mediaType !== 'application/pdf') throw new Refusal('DOCUMENT_TYPE', 415, { field: 'file' })
      return reply
        .type(file.mediaType)
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
        .headers(framedPdf)
        .send(file.bytes)
    },
  )
}

function fileIn({ headers, body }: { headers: Record<string, unknown>; body: unknown }) {
  if (!Buffer.isBuffer(body)) throw new Refusal('UNSUPPORTED_MEDIA_TYPE', 415)
  const named = (name: string) => {
    try {
      return decodeURIComponent(String(headers[name] ?? ''))
    } catch {
      throw new Refusal('INVALID_UTF8', 400)
    }
  }
  return { bytes: body, fileName: named('x-file-name'), name: named('x-document-name') || undefined }
}
