import { clausesOf, type Statement } from '../format.ts'
import { isOpenGroup } from '../lint/contents.ts'
import type { Finding } from '../lint/finding.ts'
import { marketsWithoutBalancing, withoutBalancing } from '../lint/purposes.ts'
import { isComplete } from '../lint/sharing.ts'
import { unsafeProcessors } from '../lint/transfers.ts'
import { dropFields, dropProcessors, dropProse, dropPurposes, placeIn } from './removing.ts'

type Leave = (statement: Statement, finding: Finding) => Statement | null

const interest = 'eu-gdpr:A6-1-f'

/** What may be left out, by the finding it removes. Each gets a copy of the statement and may change it. */
export const leavings: Readonly<Record<string, Leave>> = {
  'E-BASIS-LEGACY': (statement, { clause }) => dropProse({ ...statement, unmappedBases: [] }, clause),
  'E-LIA-MISSING': withoutUnbalancedInterests,
  'E-LIA-FAILED': withoutFailedInterests,
  'P-MARKETING-LIA': withoutUnbalancedMarketing,
  'E-BASIS-MISSING': withoutPurposeAt,
  'E-MARKETING-CHANNEL': withoutPurposeAt,
  'E-OPEN-CATEGORY': withoutOpenGroups,
  'E-SENSITIVE-FIELD': withoutFieldAt,
  'E-FIELD-TYPE': withoutFieldAt,
  'E-FIELD-RECORD': withoutFieldAt,
  'W-FIELD-ROLE': withoutRoleMarketing,
  'E-CLAIM-IDENT': (statement, { clause }) => dropProse(statement, clause),
  'W-NUDGE': (statement, { clause }) => dropProse(statement, clause),
  'W-COOKIE-DURATION': withoutCookieServiceAt,
  'E-GROUP-UNNAMED': withoutGroup,
  'E-RECIPIENT-GROUND': withoutRecipientAt,
  'E-TRANSFER-SAFEGUARD': withoutUnsafeTransfers,
  'E-TRANSFER-CHECK': withoutUncheckedTransfers,
  'E-DPA-MISSING': withoutProcessorsLacking(({ dpa }) => !dpa),
  'E-DPA-INCOMPLETE': withoutProcessorsLacking(({ dpa }) => Boolean(dpa && !isComplete(dpa))),
  'W-OPEN-BLOCKER': withoutOpenBlockers,
}

function withoutUnbalancedInterests(statement: Statement): Statement {
  const unbalanced = new Set(statement.purposes.filter(withoutBalancing).map(({ id }) => id))
  return withoutInterests(statement, unbalanced, ({ lia }) => !lia)
}

function withoutFailedInterests(statement: Statement): Statement {
  const all = new Set(statement.purposes.map(({ id }) => id))
  return withoutInterests(statement, all, ({ lia }) => Boolean(lia && lia.outcome !== 'interest-prevails'))
}

function withoutUnbalancedMarketing(statement: Statement): Statement {
  const unbalanced = new Set(statement.purposes.filter(marketsWithoutBalancing).map(({ id }) => id))
  return withoutInterests(statement, unbalanced, () => true)
}

type Basis = NonNullable<Statement['purposes'][number]['basis']>[number]

/** A purpose keeps the bases that stand; one left without any goes, and so does what it mailed on interest alone. */
function withoutInterests(
  statement: Statement,
  purposes: ReadonlySet<string>,
  falls: (basis: Basis) => boolean,
): Statement {
  for (const purpose of statement.purposes) {
    if (!purposes.has(purpose.id)) continue

    purpose.basis = purpose.basis?.filter((basis) => basis.ref !== interest || !falls(basis))
    const stillInterested = purpose.basis?.some(({ ref }) => ref === interest)
    if (!stillInterested) {
      purpose.eligibility = purpose.eligibility?.filter(({ basis }) => basis !== interest)
      purpose.channels = purpose.channels?.filter((channel) =>
        purpose.eligibility?.some((entry) => entry.channel === channel),
      )
    }
  }
  const baseless = statement.purposes.filter(({ basis, eligibility }) => !basis?.length && !eligibility?.length)
  dropPurposes(statement, new Set(baseless.map(({ id }) => id)))
  return dropProse(statement, 'S4.9')
}

function withoutPurposeAt(statement: Statement, { path }: Finding): Statement | null {
  const purpose = statement.purposes[placeIn(path)]
  return purpose && statement.purposes.length > 1 ? dropPurposes(statement, new Set([purpose.id])) : null
}

function withoutOpenGroups(statement: Statement, { path }: Finding): Statement | null {
  const field = statement.dataCategories[placeIn(path)]
  return field && isOpenGroup(field) ? dropFields(statement, new Set([field.id])) : null
}

function withoutFieldAt(statement: Statement, { path }: Finding): Statement | null {
  const field = statement.dataCategories[placeIn(path)]
  return field && statement.dataCategories.length > 1 ? dropFields(statement, new Set([field.id])) : null
}

function withoutRoleMarketing(statement: Statement): Statement {
  for (const purpose of statement.purposes) {
    purpose.eligibility = purpose.eligibility?.filter(({ require }) => require !== 'role-relevance')
    purpose.channels = purpose.channels?.filter((channel) =>
      purpose.eligibility?.some((entry) => entry.channel === channel),
    )
  }
  return statement
}

function withoutCookieServiceAt(statement: Statement, { path }: Finding): Statement | null {
  const service = statement.cookies?.services?.[placeIn(path)]
  if (!service || !statement.cookies?.services) return null

  statement.cookies.services = statement.cookies.services.filter(({ id }) => id !== service.id)
  return dropProse(statement, service.saidIn)
}

function withoutGroup(statement: Statement): Statement {
  const shared = (statement.recipients ?? []).filter(({ kind }) => kind === 'group-companies')
  statement.recipients = (statement.recipients ?? []).filter(({ kind }) => kind !== 'group-companies')
  statement.group = null
  return dropProse(
    statement,
    shared.flatMap(({ saidIn }) => clausesOf(saidIn)),
  )
}

function withoutRecipientAt(statement: Statement, { path }: Finding): Statement | null {
  const recipient = statement.recipients?.[placeIn(path)]
  if (!recipient) return null

  statement.recipients = statement.recipients?.filter(({ id }) => id !== recipient.id)
  return dropProse(statement, recipient.saidIn)
}

function withoutUnsafeTransfers(statement: Statement): Statement | null {
  const unsafe = unsafeProcessors(statement)
  // The register has to stand somewhere: a host abroad cannot be left out, only given its tool or replaced.
  if (unsafe.includes('hosting')) return null

  return dropProcessors(statement, new Set(unsafe))
}

function withoutUncheckedTransfers(statement: Statement): Statement | null {
  const unchecked = (statement.transfers?.list ?? [])
    .filter(({ checkedOn }) => !checkedOn)
    .map(({ processor }) => processor)
  return unchecked.includes('hosting') ? null : dropProcessors(statement, new Set(unchecked))
}

function withoutProcessorsLacking(lacks: (processor: NonNullable<Statement['processors']>[number]) => boolean): Leave {
  return (statement) => {
    const gone = (statement.processors ?? []).filter(lacks).map(({ id }) => id)
    return dropProse(dropProcessors(statement, new Set(gone)), statement.processorRule?.saidIn)
  }
}

function withoutOpenBlockers(statement: Statement, { clause }: Finding): Statement {
  const written = statement.rights?.erasure?.asWritten
  if (written) delete written.blockers
  return dropProse(statement, clause)
}
