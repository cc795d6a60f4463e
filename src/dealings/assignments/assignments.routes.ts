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
  Id,
  maybe,
  One,
  occasionOf,
  open,
  owned,
  party,
  partyOf,
  said,
  text,
} from '../chain-schema.routes.ts'
import { assignmentEvents } from './assignment.ts'
import { assignmentOf } from './assignments.view.ts'
import { changeAssignment } from './change-assignment.ts'
import { addToContactList, takeOffContactList } from './change-contact-list.ts'
import { moveAssignment } from './move-assignment.ts'
import { openAssignment } from './open-assignment.ts'

const opened = {
  ...{
    ...party,
    ...said,
    ...added,
    title: text(1000),
    text: maybe(20_000),
    startsOn: Day,
    endsOn: Day,
    owner: maybe(100),
  },
  ...{ contract: Type.Optional(Id), order: Type.Optional(Id) },
}
const listed = { staff: maybe(100), person: Type.Optional(Id), task: maybe(1000) }

/** Assignments and their contact lists at the desk. */
export function assignmentRoutes({ server, running, ports }: ChainDesk) {
  const { db } = running
  const shown = async (request: object, id: string) =>
    found(await look(db, occasionOf(request), (view) => assignmentOf(view, inForce(running), id)))

  server.get(
    '/assignments/:id',
    { config: desks, schema: { summary: 'An assignment and its contact list', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.post(
    '/assignments',
    { config: desks, schema: { summary: 'Open an assignment', body: Type.Object(opened, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, opened)
      const { company, person, order, contract, values, ...wish } = request.body
      const from = { orderId: order, contractId: contract }
      const id = await perform(db, occasionOf(request), async (act) => {
        const made = await openAssignment(act, inForce(running), { ...wish, ...from, ...partyOf({ company, person }) })
        return sayOfNew(act, inForce(running), { subject: 'assignment', values, made })
      })
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.patch(
    '/assignments/:id',
    { config: desks, schema: { summary: 'Change who looks after an assignment', params: One, body: owned } },
    async (request) => {
      const change = { ...request.body, id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, occasionOf(request), (act) => changeAssignment(act, inForce(running), change))
      return shown(request, change.id)
    },
  )
  server.post(
    '/assignments/:id/contacts',
    {
      config: desks,
      schema: { summary: 'Put somebody on the contact list', params: One, body: Type.Object(listed, closed) },
    },
    async (request, reply) => {
      const wish = { ...request.body, assignmentId: request.params.id }
      await perform(db, occasionOf(request), (act) => addToContactList(act, inForce(running), wish))
      return reply.status(201).send(await shown(request, wish.assignmentId))
    },
  )
  server.delete(
    '/assignments/:id/contacts/:contact',
    {
      config: desks,
      schema: { summary: 'Take somebody off the contact list', params: Type.Object({ id: Id, contact: Id }) },
    },
    async (request, reply) => {
      const { id: assignmentId, contact: id } = request.params
      await perform(db, occasionOf(request), (act) => takeOffContactList(act, inForce(running), { assignmentId, id }))
      return reply.status(204).send()
    },
  )
  server.post(
    '/assignments/:id/state',
    {
      config: desks,
      schema: {
        summary: 'Complete or cancel an assignment, or open it again',
        params: One,
        body: Type.Object({ event: Type.Enum([...assignmentEvents]), outcome: maybe(10_000) }, closed),
      },
    },
    async (request, reply) => {
      const move = { id: request.params.id, ...request.body }
      const freed = await perform(db, occasionOf(request), (act) => moveAssignment(act, inForce(running), move))
      if (freed) await ports.released?.(occasionOf(request), freed)
      return reply.status(204).send()
    },
  )
}
