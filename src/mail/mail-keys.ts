import { type Keys, keysOf } from '#access'

/** The keys of mail, of which the accounts' own say nothing: another secret derived from the register's. */
export function mailKeysOf(secret: string): Keys {
  return keysOf(`${secret}\nmail`)
}
