import { sql } from 'kysely'
import { type LedgerTables, perform } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { inForce } from '#register'
import type { Running } from '#statement'
import { addTask, whoWrites } from '#work'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

interface Ended {
  id: string
  owner: string | null
  keeper: string | null
  organisation_id: string | null
  person_id: string | null
  group_company: string
}

/**
 * C1: a contract has ended and nothing is open with its party: whoever looks after the contract, or else the relationship, gets a task to end
 * the relationship, once for each contract. Nothing ends by itself; what is never answered goes dormant. Answers how many were asked.
 */
export async function proposeEndings<T extends DealingsReach & LedgerTables>(register: Running<T>): Promise<number> {
  const running = register as unknown as Running<DealingsReach & LedgerTables> // its tables are among T's
  const today = dayInHelsinki(running.now())
  const ended = await rowsOf<Ended>(
    { db: running.db.as('worker') },
    sql`select held.id, held.owner, tie.owner as keeper, held.organisation_id, held.person_id, held.group_company
      from register.contract held, lateral seloste.relationship_to_end(held.id) tie
      where held.state = 'ended' and held.end_proposed_on is null and held.ended_on > ${today}::date - interval '2 years'
        and (held.person_id is null or not seloste.is_restricted(held.person_id))
      order by held.ended_on desc limit 1000`,
  )
  let asked = 0
  for (const { id, owner, keeper, organisation_id, person_id, group_company } of ended) {
    const who =
      (owner && (await whoWrites(running as never, owner, writes))) ||
      (keeper && (await whoWrites(running as never, keeper, writes)))
    if (!who) continue
    await perform(running.db, who.occasion, async (act) => {
      await addTask(act as unknown as Parameters<typeof addTask>[0], inForce(running), {
        ...{
          title: titles[who.staff.language],
          dueOn: today,
          subject: { kind: 'contract', id },
          groupCompany: group_company,
        },
        ...(organisation_id ? { organisationId: organisation_id } : { personId: person_id ?? '' }),
      })
      await rowsOf(act, sql`update register.contract set end_proposed_on = ${today}::date where id = ${id}::uuid`)
      await act.record({ what: 'contract.end-proposed', about: id })
    })
    asked += 1
  }
  return asked
}

const writes = ['com.contracts', 'com.activities']

const titles: Record<Language, string> = {
  fi: 'Sopimus päättyi, eikä mitään ole auki: päätä asiakassuhde tai jatka sitä',
  sv: 'Avtalet har upphört och inget är öppet: avsluta kundrelationen eller fortsätt den',
  en: 'The contract has ended and nothing is open: end the relationship, or go on with it',
}
