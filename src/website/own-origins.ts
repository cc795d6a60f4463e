import { Refusal } from '#platform/refusal'
import type { Statement } from '#statement'

/** Which websites may use the embed: the one that the statement names, and those the operator adds. */
export function websitesOf({ controller }: Statement, more: readonly string[] = []): readonly string[] {
  const own = controller.website && URL.canParse(controller.website) ? [new URL(controller.website).origin] : []
  return [...own, ...more]
}

/** The headers of an answer to a page of one of our websites; a page of anybody else is refused. */
export function answeringTo(origin: unknown, host: string, websites: readonly string[]): Record<string, string> {
  const shared = { vary: 'origin', 'cross-origin-resource-policy': 'cross-origin' }
  if (typeof origin !== 'string' || !URL.canParse(origin)) throw new Refusal('NOT_FROM_HERE', 403)
  if (new URL(origin).host === host) return shared
  if (!websites.includes(origin)) throw new Refusal('NOT_FROM_HERE', 403)
  return { ...shared, 'access-control-allow-origin': origin }
}
