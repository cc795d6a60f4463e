import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { InForce } from '#register'
import { type Judging, judged } from './judged.view.ts'
import { seesField } from './may-write.ts'
import type { MarketingReach } from './reach.ts'
import { rowsOf } from './rows.ts'

const examples = 3

/** How many an audience means, how many of them may be told and on which ground, and why the others may not, with examples. */
export async function audienceNow(look: Look<MarketingReach>, inForce: InForce, judging: Judging) {
  const all = await judged(look, inForce, judging)
  const allowed = all.filter((one) => one.allowed)
  const refused = Map.groupBy(
    all.filter((one) => !one.allowed),
    ({ code }) => code ?? '',
  )
  const shown = [...refused.values()].flatMap((some) => some.slice(0, examples).map(({ id }) => id))
  const names = seesField(inForce, look, 'person.name') ? await namesOf(look, shown) : new Map<string, string>()
  look.saw(shown, names.size > 0 ? ['person.name'] : [])
  return {
    meant: all.length,
    allowed: allowed.length,
    byGround: Object.fromEntries(
      [...Map.groupBy(allowed, ({ ground }) => ground ?? '')].map(([ground, some]) => [ground, some.length]),
    ),
    refused: [...refused]
      .map(([code, some]) => ({
        code,
        clause: some[0]?.clause ?? null,
        count: some.length,
        examples: some.slice(0, examples).map(({ id }) => ({ id, name: names.get(id) ?? null })),
      }))
      .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code)),
  }
}

async function namesOf({ db }: Look<MarketingReach>, ids: readonly string[]) {
  const rows = await rowsOf<{ id: string; name: string }>(
    db,
    sql<{ id: string; name: string }>`
      select id, btrim(given_name || ' ' || family_name) as name from register.person where id = any(${ids}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
