import { Type } from 'typebox'
import { look, perform } from '#ledger'
import {
  asked,
  Body,
  type Desk,
  desks,
  Id,
  Languages,
  refuseOtherParts,
  SaidSource,
  Text,
  Values,
} from '../asked-by.routes.ts'
import { inForce } from '../in-force.ts'
import { alreadyHeld } from './already-held.view.ts'
import { captureContact } from './capture-contact.ts'
import { readSignature } from './signature.ts'

const captured = {
  ...SaidSource,
  ...{ company: Type.Optional(Id), companyValues: Type.Optional(Values), personValues: Type.Optional(Values) },
  groupCompany: Type.Optional(Text(100)),
  noticeGiven: Type.Optional(
    Type.Object({ way: Type.Union([Type.Literal('print'), Type.Literal('phone')]), language: Languages }),
  ),
  nextStep: Type.Optional(
    Type.Object({ title: Text(1000), dueOn: Type.Optional(Type.Union([Text(10), Type.Null()])) }),
  ),
}

/** Taking in whom one has met: from a pasted signature, a business card, a fair. */
export function captureRoutes({ server, running, ports }: Desk) {
  const { db } = running

  server.post(
    '/captures/reading',
    {
      config: desks,
      schema: {
        summary: 'Read a pasted mail signature; nothing of it is kept',
        body: Type.Object({ text: Text(50_000) }, { additionalProperties: false }),
      },
    },
    async (request) => {
      const read = readSignature(request.body.text)
      const held = await look(db, asked(request).occasion, (view) => alreadyHeld(view, inForce(running), read))
      return { ...read, held }
    },
  )

  server.post(
    '/captures',
    {
      config: desks,
      schema: { summary: 'Take in a company, a person there and the next step at once', body: Body(captured) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, captured)
      const taken = await perform(db, asked(request).occasion, (act) =>
        captureContact(act, inForce(running), request.body, ports.nextStep),
      )
      return reply.status(201).send(taken)
    },
  )
}
