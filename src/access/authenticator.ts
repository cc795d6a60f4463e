import { Secret, TOTP } from 'otpauth'

const period = 30

/** A new secret for an authenticator app. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an authenticator app reads from a picture. */
export function authenticatorAddress(secret: string, label: string): string {
  return totp(secret, label).toString()
}

/** The time step a code belongs to, the one before and the one after included; null when it is wrong. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret, '').validate({ token, timestamp: at.getTime(), window: 1 })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta
}

/** The code that an app would show; for tests and for nobody else. */
export function codeAt(secret: string, at: Date): string {
  return totp(secret, '').generate({ timestamp: at.getTime() })
}

function totp(secret: string, label: string) {
  return new TOTP({ issuer: 'Seloste', label, secret: Secret.fromBase32(secret), period, digits: 6, algorithm: 'SHA1' })
}
