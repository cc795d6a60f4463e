import { type LedgerTables, perform } from '#ledger'
import type { Letter, MailOut } from '#platform/mail'
import type { Running } from '#statement'
import type { Destination, DestinationVerdict } from './destination.ts'
import { type Allowed, mayGoTo, refuseUnlessTo } from './may-go-to.ts'
import { noteDisclosure } from './note-disclosure.ts'
import type { RecipientTables } from './tables.ts'

/** Who carries the mail: the processor that `MAIL_PROCESSOR` names (`own`: a server of the controller's own), and its host. */
export interface Relay {
  processor: string | null
  host: string | null
}

/** S9.6: every letter asks before it goes. A refused one throws, so that its job stays in the queue and nothing is lost. */
export function mailThrough<T>(register: Running<T>, out: MailOut, relay: Relay): MailOut {
  return {
    close: () => out.close(),
    send: async (letter) => {
      const to = await refuseUnlessTo(register, destinationOf(relay))
      await out.send(letter)
      // Whoever runs the servers has the whole register: a letter that passes through tells them nothing more.
      if (letter.regarding && to.kind === 'processor' && to.to !== 'hosting') await note(register, letter, to)
    },
  }
}

/** Whether mail may go out as things stand, for the desk to say so. Null where no mail server is named at all. */
export async function verdictOnRelay<T>(register: Running<T>, relay: Relay): Promise<DestinationVerdict | null> {
  return relay.host === null ? null : mayGoTo(register, destinationOf(relay))
}

function destinationOf({ processor, host }: Relay): Destination {
  return { ...(processor ? { processor } : {}), ...(host ? { host } : {}) }
}

// Art. 15(1)(c) GDPR: a relay learns an address and what is written to it.
async function note<T>(register: Running<T>, { regarding }: Letter, to: Allowed) {
  const { db } = register as unknown as Running<RecipientTables & LedgerTables>
  const version = register.current()?.version ?? 0
  const occasion = { by: 'messenger', duty: 'messenger', purpose: 'customer-communication', at: register.now() }
  await perform(db, { ...occasion, under: String(version) }, (act) =>
    noteDisclosure(act, {
      ...{ processor: to.to, people: [regarding ?? ''], fields: ['person.email', 'person.name'] },
      ...{ purpose: 'customer-communication', ground: 'eu-gdpr:A28', transferTool: to.tool },
    }),
  )
}
