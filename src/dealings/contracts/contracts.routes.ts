import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { inForce, refuseOtherParts, revisionOf } from '#register'
import { sayOfNew } from '../added/say-of-new.ts'
import {
  added,
  type ChainDesk,
  closed,
  Day,
  desks,
  found,
  given,
  Id,
  languages,
  maybe,
  One,
  occasionOf,
  open,
  orNull,
  party,
  partyOf,
  priced,
  said,
  text,
} from '../chain-schema.routes.ts'
import { revisionRead } from '../deal-parts.ts'
import { changeContract } from './change-contract.ts'
import { contractEvents } from './contract.ts'
import { contractOf } from './contracts.view.ts'
import { discardContract } from './discard-contract.ts'
import { endWithContract } from './end-with-contract.ts'
import { enterContract } from './enter-contract.ts'
import { moveContract } from './move-contract.ts'
import { sayBilledElsewhere } from './say-billed-elsewhere.ts'

const content = {
  ...{
    ...priced,
    contact: orNull(Id),
    title: maybe(1000),
    text: maybe(20_000),
    startsOn: Day,
    endsOn: orNull(text(10)),
  },
  ...{ renewal: Type.Optional(Type.Enum(['fixed', 'automatic'])), renewalMonths: orNull(Type.Integer()) },
  ...{
    noticeMonths: Type.Optional(Type.Integer()),
    billingMonths: orNull(Type.Integer()),
    partPeriods: Type.Optional(Type.Enum(['days', 'whole'])),
    language: languages,
    billedUntil: orNull(text(10)),
  },
}
const entered = { ...party, ...said, ...added, ...content, order: Type.Optional(Id), given }
const changed = { ...content, owner: orNull(text(100)) }

/** Contracts at the desk (S6.4): drafted, signed, renewed, given notice of, ended. */
export function contractRoutes({ server, running, ports }: ChainDesk) {
  const { db } = running
  const shown = async (request: object, id: string) =>
    found(await look(db, occasionOf(request), (view) => contractOf(view, inForce(running), id)))

  server.get(
    '/contracts/:id',
    { config: desks, schema: { summary: 'A contract, its term and what comes next', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.post(
    '/contracts',
    { config: desks, schema: { summary: 'Begin a contract', body: Type.Object(entered, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, entered)
      const { company, person, order, values, ...wish } = request.body
      const id = await perform(db, occasionOf(request), async (act) => {
        const begun = { ...wish, orderId: order, ...partyOf({ company, person }) }
        const made = await enterContract(act, inForce(running), begun)
        return sayOfNew(act, inForce(running), { subject: 'contract', values, made })
      })
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.patch(
    '/contracts/:id',
    {
      config: desks,
      schema: { summary: 'Change a contract before it is signed', params: One, body: Type.Object(changed, open) },
    },
    async (request) => {
      refuseOtherParts(request.body, changed)
      const change = { ...request.body, id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, occasionOf(request), (act) => changeContract(act, inForce(running), change))
      return shown(request, change.id)
    },
  )
  server.delete(
    '/contracts/:id',
    { config: desks, schema: { summary: 'Throw a contract that was never signed into the bin', params: One } },
    async (request, reply) => {
      await perform(db, occasionOf(request), (act) => discardContract(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
  server.post(
    '/contracts/:id/relationship-end',
    {
      config: desks,
      schema: { summary: 'End the relationship that an ended contract left with nothing open', params: One },
    },
    async (request, reply) => {
      await perform(db, occasionOf(request), (act) => endWithContract(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
  server.post(
    '/contracts/:id/billed-until',
    {
      config: desks,
      schema: {
        summary: 'Say until which day a contract was billed elsewhere',
        params: One,
        body: Type.Object({ day: Type.Union([text(10), Type.Null()]) }, closed),
      },
    },
    async (request, reply) => {
      const said = { id: request.params.id, until: request.body.day }
      await perform(db, occasionOf(request), (act) => sayBilledElsewhere(act, inForce(running), said))
      return reply.status(204).send()
    },
  )
  server.post(
    '/contracts/:id/state',
    {
      config: desks,
      schema: {
        summary: 'Sign a contract, give or withdraw notice, renew it, end it',
        params: One,
        body: Type.Object({ event: Type.Enum([...contractEvents]), on: Day, endsOn: Day, reason: maybe(5000) }, closed),
      },
    },
    async (request, reply) => {
      const move = { id: request.params.id, ...request.body, revision: revisionRead(request) }
      const freed = await perform(db, occasionOf(request), (act) => moveContract(act, inForce(running), move))
      if (freed) await ports.released?.(occasionOf(request), freed)
      return reply.status(204).send()
    },
  )
}
