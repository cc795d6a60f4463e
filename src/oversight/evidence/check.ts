import type { RawBuilder } from 'kysely'
import type { Said } from '#platform/language'
import type { Policy, Statement } from '#statement'

/** What a check may ask: the register as it is at one moment, its statement, and what stands outside its database. */
export interface Witness {
  statement: Statement
  policy: Policy
  now: Date
  /** Versions altered in storage, and columns that the statement does not declare. */
  altered: number
  undeclared: number
  /** Answers a count; with the owner's rights, reading only. */
  count(query: RawBuilder<{ n: number }>): Promise<number>
  /** When this was last recorded in the ledger. */
  recorded(what: string): Promise<Date | null>
  /** Whether a duty's own login may read a column, as PostgreSQL says. */
  mayRead(duty: string, table: string, column: string): Promise<boolean>
  /** Columns that a duty's login reads although its duty names no field they carry. */
  surplusGrants(): Promise<number>
  /** What the register would answer if it were asked to send something there. */
  mayGoTo(destination: { processor?: string; recipient?: string; host?: string }): Promise<boolean>
  visit(path: string): Promise<Visited>
  outside: Outside
}

export interface Visited {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

/** What stands outside the database: told by whoever runs the register. */
export interface Outside {
  publicUrl: string
  /** A demo lies on one machine and is nobody's register: it needs no certificate. */
  isDemo: boolean
  /** Key files that other accounts of the machine can read. */
  exposedKeys: readonly string[]
  missingKeys: readonly string[]
  newestBackup: Date | null
  /** Whether the ledger verified, and when it was last sealed; null where nobody looked. */
  verified: boolean | null
  sealedAt: Date | null
  /** Whether the replay log is whole and knows every deed that the ledger says it does. */
  replayLogWhole: boolean
  /** A test's clock in a production database. */
  clockSet: boolean
  /** The database's own functions and triggers are those that this version was built with, and none is switched off. */
  rulesAsBuilt: boolean
}

export interface Answer {
  ok: boolean
  detail: Said
  /** When the control last proved itself, where something of it is recorded. */
  last?: Date | null
}

export interface Check {
  id: string
  clause: string
  /** What the register does about the clause. */
  control: Said
  kind: 'live' | 'prose'
  ask(witness: Witness): Promise<Answer>
}

export const words = (fi: string, sv: string, en: string): Said => ({ fi, sv, en })

const fine = words('Kunnossa', 'I sin ordning', 'In order')
const missing = words(
  'Seloste tai rekisteri ei vastaa lupausta',
  'Beskrivningen eller registret motsvarar inte löftet',
  'The statement or the register does not match the promise',
)

/** A check that counts what breaks a promise: in order while there is nothing of the kind. */
export function none(
  clause: string,
  slug: string,
  control: Said,
  query: (witness: Witness) => RawBuilder<{ n: number }>,
  event?: string,
): Check {
  return live(clause, slug, control, async (witness) => {
    const found = await witness.count(query(witness))
    const last = event ? await witness.recorded(event) : undefined
    return { ok: found === 0, detail: found === 0 ? fine : deviations(found), last }
  })
}

/** A check that asks one question. */
export function holds(
  clause: string,
  slug: string,
  control: Said,
  question: (witness: Witness) => boolean | Promise<boolean>,
  event?: string,
  mend: Said = missing,
): Check {
  return live(clause, slug, control, async (witness) => {
    const ok = await question(witness)
    return { ok, detail: ok ? fine : mend, last: event ? await witness.recorded(event) : undefined }
  })
}

/** A clause that is text and binds nothing in the register: named, so that nobody takes it for proven. */
export function prose(clause: string, control: Said): Check {
  const detail = words('Vain tekstiä', 'Endast text', 'Prose only')
  return { id: idOf(clause, 'prose'), clause, control, kind: 'prose', ask: async () => ({ ok: true, detail }) }
}

function live(clause: string, slug: string, control: Said, ask: Check['ask']): Check {
  return { id: idOf(clause, slug), clause, control, kind: 'live', ask }
}

function idOf(clause: string, slug: string) {
  return `${clause}-${slug}`
}

function deviations(count: number): Said {
  const one = count === 1
  return words(
    one ? '1 poikkeama' : `${count} poikkeamaa`,
    one ? '1 avvikelse' : `${count} avvikelser`,
    one ? '1 deviation' : `${count} deviations`,
  )
}
