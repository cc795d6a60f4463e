import type { Said } from '#platform/language'
import { type Difference, differences, isWords } from './compare/differences.ts'
import { type Effect, effectOf } from './compare/effects.ts'
import { ruleAt } from './compare/rules.ts'
import { saidOf } from './compare/saying.ts'
import { clausesOf, type SaidIn, type Statement } from './format.ts'
import { clauseLinks } from './parity.ts'

export interface Change {
  kind: 'added' | 'removed' | 'changed'
  /** What it is, as a path without names: "purposes/channels". */
  what: string
  path: string
  clause: string
  effect: Effect
  said: Said
  /** S0.2: the text of a clause that policy stands behind was changed, and the policy was not. */
  code?: 'PROSE_WITHOUT_POLICY'
}

/** What the next statement does otherwise than the old one, told by meaning and not by lines of text. */
export function compare(old: Statement | null, next: Statement): Change[] {
  const changes = differences(comparable(old), comparable(next)).map((difference) => changeOf(difference, old, next))
  const moved = new Set(changes.filter(({ what }) => what !== 'clauses').map(({ clause }) => clause))

  return old === null ? changes : changes.map((change) => flagged(change, moved, old, next))
}

/** C6: the gravest change decides what must happen before the version takes effect. */
export function changeClass(changes: readonly Change[]): Effect | 'none' {
  if (changes.some(({ effect }) => effect === 'material')) return 'material'
  if (changes.some(({ effect }) => effect === 'narrowing')) return 'narrowing'
  return changes.length > 0 ? 'editorial' : 'none'
}

function changeOf(difference: Difference, old: Statement | null, next: Statement): Change {
  const { kind, path, from, to } = difference
  const rule = ruleAt(path)

  return {
    kind,
    what: whatOf(path),
    path,
    clause: clauseOf(difference, rule.clause),
    effect: effectOf(rule.effects, kind, from, to),
    said: saidOf(difference, rule, [next, old]),
  }
}

// The clause of the innermost thing that says where it is said; a changed wording is its own clause.
function clauseOf({ path, from, to, within }: Difference, usual: string): string {
  const worded = /^\/clauses\/(.+)$/.exec(path)?.[1]
  if (worded) return worded

  const things = [...within, to ?? from].reverse()
  const said = things
    .map((thing) => clausesOf((thing as { saidIn?: SaidIn } | null)?.saidIn))
    .find((clauses) => clauses.length > 0)

  return !said || said.includes(usual) ? usual : (said[0] ?? usual)
}

function whatOf(path: string): string {
  const named = path.split('/').slice(1)
  const lists = new Set([
    'members',
    'purposes',
    'channels',
    'topics',
    'basis',
    'eligibility',
    'duties',
    'reads',
    'writes',
    'dataCategories',
    'systemData',
    'sources',
    'services',
    'cookies',
    'categories',
    'recipients',
    'processors',
    'transfers',
    'list',
    'security',
    'rules',
    'anyOf',
    'rights',
    'blockers',
    'clauses',
  ])
  const kept = named.filter((part, at) => at === 0 || lists.has(part) || !lists.has(named[at - 1] ?? ''))

  return kept.join('/')
}

function flagged(change: Change, moved: ReadonlySet<string>, old: Statement, next: Statement): Change {
  if (change.what !== 'clauses' || moved.has(change.clause)) return change
  const before = old.clauses?.[change.clause]
  const after = next.clauses?.[change.clause]
  const finnish = (isWords(before) ? before.fi : undefined) !== (isWords(after) ? after.fi : undefined)
  const linked = clauseLinks(next)[change.clause]

  return finnish && linked && linked !== 'prose only' ? { ...change, code: 'PROSE_WITHOUT_POLICY' } : change
}

// Version, day and hash differ between any two versions; origins and expectations belong to drafts and fixtures.
function comparable(statement: Statement | null) {
  if (statement === null) return null
  const {
    origins: _origins,
    expectedFindings: _expected,
    $schema: _schema,
    apiVersion: _format,
    kind: _kind,
    metadata,
    ...rest
  } = statement
  const {
    version: _version,
    supersedes: _supersedes,
    updatedOn: _updated,
    effectiveFrom: _from,
    hash: _hash,
    ...kept
  } = metadata

  return { ...rest, metadata: kept }
}
