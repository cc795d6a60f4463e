/** A visitor's choice about cookies, as the visitor's own browser keeps it. Also bundled into the embed: no dependencies. */
export interface Choice {
  /** Seconds since 1970. */
  at: number
  /** Random id of the receipt; empty where nothing was allowed, so that a refusal leaves no identifier behind. */
  receipt: string
  /** By service and scope, `mittari.x3f9a1`: allowed or refused. What is not here was not asked. */
  said: Record<string, boolean>
}

export const choiceCookie = 'seloste_choice'

/** Reads the cookie's text, or a whole Cookie header; null where there is no choice of a form we know. */
export function readChoice(cookies: string | undefined): Choice | null {
  const [, at, receipt, said] =
    /(?:^|[ ;=])1~([a-z\d]{1,8})~([a-f\d-]*)((?:~[a-z\d-]+\.[a-z\d]+\.[01])*)(?:;|$)/.exec(cookies ?? '') ?? []
  return at
    ? {
        at: Number.parseInt(at, 36),
        receipt: receipt ?? '',
        said: Object.fromEntries(
          (said ?? '')
            .split('~')
            .slice(1)
            .map((one) => [one.slice(0, -2), one.endsWith('1')]),
        ),
      }
    : null
}

/** Letters, digits and `~ . -` only: nothing in it needs escaping in a cookie. */
export function writeChoice({ at, receipt, said }: Choice): string {
  return [1, at.toString(36), receipt, ...Object.entries(said).map(([scope, yes]) => `${scope}.${yes ? 1 : 0}`)].join(
    '~',
  )
}
