import { createHmac, timingSafeEqual } from 'node:crypto'

/** When a form was opened, signed: robots that post at once or replay an old form show themselves, with no third party asked. */
export function formToken(secret: string, at: Date): string {
  const begun = at.getTime().toString(36)
  return `${begun}.${signatureOf(secret, begun)}`
}

export type FormTime = 'human' | 'too-quick' | 'expired' | 'forged'

const quickestMs = 2_000
const longestMs = 24 * 60 * 60 * 1000

/** How long the writing took, as far as it tells a person from a robot. */
export function readFormToken(secret: string, token: string, at: Date): FormTime {
  const [begun = '', signature = ''] = token.split('.')
  const expected = Buffer.from(signatureOf(secret, begun))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'

  const took = at.getTime() - begunAt(token).getTime()
  if (took < quickestMs) return 'too-quick'
  return took > longestMs ? 'expired' : 'human'
}

/** When the form was opened, as its token says; of a token that was read. */
export function begunAt(token: string): Date {
  return new Date(Number.parseInt(token, 36))
}

function signatureOf(secret: string, begun: string) {
  return createHmac('sha256', secret).update(`contact form ${begun}`).digest('base64url').slice(0, 22)
}
