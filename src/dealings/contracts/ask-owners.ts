import { sql } from 'kysely'
import { type LedgerTables, perform } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { inForce } from '#register'
import type { Running } from '#statement'
import { addTask, whoWrites } from '#work'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { askedFrom, lastDayOfNotice } from './contract.ts'

interface Due {
  id: string
  owner: string | null
  keeper: string | null
  organisation_id: string | null
  person_id: string | null
  group_company: string
  ends_on: Day
  notice_months: number
}

/**
 * Gives whoever looks after a contract whose end comes near, or else after the relationship, a task to decide what comes next, a month before notice must be given and once for
 * each end. The task is given under the owner's own duty, as it is now. Answers how many were asked.
 */
export async function askOwners<T extends DealingsReach & LedgerTables>(register: Running<T>): Promise<number> {
  const running = register as unknown as Running<DealingsReach & LedgerTables> // its tables are among T's
  const today = dayInHelsinki(running.now())
  const near = await rowsOf<Due>(
    { db: running.db.as('worker') },
    sql`select id, owner, seloste.keeper_of_contract(id) as keeper,
        organisation_id, person_id, group_company, ends_on, notice_months from register.contract
      where state = 'active' and (person_id is null or not seloste.is_restricted(person_id)) and ends_on >= ${today}::date and asked_for is distinct from ends_on
        and ends_on <= (${today}::date + make_interval(months => notice_months, days => 31))::date limit 1000`,
  )
  let asked = 0
  for (const due of near) {
    const from = askedFrom({ endsOn: due.ends_on, noticeMonths: due.notice_months })
    if (!from || from > today) continue
    const owner =
      (due.owner && (await whoWrites(running as never, due.owner, writes))) ||
      (due.keeper && (await whoWrites(running as never, due.keeper, writes)))
    if (!owner) continue
    await perform(running.db, owner.occasion, async (act) => {
      await addTask(act as unknown as Parameters<typeof addTask>[0], inForce(running), {
        title: titles[owner.staff.language],
        dueOn: lastDayOfNotice({ endsOn: due.ends_on, noticeMonths: due.notice_months }),
        ...(due.organisation_id ? { organisationId: due.organisation_id } : { personId: due.person_id ?? '' }),
        ...{ subject: { kind: 'contract', id: due.id }, groupCompany: due.group_company },
      })
      await rowsOf(act, sql`update register.contract set asked_for = ends_on where id = ${due.id}::uuid`)
      await act.record({ what: 'contract.asked', about: due.id })
    })
    asked += 1
  }
  return asked
}

const writes = ['com.contracts', 'com.activities']

const titles: Record<Language, string> = {
  fi: 'Sopimus päättyy tai jatkuu pian: päätä, mitä tehdään',
  sv: 'Avtalet upphör eller förlängs snart: bestäm vad som görs',
  en: 'The contract ends or renews soon: decide what comes next',
}
