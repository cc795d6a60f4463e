import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { inForce, refuseUnlessWriter, revisionOf } from '#register'
import { asked, closed, desks, type MailDesk, mailboxParts, One, Secret, Text } from './asked.routes.ts'
import { copyAddressOf, renewCopyAddress } from './copy-deeds.ts'
import { mailboxesListed, mailboxFaults } from './mailboxes.view.ts'
import { finishErrand, startErrand } from './oauth-errand.ts'
import { readableMailbox, readMailbox } from './read-mailbox.ts'
import { changeMailbox, moveMailbox, ownMailbox, setUpMailbox } from './set-up-mailbox.ts'
import { forgetSecret, keepSecret } from './sign-in-of.ts'
import { tryMailbox } from './try-mailbox.ts'

const NewMailbox = Type.Object({ ...mailboxParts, shared: Type.Boolean(), password: Type.Optional(Secret) }, closed)
const ChangedMailbox = Type.Object({ ...mailboxParts, password: Type.Optional(Secret) }, closed)
const events = {
  pause: 'Read a mailbox no more for now',
  resumption: 'Read a mailbox again',
  closure: 'Close a mailbox',
} as const

/** Mailboxes of one's own and of the duty: settings, trial, reading now, and the way to a service's consent and back. */
export function mailboxRoutes({ server, running, settings }: MailDesk) {
  const { db } = running
  const config = desks

  server.get(
    '/mailboxes',
    { config, schema: { summary: 'Mailboxes: one’s own, the duty’s, and the names of the others' } },
    (request) => look(db, asked(request).occasion, (view) => mailboxesListed(view, inForce(running))),
  )
  server.get(
    '/mailbox-faults',
    { config, schema: { summary: 'Mailboxes of one’s own that have failed for long' } },
    async (request) => ({
      items: await look(db, asked(request).occasion, (view) => mailboxFaults(view, inForce(running))),
    }),
  )
  server.post(
    '/mailboxes',
    { config, schema: { summary: 'Set a mailbox up', body: NewMailbox } },
    async (request, reply) => {
      const { password, ...wish } = request.body
      const { occasion } = asked(request)
      const id = await perform(db, occasion, (act) => setUpMailbox(act, inForce(running), wish))
      if (password)
        await keepSecret(running, settings, {
          mailboxId: id,
          secret: { password },
          by: occasion.by,
          what: 'mailbox.secret-kept',
        })
      return reply.status(201).send({ id })
    },
  )
  server.put(
    '/mailboxes/:id',
    { config, schema: { summary: 'Change a mailbox', params: One, body: ChangedMailbox } },
    async (request, reply) => {
      const { password, ...wish } = request.body
      const { occasion } = asked(request)
      const changed = { ...wish, id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, occasion, (act) => changeMailbox(act, inForce(running), changed))
      if (password)
        await keepSecret(running, settings, {
          mailboxId: changed.id,
          revision: changed.revision + 1,
          secret: { password },
          by: occasion.by,
          what: 'mailbox.secret-kept',
        })
      return reply.status(204).send()
    },
  )
  for (const [event, summary] of Object.entries(events) as [keyof typeof events, string][])
    server.post(`/mailboxes/:id/${event}`, { config, schema: { summary, params: One } }, async (request, reply) => {
      const { id } = request.params
      const { occasion } = asked(request)
      await perform(db, occasion, (act) => moveMailbox(act, inForce(running), { id, event }))
      if (event === 'closure') await forgetSecret(running, { mailboxId: id, by: occasion.by })
      return reply.status(204).send()
    })
  server.post(
    '/mailboxes/:id/trial',
    { config, schema: { summary: 'Try both servers, and say of each whether it lets us in', params: One } },
    async (request) => {
      const { occasion } = asked(request)
      const mailbox = await owned(occasion, request.params.id)
      return tryMailbox(running, settings, mailbox)
    },
  )
  server.post(
    '/mailboxes/:id/reading',
    { config, schema: { summary: 'Read a mailbox now', params: One } },
    async (request) => {
      const { id } = await owned(asked(request).occasion, request.params.id)
      const mailbox = await readableMailbox(running, id)
      return { stored: mailbox ? await readMailbox(running, settings, mailbox) : 0 }
    },
  )
  server.post(
    '/mailboxes/:id/errand',
    { config, schema: { summary: 'The address where the service asks for consent', params: One } },
    async (request) => {
      const { occasion } = asked(request)
      const mailbox = await owned(occasion, request.params.id)
      return { address: await startErrand(running, settings, { mailbox, by: occasion.by }) }
    },
  )
  server.post(
    '/mail-errands',
    {
      config,
      schema: {
        summary: 'Bring a service’s consent back',
        body: Type.Object({ code: Text(4000), state: Text(200) }, closed),
      },
    },
    async (request) => ({
      mailbox: await finishErrand(running, settings, { ...request.body, by: asked(request).occasion.by }),
    }),
  )
  server.get(
    '/copy-address',
    { config, schema: { summary: 'One’s own address for blind copies' } },
    async (request) => ({
      address: await copyAddressOf(running, settings, asked(request).occasion),
    }),
  )
  server.post(
    '/copy-address',
    { config, schema: { summary: 'Make a new address for blind copies' } },
    async (request, reply) => {
      const { occasion } = asked(request)
      refuseUnlessWriter(inForce(running), occasion, 'com.enquiries')
      await renewCopyAddress(running, settings, occasion)
      return reply.status(201).send({ address: await copyAddressOf(running, settings, occasion) })
    },
  )

  /** The mailbox, if it is one's own or the duty's. */
  async function owned(occasion: ReturnType<typeof asked>['occasion'], id: string) {
    return look(db, occasion, async (view) => {
      view.saw([], [])
      return ownMailbox(view, inForce(running), id)
    })
  }
}
