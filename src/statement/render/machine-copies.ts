import canonicalize from 'canonicalize'
import { stringify } from 'yaml'
import { canonicalJson } from '../canonical.ts'
import type { Statement } from '../format.ts'
import type { PublishedVersion } from './document.ts'

/** The statement file itself, for people and for reading back: the hash is taken over everything but itself. */
export function toYaml(version: PublishedVersion): string {
  // YAML 1.1 readers would take 00520, NO and +358 for something else than text: every text that could is quoted.
  return stringify(withHash(version), { version: '1.1', lineWidth: 0 })
}

/** RFC 8785 canonical JSON with the hash it was published under. */
export function toJson(version: PublishedVersion): string {
  // A statement is JSON by its shape, so canonicalize always answers.
  return canonicalize(withHash(version)) as string
}

/** What the hash is taken over, byte for byte: SHA-256 of this is the hash. */
export function hashedJson(version: PublishedVersion): string {
  return canonicalJson(version.statement)
}

function withHash({ statement, hash }: PublishedVersion): Statement {
  return { ...statement, metadata: { ...statement.metadata, hash } }
}
