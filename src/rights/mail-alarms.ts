import { look, perform } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { MailOut } from '#platform/mail'
import { referenceOf } from '#website'
import { byItself, type RightsRegister } from './letters/post-letters.ts'
import { lockedRequest } from './move-request.ts'
import { type Alarm, alarmOf, rankOf } from './next-step.ts'

// C2: at half the time, at four fifths, three days before, on the day and past it. Each once, by reference, with no name.
/** Mails the privacy contact which requests have come nearer to their due day. Answers how many. */
export async function mailAlarms(running: RightsRegister, mail: MailOut, publicUrl: string): Promise<number> {
  const published = running.current()
  const to = published?.statement.contact?.email?.address ?? published?.statement.controller.email?.address
  if (!published || !to) return 0
  const nearer = await nearerRequests(running)
  if (nearer.length === 0) return 0
  const lines = nearer.map(
    ({ id, alarm, due_on }) => `${said[alarm]}: ${referenceOf(id)} (${due_on}) ${publicUrl}/desk/requests/${id}`,
  )
  const day = dayInHelsinki(running.now())
  const from = published.statement.controller.email?.address ?? to
  await mail.send({
    from,
    to,
    subject: `Tietosuojapyyntöjen määräpäivät ${day}`,
    text: lines.join('\n'),
    language: 'fi',
    id: `alarms-${day}-${nearer.length}`,
  })
  for (const { id, alarm } of nearer) {
    await perform(running.db, byItself(running), async (act) => {
      await lockedRequest(act, { id })
      await act.db
        .updateTable('register.rights_request')
        .set({ alarmed: rankOf(alarm) })
        .where('id', '=', id)
        .execute()
      await act.record({ what: 'request.alarmed', about: id, detail: { alarm } })
    })
  }
  return nearer.length
}

const said: Record<Alarm, string> = {
  none: '',
  half: 'Puolet ajasta kulunut / halva tiden har gått / half the time is gone',
  most: 'Aika vähissä / ont om tid / little time left',
  'three-days': 'Enintään kolme päivää / högst tre dagar / three days at most',
  due: 'Määräpäivä tänään / förfaller i dag / due today',
  overdue: 'Myöhässä / försenad / overdue',
}

async function nearerRequests(running: RightsRegister) {
  return look(running.db, byItself(running), async (view) => {
    const rows = await view.db
      .selectFrom('register.rights_request')
      .select(['id', 'state', 'due_on', 'asked_on', 'received_at', 'alarmed'])
      .where('state', 'not in', ['closed', 'withdrawn-by-requester', 'replied', 'propagating'])
      .orderBy('due_on')
      .execute()
    view.saw([], [])
    const today = dayInHelsinki(view.at)
    return rows
      .map((row) => ({ ...row, alarm: alarmOf({ ...row, received_on: dayInHelsinki(row.received_at) }, today) }))
      .filter(({ alarm, alarmed }) => rankOf(alarm) > alarmed)
  })
}
