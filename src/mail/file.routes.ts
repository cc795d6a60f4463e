import { Type } from 'typebox'
import { look } from '#ledger'
import { inForce } from '#register'
import { asked, closed, desks, Id, type MailDesk, recipientIn } from './asked.routes.ts'
import { attachables } from './attachables.view.ts'
import { fileOfMessage } from './file-of-message.ts'
import { keepFileOfMessage } from './keep-file-of-message.ts'
import { mostRecipients } from './write-message.ts'

const config = desks
const OneFile = Type.Object({ id: Id, number: Type.Integer({ minimum: 0, maximum: 49 }) })
const Ids = Type.Array(Id, { maxItems: mostRecipients })
const Whose = Type.Object({ people: Ids, companies: Ids }, closed)
const Party = Type.Union([Type.Object({ person: Id }, closed), Type.Object({ company: Id }, closed)])

/** Files of messages: taken, kept among documents, and what may go with a letter. */
export function messageFileRoutes({ server, running, settings }: MailDesk) {
  const { db } = running

  server.get(
    '/messages/:id/files/:number',
    { config, schema: { summary: 'A file of a message, fetched from its mailbox', params: OneFile } },
    async (request, reply) => {
      const { name, type, content } = await fileOfMessage(running, settings, {
        ...request.params,
        occasion: asked(request).occasion,
      })
      return reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('x-content-type-options', 'nosniff')
        .send(content)
    },
  )
  server.post(
    '/messages/:id/files/:number/document',
    {
      config,
      schema: {
        summary: 'Keep a file of a message among the documents of one of its correspondents',
        params: OneFile,
        body: Party,
      },
    },
    async (request, reply) => {
      const wish = { ...request.params, occasion: asked(request).occasion, party: recipientIn(request.body) }
      return reply.status(201).send({ id: await keepFileOfMessage(running, settings, wish) })
    },
  )
  server.post(
    '/message-attachables',
    { config, schema: { summary: 'Documents and papers that may go with a letter to these', body: Whose } },
    (request) =>
      look(db, asked(request).occasion, (view) =>
        attachables(view, inForce(running), { papers: settings.papers, ...request.body }),
      ),
  )
}
