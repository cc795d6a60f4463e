import { randomUUID } from 'node:crypto'
import type { Language } from '#platform/language'
import type { Running } from '#statement'
import { catalogueOf, recordChoice, shownIn } from '#website'
import type { Database } from '../database.ts'

const day = 24 * 60 * 60 * 1000

/** Visitors of the past two months choose about cookies: some allow, more refuse, one in twelve changes their mind. */
export async function chooseCookies(register: Running<Database>, visitors: number) {
  const published = register.current()
  if (!published) return
  const catalogue = catalogueOf(published)
  const scopes = catalogue.groups
    .filter(({ exempt }) => !exempt)
    .flatMap(({ services }) => services.map(({ scope }) => scope))

  for (let n = 0; n < visitors; n += 1) {
    const at = new Date(register.now().getTime() - 60 * day + (n * 59 * day) / visitors)
    const allows = (nth: number) => n % 5 < 2 || (n % 5 === 2 && nth === 0)
    const said = Object.fromEntries(scopes.map((scope, nth) => [scope, allows(nth)]))
    const language: Language = n % 7 === 3 ? 'sv' : 'fi'
    const first = {
      id: randomUUID(),
      way: n % 5 === 2 ? ('chooser' as const) : ('banner' as const),
      language,
      said,
      gpc: n % 9 === 4,
      ...shownIn(catalogue, language),
    }
    await recordChoice(register, catalogue, { ...first, follows: null }, at)
    if (n % 12 !== 0) continue
    const none = Object.fromEntries(scopes.map((scope) => [scope, false]))
    const later = new Date(at.getTime() + day / 2)
    await recordChoice(
      register,
      catalogue,
      { ...first, id: randomUUID(), way: 'chooser', said: none, follows: first.id },
      later,
    )
  }
}
