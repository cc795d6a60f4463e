import { type Act, type LedgerTables, type Look, look, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import type { RegisterTables } from '#register'
import type { Published, Running } from '#statement'
import type { ChoicesKey } from './choices-key.ts'
import { houseOf } from './frame.pages.ts'
import { giveConsent } from './give-consent.ts'
import { choicesKeyIn } from './key-of-register.ts'
import type { Unsubscribing } from './links.ts'
import { standsAgainst } from './objection.ts'
import type { ChoicesReach } from './reach.ts'
import { recordTopics } from './record-objection.ts'
import { seal, unseal } from './sealed.ts'
import { suppress } from './suppress.ts'
import { suppressAddresses } from './suppress-addresses.ts'
import type { ChoicesTables } from './tables.ts'
import { filled, wordings } from './unsubscribe.texts.ts'
import { unsubscribe } from './unsubscribe.ts'

type Tables = LedgerTables & RegisterTables & ChoicesTables

/** Stops what comes to the address of a link. Pressed again it changes nothing, and adds nothing to the ledger. */
export async function stopBy<T extends Tables>(
  running: Running<T>,
  said: Unsubscribing,
  via: 'one-click' | 'unsubscribe-link',
): Promise<{ personId: string | null }> {
  const held = await look(running.db, occasion(running, 'intake'), (view) => stoppedAlready(view as never, said))
  if (held.stopped) return { personId: held.personId }
  const { personId } = await perform(running.db, occasion(running, 'intake'), (act) =>
    unsubscribe(act as never, said, via),
  )
  if (personId) await suppressOthers(running, personId)
  return { personId }
}

/** What stands at the end of an unsubscribing for an hour: only who has just pressed it may take it back. */
export function undoStamp(key: ChoicesKey, personId: string, at: Date): string {
  return seal(key, 'undo', Buffer.from(JSON.stringify([personId, at.getTime() + 3_600_000])))
}

// C5: the person's own act, kept as a consent in the words beside the button.
/** Takes an unsubscribing back; false where the hour is over or the person is not there. */
export async function undoBy<T extends Tables>(
  running: Running<T>,
  said: Unsubscribing,
  { stamp, language, published }: { stamp: string; language: Language; published: Published },
): Promise<boolean> {
  const opened = unseal(choicesKeyIn(running), 'undo', stamp)
  const [personId, until] = opened ? (JSON.parse(opened.toString()) as [string, number]) : ['', 0]
  const purpose = marketingOf(published)
  if (!purpose || personId !== said.person || running.now().getTime() > until) return false
  const text = filled(wordings[said.channel][language], { house: houseOf(published) })
  await perform(running.db, occasion(running, 'rights'), (act) =>
    giveConsent(act as never, published.policy, {
      ...{ personId, purpose: purpose.id, channel: said.channel, via: 'unsubscribe-link', proof: 'link' },
      ...{ wording: { text, language }, digests: [said.digest] },
    }),
  )
  return true
}

/** Narrows to the topics that were ticked; for an address whose person is gone, the others go on the suppression list. */
export async function narrowBy<T extends Tables>(
  running: Running<T>,
  said: Unsubscribing,
  published: Published,
  body: Record<string, unknown>,
): Promise<string[]> {
  const purpose = marketingOf(published)
  const topics = (purpose?.topics ?? []).map(({ id }) => id)
  const wanted = topics.filter((topic) => body[`topic:${topic}`] === 'yes')
  const held = await look(running.db, occasion(running, 'intake'), (view) => stoppedAlready(view as never, said))
  const { personId } = held
  if (personId && purpose) {
    const choice = { personId, purpose: purpose.id, wanted, via: 'unsubscribe-link' as const, digest: said.digest }
    await recordTopics(running, occasion(running, 'rights'), published.policy, choice)
    return wanted
  }
  await perform(running.db, occasion(running, 'rights'), async (act) => {
    for (const topic of topics.filter((one) => !wanted.includes(one)))
      await suppress(act as never, {
        scope: 'topic',
        topic,
        channel: null,
        digests: [said.digest],
        via: 'unsubscribe-link',
      })
    if (wanted.length === topics.length)
      await act.record({ what: 'topics.chosen', detail: { wanted, via: 'unsubscribe-link' } })
  })
  return wanted
}

/** The topics that the person of a link has refused. */
export async function refusedTopicsOf<T extends Tables>(
  running: Running<T>,
  said: Unsubscribing,
): Promise<Set<string>> {
  return look(running.db, occasion(running, 'intake'), async (view) => {
    const { person } = said
    view.saw([], ['sys.consent'])
    if (!person) return new Set<string>()
    const rows = await (view as unknown as Look<ChoicesReach>).db
      .selectFrom('register.objection')
      .select('topic')
      .where('person_id', '=', person)
      .where('scope', '=', 'topic')
      .where('lifted_at', 'is', null)
      .execute()
    return new Set(rows.flatMap(({ topic }) => topic ?? []))
  })
}

async function suppressOthers<T extends Tables>(running: Running<T>, personId: string) {
  await perform(running.db, occasion(running, 'matching'), (act) =>
    suppressAddresses(act as unknown as Act<ChoicesReach>, choicesKeyIn(running), personId),
  )
}

async function stoppedAlready(view: Look<ChoicesReach>, { digest, channel, person }: Unsubscribing) {
  view.saw([], ['sys.consent'])
  const listed = await view.db
    .selectFrom('register.suppression')
    .select(['scope', 'channel', 'topic'])
    .where('digest', '=', digest)
    .execute()
  const found = person
    ? await view.db.selectFrom('register.person').select('id').where('id', '=', person).executeTakeFirst()
    : undefined
  const objected = found
    ? await view.db
        .selectFrom('register.objection')
        .select(['scope', 'channel', 'topic'])
        .where('person_id', '=', found.id)
        .where('lifted_at', 'is', null)
        .execute()
    : []
  const stops = (held: Parameters<typeof standsAgainst>[0]) => standsAgainst(held, { channel }) !== undefined
  return { personId: found?.id ?? null, stopped: stops(listed) && (!found || stops(objected)) }
}

function marketingOf({ policy }: Published) {
  return [...policy.purposes.values()].find(({ messageClass }) => messageClass === 'marketing')
}

function occasion<T>(running: Running<T>, duty: 'intake' | 'matching' | 'rights'): Occasion {
  const under = String(running.current()?.version ?? 0)
  return { by: 'data-subject', duty, purpose: 'direct-marketing', at: running.now(), under }
}
