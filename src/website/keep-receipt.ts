import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { wordsHashOf } from './cookie-words.ts'
import { askedServices, type Catalogue } from './cookies.ts'
import type { WebsiteTables } from './tables.ts'

/** What a visitor chose, as banner, chooser, embed or the page without script say it. */
export interface SaidChoice {
  id: string
  way: WebsiteTables['register.cookie_receipt']['way']
  language: Language
  /** By scope as it was shown, `mittari.x3f9a1`; an embed is `kuvavirta.embed`. */
  said: Readonly<Record<string, boolean>>
  /** Hashes of what was shown, or their first 16 signs: the embed must be light. */
  catalogue: string
  words: string
  gpc: boolean
  /** The receipt of the choice before this one; null for the first. */
  follows: string | null
}

// L-CK.6: a random id, what was chosen, when, and which text was shown. Whoever chose stays unknown.
/** Keeps the proof of a choice about cookies; an earlier choice ends with it. */
export async function keepReceipt(act: Act<WebsiteTables>, catalogue: Catalogue, choice: SaidChoice) {
  const { id, way, language, follows, gpc } = choice
  refuseUnlessShown(catalogue, choice)
  const services = Object.entries(choice.said).map(([scope, yes]) => [scope.split('.')[0] ?? '', yes] as const)
  const allowed = services.flatMap(([service, yes]) => (yes ? [service] : []))
  const refused = services.flatMap(([service, yes]) => (yes ? [] : [service]))

  // A no to what is new is no withdrawal: the banner asks only what was never answered.
  const earlier = follows ? await endOf(act, follows) : []
  const state =
    way !== 'banner' && earlier.some((service) => refused.includes(service))
      ? 'withdrawn'
      : allowed.length > 0
        ? 'given'
        : 'refused'
  const receipt = { id, state, way, allowed, refused, language, gpc, follows, at: act.at } as const
  const shown = {
    statement_version: catalogue.version,
    catalogue_hash: catalogue.hash,
    words_hash: wordsHashOf(catalogue, language),
  }
  await act.db
    .insertInto('register.cookie_receipt')
    .values({ ...receipt, ...shown, ends_at: monthsOn(act.at, catalogue.months[allowed.length > 0 ? 0 : 1]) })
    .execute()
  await act.record({ what: 'cookie-choice.recorded', about: id, detail: { state, way, allowed, refused } })
  return state
}

async function endOf(act: Act<WebsiteTables>, id: string): Promise<readonly string[]> {
  const [earlier] = await act.db
    .updateTable('register.cookie_receipt')
    .set({ ends_at: act.at })
    .where('id', '=', id)
    .where('ends_at', '>', act.at)
    .returning('allowed')
    .execute()
  return earlier?.allowed ?? []
}

function refuseUnlessShown(catalogue: Catalogue, { said, catalogue: hash, words, language }: SaidChoice) {
  const known = [
    ...askedServices(catalogue).map(({ scope }) => scope),
    ...catalogue.embeds.map(({ id }) => `${id}.embed`),
  ]
  const foreign = Object.keys(said).find((scope) => !known.includes(scope))
  if (foreign) throw new Refusal('SERVICE_NOT_DECLARED', 422, { clause: 'S7.1' })
  if (Object.keys(said).length === 0) throw new Refusal('INVALID_REQUEST', 422, { field: 'body/said' })
  if (!catalogue.hash.startsWith(hash) || !wordsHashOf(catalogue, language).startsWith(words))
    throw new Refusal('CHOICE_OUTDATED', 409, { clause: 'S7.17' })
}

function monthsOn(at: Date, months: number): Date {
  const until = new Date(at)
  until.setUTCMonth(at.getUTCMonth() + months)
  return until
}
