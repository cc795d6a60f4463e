import { look, perform } from '#ledger'
import type { MailOut } from '#platform/mail'
import type { Published } from '#statement'
import { askIdentity } from './identify-requester.ts'
import { factsOf } from './letters/facts.ts'
import { composeLetter } from './letters/letter.ts'
import { byItself, postLetters, type RightsRegister } from './letters/post-letters.ts'
import { sendLetter } from './letters/send-letter.ts'
import { lockedRequest, type RequestRow } from './move-request.ts'
import { isImmediate } from './request.ts'
import { settleRequests } from './settle-requests.ts'
import type { LetterKind } from './tables.ts'

/** Every minute: receipts, the one question to a form's sender, answers to what was done at once, and the mail itself. */
export async function tendRequests(running: RightsRegister, mail: MailOut, publicUrl: string) {
  const published = running.current()
  if (!published) return
  for (const id of await untended(running)) await tend(running, published, id)
  await postLetters(running, mail, publicUrl)
  await settleRequests(running, byItself(running, 'rights'))
}

async function tend(running: RightsRegister, published: Published, id: string) {
  await perform(running.db, byItself(running), async (act) => {
    const held = await lockedRequest(act, { id })
    const kind = letterFor(held)
    const asked =
      kind === 'identity-question' ? await askIdentity(act, { id, doubt: held.doubt_reason ?? 'unknown-sender' }) : held
    const letter = kind && composeLetter(published.statement, factsOf(asked, kind))
    if (kind && letter) await sendLetter(act, published.statement, { requestId: id, kind, ...letter })
    else await act.record({ what: 'request.left-to-the-desk', about: id })
  })
}

// Art. 12(6): an address typed into a form may be anybody's, so the form's sender is asked, once and at once.
function letterFor(held: RequestRow): LetterKind | null {
  if (isImmediate(held.kind) && held.state === 'executing') return 'reply'
  if (held.state !== 'received' && held.state !== 'assessing') return null
  const isToProve = held.received_via === 'form' && held.identity === 'open' && held.capacity === 'self'
  return isToProve ? 'identity-question' : 'receipt'
}

async function untended(running: RightsRegister): Promise<string[]> {
  return look(running.db, byItself(running), async (view) => {
    const rows = await view.db
      .selectFrom('register.rights_request as request')
      .select(['request.id', 'request.person_id as personId'])
      .where('request.reply_way', 'in', ['email', 'my-page'])
      .where((eb) =>
        eb.or([
          eb('request.state', 'in', ['received', 'assessing']).and('request.kind', 'not in', [
            'objection-to-marketing',
            'withdrawal-of-consent',
          ]),
          eb('request.state', '=', 'executing').and('request.kind', 'in', [
            'objection-to-marketing',
            'withdrawal-of-consent',
          ]),
        ]),
      )
      .where((eb) =>
        eb.not(
          eb.exists(eb.selectFrom('register.rights_letter').select('id').whereRef('request_id', '=', 'request.id')),
        ),
      )
      .orderBy('request.received_at')
      .limit(100)
      .execute()
    view.saw(
      rows.flatMap(({ personId }) => personId ?? []),
      rows.length > 0 ? ['sys.cases'] : [],
    )
    return rows.map(({ id }) => id)
  })
}
