import { type Kysely, sql } from 'kysely'
import { choicesKeyIn, completeSuppressions } from '#choices'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { noteDisclosure, refuseUnlessTo } from '#recipients'
import type { InForce } from '#register'
import type { Running } from '#statement'
import type { Content } from '../content.ts'
import { refuseUnlessWrites } from '../may-write.ts'
import { fence } from '../outbox-rows.ts'
import { rowsOf } from '../rows.ts'
import { skip } from '../send-group.ts'
import type { MarketingTables } from '../tables.ts'
import type { Letter } from './letter.ts'
import { type LetterDue, lettersDue } from './letters-due.view.ts'
import { writeLetter } from './write-letter.ts'

type Tables = LedgerTables & MarketingTables
type Campaign = { name: string; content: Content; group_company: string }

export interface PrintWish {
  campaignId: string
  publicUrl: string
  /** The printing house, a processor of the statement; null where the letters are printed in house. */
  processor: string | null
  sides: 1 | 2
}

/** What of a letter a printing house learns. */
const fields = ['org.addresses', 'org.name', 'person.name']

/**
 * Fences the letters of a campaign with the gate's last word and answers them, ready to be printed. Printed again, it begins
 * anew: nothing of an earlier run was posted, and whoever has objected since falls out.
 */
export async function printLetters<T extends Tables>(
  register: Running<T>,
  { occasion, inForce }: { occasion: Occasion; inForce: InForce },
  wish: PrintWish,
): Promise<{ title: string; letters: Letter[] }> {
  const running = register as unknown as Running<Tables>
  const published = running.current()
  if (!published) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
  const { processor } = wish
  const to = processor ? await refuseUnlessTo(running, { processor, fields }) : null
  const { run, campaign } = await begun(running, occasion, inForce, wish)

  const fenced = await fenceAll(running, wish.campaignId)
  const head = { published, publicUrl: wish.publicUrl, key: choicesKeyIn(running), at: running.now() }
  const letters = fenced.flatMap((due) => writeLetter(head, campaign, due) ?? [])
  await perform(running.db, occasion, async (act) => {
    await act.db.updateTable('register.print_run').set({ letters: letters.length }).where('id', '=', run).execute()
    if (processor && letters.length > 0)
      await noteDisclosure(act as never, {
        ...{ processor, people: fenced.flatMap(({ personId }) => personId ?? []), fields },
        ...{ purpose: occasion.purpose, ground: 'eu-gdpr:A28', transferTool: to?.tool ?? null },
      })
    await act.record({
      what: 'letters.printed',
      about: wish.campaignId,
      detail: { letters: letters.length, processor },
    })
  })
  // In the order of their codes, so that one that must come out is found in the pile.
  return { title: campaign.name, letters: letters.sort((a, b) => (a.code < b.code ? -1 : 1)) }
}

async function begun({ db }: Running<Tables>, occasion: Occasion, inForce: InForce, wish: PrintWish) {
  return perform(db, occasion, async (act) => {
    refuseUnlessWrites(inForce, act)
    const id = wish.campaignId
    const campaign = await act.db
      .selectFrom('register.campaign')
      .select(['name', 'channel', 'state', 'content', 'group_company'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!campaign) throw new Refusal('NOT_FOUND', 404)
    if (campaign.channel !== 'post') throw new Refusal('CAMPAIGN_NOT_BY_POST', 409)
    if (campaign.state !== 'queued' && campaign.state !== 'sending')
      throw new Refusal('CAMPAIGN_STATE', 409, { state: campaign.state })
    await act.db
      .updateTable('register.campaign')
      .set({ state: 'sending', changed_at: act.at })
      .where('id', '=', id)
      .execute()
    await rowsOf(
      act.db,
      sql`update register.campaign_recipient set state = 'queued', fenced_at = null where campaign_id = ${id} and state = 'sending'`,
    )
    const run = newId(act.at.getTime())
    const made = { id: run, campaign_id: id, made_at: act.at, made_by: act.by, posted_on: null, posted_by: null }
    await act.db
      .insertInto('register.print_run')
      .values({ ...made, processor: wish.processor, sides: wish.sides })
      .execute()
    await act.record({ what: 'letters.begun', about: id, detail: { run } })
    return { run, campaign: campaign as Campaign }
  })
}

/** The occasion of the campaign itself: its login sees its own recipients whom the gate allows, and nobody else. */
export function campaignOccasion(running: Pick<Running<unknown>, 'now' | 'current'>, campaignId: string): Occasion {
  return {
    ...{ by: `campaign-${campaignId}`, duty: 'direct_marketing', purpose: 'direct-marketing', reach: 'own' },
    ...{ at: running.now(), under: String(running.current()?.version ?? 0) },
  }
}

async function fenceAll(running: Running<Tables>, campaignId: string): Promise<LetterDue[]> {
  const { db } = running
  const occasion = () => campaignOccasion(running, campaignId)
  const outbox = db.as('direct_marketing') as unknown as Kysely<MarketingTables>
  const taken: LetterDue[] = []
  const key = choicesKeyIn(running)
  await completeSuppressions(running as never)
  for (let after: string | null = null; ; ) {
    const wish = { campaignId, state: 'queued' as const, after, limit: 500, key }
    const page: LetterDue[] = await look(db, occasion(), (view) => lettersDue(view, wish))
    if (page.length === 0) return taken
    const { fenced, refused } = await fence(outbox, campaignId, page, occasion().at)
    await skip(db, { campaignId, occasion }, refused)
    taken.push(...page.filter(({ id }) => fenced.has(id)))
    after = page.at(-1)?.id ?? null
  }
}
