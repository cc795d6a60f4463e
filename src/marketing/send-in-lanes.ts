import { type LedgerTables, look } from '#ledger'
import type { Pools } from '#platform/pools'
import type { SmtpLine } from '#platform/smtp-line'
import { messagesDue } from './messages-due.view.ts'
import { sendGroup } from './send-group.ts'
import type { Due, Run } from './sending.ts'
import type { MarketingTables } from './tables.ts'

type Tables = LedgerTables & MarketingTables

const page = 200

/** Sends all that is due over a few lines at once. Answers whether it came through: a line that breaks ends its lane. */
export async function sendInLanes(db: Pools<Tables>, run: Run): Promise<boolean> {
  const next = groupsDue(db, run)
  const pace = paceOf(run.sending.rate)
  const lane = async () => {
    let line: SmtpLine | null = null
    try {
      for (let group = await next(); group; group = await next()) {
        line ??= await run.sending.line().catch(() => null)
        if (!line) return false
        await pace(group.length)
        if (!(await sendGroup(db, run, line, group))) return false
      }
      return true
    } finally {
      line?.close()
    }
  }

  // All lanes come to rest before the campaign's lock is given up, also where one of them failed.
  const lanes = await Promise.allSettled(Array.from({ length: run.sending.lanes ?? 4 }, lane))
  const failed = lanes.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return lanes.every((one) => one.status === 'fulfilled' && one.value)
}

// The next few messages for whichever lane asks: read page by page, each page once.
function groupsDue(db: Pools<Tables>, { campaignId, sending, occasion }: Run) {
  let after: string | null = null
  let waiting: Due[] = []
  let turn: Promise<Due[] | null> = Promise.resolve(null)
  const take = async () => {
    if (waiting.length === 0) {
      const wish = { campaignId, after, limit: page, key: sending.key }
      waiting = await look(db, occasion(), (view) => messagesDue(view, wish))
      after = waiting.at(-1)?.id ?? after
    }
    const group = waiting.splice(0, sending.group ?? 4)
    return group.length > 0 ? group : null
  }
  return () => {
    turn = turn.then(take)
    return turn
  }
}

function paceOf(rate: number | null) {
  let free = 0
  return async (count: number) => {
    if (!rate) return
    const begin = Math.max(free, performance.now())
    free = begin + (count * 1000) / rate
    const wait = begin - performance.now()
    if (wait > 0) await new Promise((passed) => setTimeout(passed, wait))
  }
}
