import { choicesKeyIn } from '#choices'
import { type Act, look, type Occasion, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce, moveEnquiry, waitAtEnquiry } from '#register'
import type { Running } from '#statement'
import type { RightsDatabase } from './desk.routes.ts'
import { receiveRequest } from './receive-request.ts'
import type { RequestKind, RequestWay } from './request.ts'

const viaOf: Record<string, RequestWay> = {
  'web-form': 'form',
  email: 'mail',
  phone: 'phone',
  meeting: 'in-person',
  letter: 'letter',
  other: 'mail',
}

// S3.2: routed in one action, never bounced; the day of the first receipt stays, whoever had it on their desk meanwhile.
/** Hands an enquiry that is a request to the privacy desk, by whoever has it; the enquiry is closed with it. */
export async function forwardEnquiry(
  running: Running<RightsDatabase>,
  occasion: Occasion,
  { id, kind }: { id: string; kind: RequestKind },
) {
  const found = await look(running.db, occasion, async (view) => {
    const row = await view.db
      .selectFrom('register.enquiry')
      .select(['person_id', 'message', 'language', 'channel', 'received_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    view.saw(row?.person_id ? [row.person_id] : [], ['com.enquiries'])
    if (!row) throw new Refusal('NOT_FOUND', 404)
    const mail = row.person_id
      ? await view.db
          .selectFrom('register.person_email')
          .select('address')
          .where('person_id', '=', row.person_id)
          .where('is_proven', '=', true)
          .orderBy('is_primary', 'desc')
          .executeTakeFirst()
      : undefined
    return { ...row, address: mail?.address ?? null }
  })
  const { received, isClosed } = await perform(
    running.db,
    { ...occasion, duty: 'intake', reach: 'all' },
    async (act) => {
      await waitAtEnquiry(act, id)
      await refuseTwice(act, id)
      const now = await act.db.selectFrom('register.enquiry').select('state').where('id', '=', id).executeTakeFirst()
      if (!now) throw new Refusal('NOT_FOUND', 404) // somebody has just put it into the bin
      const received = await receiveRequest(act, {
        ...{ kind, personId: found.person_id, text: found.message ?? '', language: found.language, enquiryId: id },
        via: viaOf[found.channel] === 'mail' ? 'form' : (viaOf[found.channel] ?? 'form'),
        receivedAt: found.received_at,
        address: found.address,
        key: choicesKeyIn(running),
      })
      return { received, isClosed: now.state === 'closed' }
    },
  )
  if (!isClosed)
    await perform(running.db, occasion, (act) => moveEnquiry(act, inForce(running), { id, event: 'closure' }))
  return received
}

async function refuseTwice(act: Act<RightsDatabase>, enquiryId: string) {
  const open = await act.db
    .selectFrom('register.rights_request')
    .select('id')
    .where('enquiry_id', '=', enquiryId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (open) throw new Refusal('ENQUIRY_HANDED_ON', 409, { clause: 'S3.2', request: open.id })
}
