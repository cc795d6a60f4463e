import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { asked, closed, desks, Id, Languages, type MailDesk, One, Text } from './asked.routes.ts'
import { fieldsOfLetter } from './fields-of-letter.ts'
import { fileOfMessage } from './file-of-message.ts'
import { saveSignature, settleThread } from './message-deeds.ts'
import { sendWritten, tryAgain } from './send-written.ts'
import { signatureOf } from './signature.view.ts'
import { filled } from './template.ts'
import { templatesListed } from './templates.view.ts'
import { threadShown, threadsListed } from './threads.view.ts'
import { writeMessage } from './write-message.ts'

const config = desks
const Asked = Type.Object({
  show: Type.Optional(Type.Enum(['open', 'all', 'sent'])),
  ...{ mailbox: Type.Optional(Id), person: Type.Optional(Id), company: Type.Optional(Id) },
  ...{ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), after: Type.Optional(Text(40)) },
})
const NewMessage = Type.Object(
  {
    mailbox: Id,
    to: Type.Array(Type.Object({ person: Id, email: Type.Optional(Id) }, closed), { maxItems: 500 }),
    ...{ subject: Text(2000), text: Text(200_000), language: Type.Optional(Languages) },
    ...{ answers: Type.Optional(Id), enquiry: Type.Optional(Id), template: Type.Optional(Id) },
  },
  closed,
)
const Preview = Type.Object({ template: Id, person: Id, language: Languages }, closed)
const OneFile = Type.Object({ id: Id, number: Type.Integer({ minimum: 0, maximum: 49 }) })

/** Messages with people of the register: threads, writing, sending, files on demand, and one's signature. */
export function messageRoutes({ server, running, settings }: MailDesk) {
  const { db } = running

  server.get(
    '/message-threads',
    { config, schema: { summary: 'Threads of mail with people of the register', querystring: Asked } },
    (request) =>
      look(db, asked(request).occasion, (view) =>
        threadsListed(view, inForce(running), request.query as Parameters<typeof threadsListed>[2]),
      ),
  )
  server.get(
    '/message-threads/:id',
    { config, schema: { summary: 'One thread of mail', params: One } },
    async (request) => {
      const thread = await look(db, asked(request).occasion, (view) =>
        threadShown(view, inForce(running), request.params.id),
      )
      if (!thread) throw new Refusal('NOT_FOUND', 404)
      return thread
    },
  )
  server.post(
    '/message-threads/:id/settlement',
    {
      config,
      schema: {
        summary: 'Say that a thread needs no answer',
        params: One,
        body: Type.Object({ settled: Type.Boolean() }, closed),
      },
    },
    async (request, reply) => {
      const wish = { threadId: request.params.id, isSettled: request.body.settled }
      await perform(db, asked(request).occasion, (act) => settleThread(act, inForce(running), wish))
      return reply.status(204).send()
    },
  )
  server.post(
    '/messages',
    { config, schema: { summary: 'Write to a person', body: NewMessage } },
    async (request, reply) => {
      const { occasion, language } = asked(request)
      const { mailbox, to, answers, enquiry, template, language: tongue, ...said } = request.body
      const wish = {
        ...{ ...said, mailboxId: mailbox, answers, enquiryId: enquiry, templateId: template },
        to: to.map(({ person, email }) => ({ personId: person, emailId: email })),
      }
      const { id } = await perform(db, occasion, (act) => writeMessage(act, inForce(running), wish))
      const sent = await sendWritten(running, settings, {
        occasion,
        id,
        language: (tongue as typeof language | undefined) ?? language,
      })
      return reply.status(201).send({ id, ...sent })
    },
  )
  server.post(
    '/messages/:id/again',
    { config, schema: { summary: 'Send again what did not leave', params: One } },
    async (request) => {
      const { occasion, language } = asked(request)
      const { id } = request.params
      await perform(db, occasion, (act) => tryAgain(act, inForce(running), id))
      return { id, ...(await sendWritten(running, settings, { occasion, id, language })) }
    },
  )
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
    '/message-previews',
    { config, schema: { summary: 'A template filled in for one person', body: Preview } },
    async (request) => {
      const { template, person, language } = request.body
      const { occasion } = asked(request)
      const { items } = await look(db, occasion, (view) => templatesListed(view, inForce(running)))
      const texts = items.find(({ id }) => id === template)?.texts
      const said = texts?.[language as 'fi'] ?? texts?.fi ?? texts?.sv ?? texts?.en
      if (!said) throw new Refusal('NOT_FOUND', 404, { field: 'template' })
      const values = await look(db, occasion, (view) =>
        fieldsOfLetter(view, inForce(running), { personId: person, language: language as 'fi' }),
      )
      const [subject, text] = [filled(said.subject, values), filled(said.text, values)]
      return { subject: subject.text, text: text.text, missing: [...new Set([...subject.missing, ...text.missing])] }
    },
  )
  server.get('/signature', { config, schema: { summary: 'The words under one’s own letters' } }, (request) =>
    look(db, asked(request).occasion, (view) => signatureOf(view, inForce(running))),
  )
  server.put(
    '/signature',
    {
      config,
      schema: { summary: 'Change the words under one’s own letters', body: Type.Object({ text: Text(4000) }, closed) },
    },
    async (request, reply) => {
      await perform(db, asked(request).occasion, (act) => saveSignature(act, inForce(running), request.body.text))
      return reply.status(204).send()
    },
  )
}
