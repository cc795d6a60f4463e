import { type Kysely, sql } from 'kysely'
import { choicesKeyIn } from '#choices'
import { type LedgerTables, type Look, look } from '#ledger'
import type { Running } from '#statement'
import type { MarketingReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { MarketingTables } from '../tables.ts'
import { letterCode } from './letter.ts'
import { type LetterDue, lettersDue } from './letters-due.view.ts'
import { campaignOccasion } from './print-letters.ts'

/** A printed letter that must come out of the pile: somebody has said no since it was printed. */
export interface TakenOut {
  id: string
  code: string
  because: string
  clause: string
}

/** The runs in which a campaign's letters were printed, the last one first. */
export async function runsOf(look: Look<MarketingReach>, campaignId: string) {
  look.saw([], [])
  return look.db
    .selectFrom('register.print_run')
    .select([
      'id',
      'made_at as madeAt',
      'processor',
      'sides',
      'letters',
      'taken_out as takenOut',
      'posted_on as postedOn',
    ])
    .where('campaign_id', '=', campaignId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}

/** The letters that lie printed, and which of them the gate refuses by now (S4.10: evaluated when they go). */
export async function lettersLying(
  running: Running<LedgerTables & MarketingTables>,
  campaignId: string,
): Promise<{ printed: number; takeOut: TakenOut[] }> {
  const { db } = running
  const occasion = campaignOccasion(running, campaignId)
  const key = choicesKeyIn(running)
  const takeOut: TakenOut[] = []
  let printed = 0
  for (let after: string | null = null; ; ) {
    const wish = { campaignId, state: 'sending' as const, after, limit: 500, key }
    const page: LetterDue[] = await look(db, occasion, (view) => lettersDue(view, wish))
    if (page.length === 0) return { printed, takeOut }
    printed += page.length
    takeOut.push(...(await refusedOf(db.as('direct_marketing') as never, campaignId, page)))
    after = page.at(-1)?.id ?? null
  }
}

async function refusedOf(db: Kysely<MarketingTables>, campaignId: string, page: readonly LetterDue[]) {
  const digests = page.map(({ person }) => person?.digest ?? Buffer.alloc(0))
  const rows = await rowsOf<Omit<TakenOut, 'code'>>(
    db,
    sql<Omit<TakenOut, 'code'>>`
      select asked.id, said.code as because, said.clause
      from unnest(${page.map(({ id }) => id)}::uuid[], ${page.map(({ personId }) => personId)}::uuid[], ${digests}::bytea[]) asked (id, person, digest),
        lateral seloste.gate(asked.person, (select seloste.wish_of(${campaignId}::uuid)), array[asked.digest], (select seloste.marketing_rules())) said
      where not said.allowed`,
  )
  return rows.map((row) => ({ ...row, code: letterCode(row.id) }))
}
