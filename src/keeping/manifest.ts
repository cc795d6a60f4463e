import { createHmac } from 'node:crypto'

export type BackupReason = 'daily' | 'by-hand' | 'before-migrating'

/** What stands in the open at the head of a backup: nothing about a person. */
export interface BackupHead {
  seloste: 'backup'
  format: 1
  id: string
  takenAt: string
  /** Which key opens it. */
  key: string
}

/** What a backup says of itself, at its end: without it, it is not whole. */
export interface Manifest {
  id: string
  takenAt: string
  reason: BackupReason
  postgres: string
  /** The migrations that had run, in their order. */
  migrations: { name: string; digest: string }[]
  /** The version of the statement in force. */
  statement: number | null
  ledger: { leaves: number; sealed: number }
  /** Fingerprints of the keys outside the database without which what is inside cannot be used. */
  keys: KeyPrints
  tables: { place: string; rows: number; bytes: number; sha256: string }[]
}

export type KeyPrints = Readonly<Record<string, string>>

/** Tells keys apart without giving one away. */
export function printOf(key: Buffer | string): string {
  return createHmac('sha256', key).update('seloste fingerprint').digest('hex').slice(0, 16)
}

const ending = '.backup'

/** `seloste-2026-03-02T100000Z-0198….backup`: sorted by name, they are sorted by time. */
export function nameOfBackup({ id, takenAt }: Pick<BackupHead, 'id' | 'takenAt'>): string {
  return `seloste-${takenAt.slice(0, 19).replaceAll(':', '')}Z-${id.slice(-12)}${ending}`
}

export function isBackupName(name: string): boolean {
  return /^seloste-\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]{12}\.backup$/.test(name)
}

/** The migrations that a backup had and this program does not know, or knows otherwise. */
export function strangeMigrations(
  backup: Manifest['migrations'],
  here: readonly { name: string; digest: string }[],
): string[] {
  const known = new Map(here.map(({ name, digest }) => [name, digest]))
  return backup.filter(({ name, digest }) => known.get(name) !== digest).map(({ name }) => name)
}
