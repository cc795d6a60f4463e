import type { Statement } from './format.ts'
import type { Finding } from './lint/finding.ts'
import { leavings } from './mend/leaving-out.ts'
import { supplies } from './mend/supplying.ts'

/** The statement with what the template supplies for this finding, or null where only its owner can mend it. */
export function mends(statement: Statement, finding: Finding): Statement | null {
  const supply = supplies[finding.code]
  return supply ? supply(structuredClone(statement), finding) : null
}

/** The statement published without what cannot be evidenced yet, removed from text and policy alike; or null. */
export function mendByLeavingOut(statement: Statement, finding: Finding): Statement | null {
  const leave = leavings[finding.code]
  return leave ? leave(structuredClone(statement), finding) : null
}
