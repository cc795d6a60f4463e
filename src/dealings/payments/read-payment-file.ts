import { isUtf8 } from 'node:buffer'
import { Refusal } from '#platform/refusal'
import type { PaymentFile } from './entry.ts'
import { readCamt } from './read-camt.ts'
import { readKtl } from './read-ktl.ts'

/** The largest payment file that is read, in bytes. */
export const largestPaymentFile = 20_000_000

/** Reads what a bank sent: camt.054 or a Finnish reference payment list, by what it begins with. Refuses everything else. */
export function readPaymentFile(bytes: Buffer): PaymentFile {
  if (bytes.length > largestPaymentFile) throw new Refusal('PAYMENT_FILE_TOO_LARGE', 413)
  const start = bytes
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^(ï»¿|\s)+/, '')
  if (start.startsWith('<')) {
    const latin = /encoding=["'](iso-8859-1|iso-8859-15|windows-1252)["']/i.test(start)
    return { format: 'camt.054', entries: readCamt(decoded(bytes, latin ? 'windows-1252' : 'utf-8')) }
  }
  // Banks write one byte a letter; what an editor saved anew as UTF-8 would shift the columns.
  if (start.startsWith('0'))
    return { format: 'ktl', entries: readKtl(decoded(bytes, isUtf8(bytes) ? 'utf-8' : 'windows-1252')) }
  throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { part: 'format' })
}

function decoded(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { part: 'encoding' })
  }
}
