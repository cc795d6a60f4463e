import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { ChoicesReach } from './reach.ts'

/** Every objection, also those lifted, the newest first. */
export async function objectionsOf({ db }: Look<ChoicesReach>, personId: string) {
  return db
    .selectFrom('register.objection')
    .select(['id', 'scope', 'channel', 'topic', 'at', 'via', 'by_agent as byAgent', 'lifted_at as liftedAt'])
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .execute()
}

/** Every restriction, also those that ended. */
export async function restrictionsOf({ db }: Look<ChoicesReach>, personId: string) {
  return db
    .selectFrom('register.restriction')
    .select(['id', 'reason', 'since', 'lifting_told_at as toldAt', 'told_via as toldVia', 'lifted_at as liftedAt'])
    .select('review_on as reviewOn')
    .where('person_id', '=', personId)
    .orderBy('since', 'desc')
    .execute()
}

/** The state of every consent, with the words that were read. */
export async function consentsOf({ db }: Look<ChoicesReach>, personId: string) {
  return db
    .selectFrom('register.consent as consent')
    .innerJoin('register.consent_wording as read', 'read.hash', 'consent.wording')
    .select(['consent.id', 'consent.purpose', 'consent.channel', 'consent.state', 'consent.since', 'consent.via'])
    .select(['consent.expires_on as expiresOn', 'read.text as wording', 'read.language as wordingLanguage'])
    .select('read.statement_version as version')
    .where('consent.person_id', '=', personId)
    .orderBy('consent.channel')
    .execute()
}

/** The topics of which a person said anything. */
export async function topicsOf({ db }: Look<ChoicesReach>, personId: string) {
  return db
    .selectFrom('register.topic_preference')
    .select(['topic', 'wants'])
    .where('person_id', '=', personId)
    .execute()
}

/** The facts of what was sold to a person (§ 200(3) of laki 917/2014). */
export async function salesOf({ db }: Look<ChoicesReach>, personId: string) {
  return db
    .selectFrom('register.fact_of_sale')
    .select(['id', 'group_company as groupCompany', 'product_group as productGroup', 'sold_at as soldAt', 'deal'])
    .select(['told_of_refusal as toldOfRefusal'])
    .select(sql<boolean>`email_id is not null`.as('hasAddress'))
    .where('person_id', '=', personId)
    .orderBy('sold_at', 'desc')
    .execute()
}
