import type { Look } from '#ledger'
import type { ChoicesReach } from './reach.ts'

/** The wordings that were read, and how many consents stand on each; nobody's choice is shown. */
export async function wordingsUsed(look: Look<ChoicesReach>) {
  look.saw([], ['sys.consent'])
  return look.db
    .selectFrom('register.consent_wording as read')
    .select(['read.hash', 'read.purpose', 'read.channel', 'read.language', 'read.text', 'read.kept_at as keptAt'])
    .select(['read.statement_version as version', 'read.invalidated_at as invalidatedAt'])
    .select((row) =>
      row
        .selectFrom('register.consent as held')
        .select((held) => held.fn.countAll<string>().as('count'))
        .whereRef('held.wording', '=', 'read.hash')
        .where('held.state', '=', 'given')
        .as('consents'),
    )
    .orderBy('read.kept_at', 'desc')
    .limit(200)
    .execute()
}
