import type { Language } from '#platform/language'
import type { Statement } from '../format.ts'
import type { Composing } from './blocks.ts'
import { placeClauses } from './clauses.ts'
import type { Block, Document, PublishedVersion } from './document.ts'
import { aboutAuthority } from './sections/authority.ts'
import { aboutCookies } from './sections/cookies.ts'
import { aboutFields } from './sections/fields.ts'
import { sectionHeadings } from './sections/headings.ts'
import { aboutContact, aboutController } from './sections/parties.ts'
import { aboutPurposes } from './sections/purposes.ts'
import { aboutRegister } from './sections/register.ts'
import { aboutRetention } from './sections/retention.ts'
import { aboutRights } from './sections/rights.ts'
import { aboutSecurity } from './sections/security.ts'
import { aboutRecipients, aboutTransfers } from './sections/sharing.ts'
import { aboutSources } from './sections/sources.ts'
import { inShort } from './sections/summary.ts'
import { pick, plain, textOf } from './text.ts'

/** Puts a published statement into words: facts of the file, templates of ours, the company's own prose where it has some. */
export function composeDocument(version: PublishedVersion, language: Language): Document {
  const { statement } = version
  const composing: Composing = { statement, language }
  const sections = Object.entries(parts).map(([number, compose]) => ({
    number,
    heading: headingOf(statement, number, language),
    blocks: compose(composing),
  }))

  return {
    language,
    title: plain(pick(statement.metadata.title, language)),
    subtitle: plain(pick(statement.metadata.subtitle, language)),
    register: plain(pick(statement.register.name, language)),
    updatedOn: statement.metadata.updatedOn ?? version.publishedAt,
    effectiveFrom: version.effectiveFrom,
    version: version.version,
    hash: version.hash,
    summary: inShort(composing),
    sections: placeClauses(sections, composing),
  }
}

const parts: Record<string, (composing: Composing) => Block[]> = {
  '1': aboutRegister,
  '2': aboutController,
  '3': aboutContact,
  '4': aboutPurposes,
  '5': aboutFields,
  '6': aboutSources,
  '7': aboutCookies,
  '8': aboutRecipients,
  '9': aboutTransfers,
  '10': aboutSecurity,
  '11': aboutRetention,
  '12': aboutRights,
  '13': aboutAuthority,
}

export function headingOf(statement: Statement, number: string, language: Language) {
  return textOf(pick(statement.sections?.[number], language) ?? sectionHeadings[number]?.[language] ?? number)
}
