import type { Act } from '#ledger'
import { isLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessWriter, textOfDeal } from '#register'
import { refuseEdited } from '../deal-parts.ts'
import type { DealingsReach } from '../reach.ts'
import { logoLimit, logoOf } from './logo.ts'
import { paperKinds } from './paper.ts'
import type { StandingWords } from './tables.ts'

export interface PaperSettingWish {
  groupCompany?: string
  /** Standing words by kind of paper and language; what is left out stays. */
  words?: unknown
  /** A picture in base64; null takes it away. */
  logo?: string | null
  revision?: number
}

/** Sets what stands on a group company's papers. Refuses a logo that cannot be set (`LOGO_NOT_VALID`). */
export async function keepPaperSetting(act: Act<DealingsReach>, inForce: InForce, wish: PaperSettingWish) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const groupCompany = groupCompanyOf(inForce.policy, wish.groupCompany)
  const held = await act.db
    .selectFrom('register.paper_setting')
    .select(['words', 'revision'])
    .where('group_company', '=', groupCompany)
    .forUpdate()
    .executeTakeFirst()
  refuseEdited({ revision: held?.revision ?? 0 }, wish.revision)

  const logo = wish.logo === undefined ? undefined : wish.logo === null ? null : logoFrom(wish.logo)
  const changed = {
    words: JSON.stringify(wish.words === undefined ? (held?.words ?? {}) : wordsOf(wish.words)),
    ...(logo === undefined ? {} : { logo: logo?.bytes ?? null, logo_type: logo?.type ?? null }),
    ...{ changed_by: act.by, changed_at: act.at, revision: (held?.revision ?? 0) + 1 },
  }
  await act.db
    .insertInto('register.paper_setting')
    .values({ group_company: groupCompany, logo: null, logo_type: null, ...changed })
    .onConflict((taken) => taken.column('group_company').doUpdateSet(changed))
    .execute()
  await act.record({
    what: 'papers.set',
    about: groupCompany,
    detail: { logo: logo === undefined ? 'kept' : Boolean(logo) },
  })
  return { revision: changed.revision }
}

function logoFrom(typed: string) {
  const bytes = Buffer.from(typed, 'base64')
  const logo = logoOf(bytes)
  if (!logo) throw new Refusal('LOGO_NOT_VALID', 422, { field: 'logo', limit: logoLimit })
  return logo
}

function wordsOf(typed: unknown): StandingWords {
  const words: StandingWords = {}
  for (const kind of [...paperKinds, 'foot'] as const) {
    const said = (typed as Record<string, Record<string, unknown>> | null)?.[kind] ?? {}
    for (const [language, text] of Object.entries(said)) {
      if (!isLanguage(language)) throw new Refusal('VALUE_NOT_VALID', 422, { field: `words.${kind}` })
      const short = textOfDeal('com.invoicing', text, kind === 'foot' ? 200 : 2000)
      if (short) words[kind] = { ...words[kind], [language]: short }
    }
  }
  return words
}
