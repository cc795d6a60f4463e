import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { asked, closed, desks, Id, Languages, type MailDesk, One, recipientIn, Text } from './asked.routes.ts'
import { fieldsOfLetter } from './fields-of-letter.ts'
import { filesOfLetter, mostMegabytes } from './files-of-letter.ts'
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
const Recipients = Type.Array(
  Type.Union([Type.Object({ person: Id, email: Type.Optional(Id) }, closed), Type.Object({ company: Id }, closed)]),
  { maxItems: 500 },
)
const LetterFile = Type.Union([
  Type.Object({ name: Text(1000), content: Type.String() }, closed),
  Type.Object({ document: Id, nth: Type.Integer({ minimum: 1, maximum: 10_000 }) }, closed),
  Type.Object({ paper: Text(40), id: Id }, closed),
])
// Bytes in base64 take a third more.
const bodyLimit = mostMegabytes * 1.4e6 + 1_000_000
const NewMessage = Type.Object(
  {
    mailbox: Id,
    ...{
      to: Recipients,
      cc: Type.Optional(Recipients),
      files: Type.Optional(Type.Array(LetterFile, { maxItems: 100 })),
    },
    ...{ subject: Text(2000), text: Text(200_000), language: Type.Optional(Languages) },
    ...{ answers: Type.Optional(Id), enquiry: Type.Optional(Id), template: Type.Optional(Id) },
  },
  closed,
)
const Preview = Type.Object({ template: Id, person: Id, language: Languages }, closed)

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
    { config, bodyLimit, schema: { summary: 'Write to a few people or companies of the register', body: NewMessage } },
    async (request, reply) => {
      const { occasion, language } = asked(request)
      const {
        mailbox,
        to,
        cc,
        files: wishes = [],
        answers,
        enquiry,
        template,
        language: tongue,
        ...said
      } = request.body
      const files = await filesOfLetter(running, settings.papers, { occasion, wishes })
      const wish = {
        ...{ ...said, files, mailboxId: mailbox, answers, enquiryId: enquiry, templateId: template },
        to: to.map(recipientIn),
        ...(cc ? { cc: cc.map(recipientIn) } : {}),
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
