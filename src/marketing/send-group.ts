import { type Kysely, sql } from 'kysely'
import { unsubscribeToken } from '#choices'
import { type LedgerTables, perform } from '#ledger'
import { newId } from '#platform/new-id'
import type { Pools } from '#platform/pools'
import type { Passed, SmtpLine } from '#platform/smtp-line'
import { noteDisclosure } from '#recipients'
import { fence, isAboutUs, settle } from './outbox-rows.ts'
import { rowsOf } from './rows.ts'
import type { Due, Outgoing, Run } from './sending.ts'
import type { MarketingTables } from './tables.ts'

type Tables = LedgerTables & MarketingTables
interface Refused {
  id: string
  code: string
  clause: string
}

/** Sends a few messages over one line: made, fenced with the gate's last word, handed over, settled. Answers whether the line still stands. */
export async function sendGroup(db: Pools<Tables>, run: Run, line: SmtpLine, group: readonly Due[]): Promise<boolean> {
  const { campaignId, sending } = run
  const outbox = db.as('direct_marketing') as unknown as Kysely<MarketingTables>
  const letters = new Map<string, Outgoing>()
  const unmade: Refused[] = []
  for (const due of group) {
    if (!due.person) continue
    const { digest } = due.person
    const token = unsubscribeToken(sending.key, {
      digest,
      channel: 'email',
      campaign: campaignId,
      person: due.personId,
    })
    const made = run.make(due, due.person, token)
    if ('raw' in made) letters.set(due.id, made)
    else unmade.push({ id: due.id, ...made })
  }

  const askable = group.filter(({ id }) => !unmade.some((one) => one.id === id))
  const { fenced, refused } = await fence(outbox, campaignId, askable, run.occasion().at)
  await skip(db, run, [...refused, ...unmade])

  const going = askable.filter(({ id }) => letters.has(id) && fenced.has(id))
  await noteHandedOver(db, run, going)
  const ended: { id: string; passed: Passed }[] = []
  for (const { id } of going) ended.push({ id, passed: await line.send(letters.get(id) as Outgoing) })
  await settle(outbox, ended, run.occasion().at)
  for (const { id, passed } of ended) {
    if (passed.how !== 'refused' || isAboutUs(passed.at, passed.reply)) continue
    await noteUndeliverable(db, run, group.find((due) => due.id === id) as Due, passed.reply)
  }
  return ended.every(({ passed }) => passed.how !== 'not-begun' && passed.how !== 'unsure')
}

// Art. 15(1)(c) GDPR, S8.1: noted before the first byte leaves, so that a kill hides nobody whose address the relay may have.
async function noteHandedOver(db: Pools<Tables>, { through, occasion }: Run, going: readonly Due[]) {
  const people = going.flatMap(({ personId }) => personId ?? [])
  if (!through || people.length === 0) return
  await perform(db, occasion(), async (act) => {
    const { processor, tool: transferTool } = through
    const said = { fields: ['person.email', 'person.name'], purpose: act.purpose, ground: 'eu-gdpr:A28' }
    await noteDisclosure(act as never, { processor, people, transferTool, ...said })
  })
}

// Nobody is skipped silently: the row says why, and the ledger that it was so at the moment of sending (AS-23).
export async function skip(
  db: Pools<Tables>,
  { campaignId, occasion }: Pick<Run, 'campaignId' | 'occasion'>,
  refused: readonly Refused[],
) {
  if (refused.length === 0) return
  await perform(db, occasion(), async (act) => {
    for (const { id, code, clause } of refused) {
      const said = choices.has(code) ? 'SUPPRESSED_AT_SEND' : code
      const rows = await rowsOf<{ id: string }>(
        act.db,
        sql<{ id: string }>`
          update register.campaign_recipient set state = 'skipped', code = ${said}, clause = ${clause}, ground = null, settled_at = ${act.at}
          where id = ${id} and state = 'queued' returning id`,
      )
      const detail = { code: said, because: code, clause, campaign: campaignId }
      await act.record({ what: rows.length > 0 ? 'message.not-sent' : 'message.already-settled', about: id, detail })
    }
  })
}

// What the person or their organisation has said themselves, since the campaign was queued.
const choices = new Set(['OBJECTED', 'SUPPRESSED', 'ORGANISATION_REFUSED', 'TOPIC_NOT_WANTED'])

// S12.6: the address is not used again until somebody has settled it; the open row is the task.
async function noteUndeliverable(db: Pools<Tables>, { occasion }: Run, { personId, person }: Due, reply: string) {
  if (!personId || !person) return
  await perform(db, occasion(), async (act) => {
    await rowsOf(
      act.db,
      sql`insert into register.undeliverable (id, person_id, channel, value_id, reason, reply_code, noted_at, noted_by)
        select ${newId(act.at.getTime())}, id, 'email', ${person.addressId}, 'refused-by-server', ${reply}, ${act.at}, ${act.by}
        from register.person where id = ${personId} on conflict do nothing`,
    )
    await act.record({ what: 'address.undeliverable', about: personId, detail: { channel: 'email', reply } })
  })
}
