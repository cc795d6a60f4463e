import { Problem } from '../api.ts'

/** Why a deed in parts stopped in the middle: the server's own words, or that the connection broke. */
export function whyCut(fault: unknown, { broke }: { broke: string }): string {
  return fault instanceof Problem && fault.code !== 'NO_CONNECTION' ? fault.message : broke
}
