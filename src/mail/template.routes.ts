import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { inForce, revisionOf } from '#register'
import { asked, closed, desks, type MailDesk, One, Text } from './asked.routes.ts'
import { removeTemplate, saveTemplate } from './templates.ts'
import { templatesListed } from './templates.view.ts'

const Said = Type.Object({ subject: Text(2000), text: Text(100_000) }, closed)
const Template = Type.Object(
  {
    name: Text(120),
    texts: Type.Object({ fi: Type.Optional(Said), sv: Type.Optional(Said), en: Type.Optional(Said) }, closed),
  },
  closed,
)

/** Templates of mail, for everybody who writes it. */
export function templateRoutes({ server, running }: MailDesk) {
  const { db } = running
  const config = desks

  server.get(
    '/mail-templates',
    { config, schema: { summary: 'Templates of mail, and the fields they may have' } },
    (request) => look(db, asked(request).occasion, (view) => templatesListed(view, inForce(running))),
  )
  server.post(
    '/mail-templates',
    { config, schema: { summary: 'Make a template', body: Template } },
    async (request, reply) => {
      const id = await perform(db, asked(request).occasion, (act) => saveTemplate(act, inForce(running), request.body))
      return reply.status(201).send({ id })
    },
  )
  server.put(
    '/mail-templates/:id',
    { config, schema: { summary: 'Change a template', params: One, body: Template } },
    async (request, reply) => {
      const wish = { ...request.body, id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, asked(request).occasion, (act) => saveTemplate(act, inForce(running), wish))
      return reply.status(204).send()
    },
  )
  server.delete(
    '/mail-templates/:id',
    { config, schema: { summary: 'Take a template out of use', params: One } },
    async (request, reply) => {
      await perform(db, asked(request).occasion, (act) => removeTemplate(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
}
