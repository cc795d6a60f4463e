import { Type } from 'typebox'
import { type LedgerTables, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, preferredLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { refuseUnlessTo } from '#recipients'
import { declaredMaps, type Published, type Running } from '#statement'
import { authorityRequestOf, authorityRequests } from './authority-requests.view.ts'
import { decideAuthorityRequest } from './decide-authority-request.ts'
import { extractOf } from './extract.view.ts'
import { extractPdf } from './extract-paper.ts'
import { prepareAuthorityRequest } from './prepare-authority-request.ts'
import { digestOf, refuseUnapproved, releaseAuthorityRequest } from './release-authority-request.ts'
import type { OversightTables } from './tables.ts'

const keepers = { may: { duties: ['privacy', 'admin'] } }
const privacy = { may: { duties: ['privacy'] } }
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const day = Type.String({ format: 'date' })
const said = (maxLength: number) => Type.String({ maxLength })
const note = Type.Object(
  { note: Type.Optional(Type.Union([said(1000), Type.Null()])) },
  { additionalProperties: false },
)
const asked = Type.Object(
  {
    recipient: said(100),
    ...{ authority: said(200), provision: said(300), documentRef: said(200), purpose: said(1000) },
    people: Type.Array(Id, { maxItems: 500 }),
    fields: Type.Array(said(100), { maxItems: 100 }),
    askedOn: day,
    silence: Type.Optional(Type.Union([Type.Object({ until: day, ground: said(300) }), Type.Null()])),
  },
  { additionalProperties: false },
)

/** S8.2: requests of authorities and courts, handled by two people. */
export function oversightRoutes<T extends OversightTables & LedgerTables>(server: HttpServer, register: Running<T>) {
  const running = register as unknown as Running<OversightTables & LedgerTables> // its tables are among T's
  const { db } = running
  const published = () => {
    running.policy()
    return running.current() as Published // policy() refuses where there is none
  }

  server.get(
    '/authority-requests',
    { config: keepers, schema: { summary: 'Requests of authorities, what waits for somebody first' } },
    (request) => look(db, request.occasion, authorityRequests),
  )

  server.post(
    '/authority-requests',
    { config: privacy, schema: { summary: 'Prepare an extract that an authority asks for', body: asked } },
    async (request, reply) => {
      const id = await perform(db, request.occasion, (act) => prepareAuthorityRequest(act, published(), request.body))
      return reply.status(201).send({ id })
    },
  )

  server.get(
    '/authority-requests/:id',
    { config: keepers, schema: { summary: 'One request; whom it is about, for the privacy contact', params: One } },
    async (request) => {
      const found = await look(db, request.occasion, (view) => authorityRequestOf(view, request.params.id))
      if (!found) throw new Refusal('NOT_FOUND', 404)
      return found
    },
  )

  for (const [path, step, summary] of [
    ['approval', 'approve', 'Approve what somebody else prepared'],
    ['declination', 'decline', 'Decline what somebody else prepared'],
  ] as const) {
    server.post(
      `/authority-requests/:id/${path}`,
      { config: keepers, schema: { summary, params: One, body: note } },
      async (request, reply) => {
        const { id } = request.params
        await perform(db, request.occasion, (act) => decideAuthorityRequest(act, { id, step, ...request.body }))
        return reply.status(201).send({ id })
      },
    )
  }

  server.post(
    '/authority-requests/:id/release',
    {
      config: privacy,
      schema: {
        summary: 'Release the extract: JSON and PDF, once',
        params: One,
        body: Type.Object({ language: Type.Optional(Type.String({ enum: ['fi', 'sv', 'en'] })) }),
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const language = (request.body.language ??
        preferredLanguage(String(request.headers['accept-language'] ?? ''))) as Language
      const held = await look(db, request.occasion, (view) => authorityRequestOf(view, id))
      if (!held) throw new Refusal('NOT_FOUND', 404)
      refuseUnapproved(held.state)
      const { recipient, fields } = held
      await refuseUnlessTo(running, { recipient, fields, procedure: 'four-eyes' })

      const version = published()
      const maps = [...running.ground.maps, ...declaredMaps(version.policy, running.ground.maps)]
      const people = held.people.map((one) => one.id)
      const extract = await look(db, request.occasion, (view) => extractOf(view, maps, { people, fields }))
      const pdf = await extractPdf(extract, { ...held, digest: digestOf(extract) }, version, language)
      const digest = await perform(db, request.occasion, (act) => releaseAuthorityRequest(act, { id, extract }))
      return reply
        .status(201)
        .header('cache-control', 'no-store')
        .send({
          ...{ id, digest, extract },
          pdf: Buffer.from(pdf).toString('base64'),
        })
    },
  )
}
