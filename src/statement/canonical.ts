import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Statement } from './format.ts'

/** The statement as canonical JSON (RFC 8785), without the hash it carries itself. */
export function canonicalJson(statement: Statement): string {
  const { hash: _hash, ...metadata } = statement.metadata
  // A statement is JSON by its shape, so canonicalize always answers.
  return canonicalize({ ...statement, metadata }) as string
}

/** SHA-256 over the canonical JSON, in hex: the name of this version for ever. */
export function statementHash(statement: Statement): string {
  return sha256(canonicalJson(statement))
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
