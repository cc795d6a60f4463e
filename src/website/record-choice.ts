import { type LedgerTables, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import type { Running, StatementTables } from '#statement'
import { wordsHashOf } from './cookie-words.ts'
import type { Catalogue } from './cookies.ts'
import { keepReceipt, type SaidChoice } from './keep-receipt.ts'
import type { WebsiteTables } from './tables.ts'

type Tables = LedgerTables & StatementTables & WebsiteTables

/** Records a choice as the visitor's own act, under the machine duty that takes in what the public sends. */
export async function recordChoice<T extends Tables>(
  running: Running<T>,
  catalogue: Catalogue,
  choice: SaidChoice,
  at: Date = running.now(),
) {
  const under = String(running.policy().version)
  const occasion: Occasion = { by: 'visitor', duty: 'intake', purpose: 'cookie-choice', at, under }
  return { state: await perform(running.db, occasion, (act) => keepReceipt(act as never, catalogue, choice)) }
}

/** What a receipt names as shown, where the whole catalogue was shown in one language. */
export function shownIn(catalogue: Catalogue, language: Language): Pick<SaidChoice, 'catalogue' | 'words'> {
  return { catalogue: catalogue.hash, words: wordsHashOf(catalogue, language) }
}
