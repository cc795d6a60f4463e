import type { Gate, WidgetWords } from './contract.ts'

/** What was withdrawn while it ran on this page: by scope, the origins it came from and the names it stored under. */
const silenced = new Map<string, { origins: string[]; names: readonly string[] }>()
let guarded: Gate | undefined

/** Art. 7(3) GDPR: a withdrawn service leaves no cookie, and what of it still runs on this page reaches its servers no more. */
export function stop(gate: Gate, words: WidgetWords, scope: string) {
  const origins: string[] = []
  for (const [held, made] of gate.running) {
    if ((held as HTMLElement).dataset.service !== scope.split('.')[0]) continue
    for (const one of made) {
      origins.push(originOf(one))
      one.remove()
    }
    gate.running.delete(held)
  }
  const names = words.groups.flatMap(({ services }) => services).find((one) => one.scope === scope)?.kept ?? []
  silenced.set(scope, { origins, names })
  forget()
  if (!guarded) guard()
  guarded = gate
}

/** A service that is allowed again may speak again. */
export function free(scope: string) {
  silenced.delete(scope)
}

/** Removes what the withdrawn services kept in this browser under our own name. A cookie of another host only that host can remove. */
function forget() {
  const hosts = location.hostname.split('.').map((_, at, parts) => parts.slice(at).join('.'))
  for (const name of document.cookie
    .split('; ')
    .map((one) => one.split('=')[0] ?? '')
    .filter(isWithdrawn)) {
    for (const domain of ['', ...hosts.map((host) => `;domain=${host}`)]) {
      // biome-ignore lint/suspicious/noDocumentCookie: older browsers and plain http know no Cookie Store
      document.cookie = `${name}=;path=/;max-age=0${domain}`
    }
  }
  for (const store of [localStorage, sessionStorage])
    for (const name of Object.keys(store).filter(isWithdrawn)) store.removeItem(name)
}

function isWithdrawn(name: string) {
  return [...silenced.values()].some(({ names }) =>
    names.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one)),
  )
}

// A script that runs cannot be taken back: its ways out are closed until the page is left. The next page does not load it at all.
function guard() {
  narrow(window, 'fetch', 0, isClosed, () => Promise.reject(new TypeError('withdrawn')))
  narrow(Navigator.prototype, 'sendBeacon', 0, isClosed, () => false)
  narrow(XMLHttpRequest.prototype, 'open', 1, isClosed, () => {
    throw new TypeError('withdrawn')
  })
  narrow(Storage.prototype, 'setItem', 0, isWithdrawn, () => undefined)
  for (const kind of [HTMLImageElement, HTMLScriptElement, HTMLIFrameElement])
    narrowSetter(kind.prototype, 'src', isClosed)
  narrowSetter(
    Document.prototype,
    'cookie',
    (text) => !/=;/.test(text) && isWithdrawn(text.split('=')[0]?.trim() ?? ''),
  )
}

type Test = (given: string) => boolean

// An origin that a service still allowed came from too stays open.
function isClosed(given: string) {
  const origin = URL.canParse(given, location.href) && new URL(given, location.href).origin
  const speaks = [...(guarded?.running.values() ?? [])].flat().some((one) => originOf(one) === origin)
  return !speaks && [...silenced.values()].some(({ origins }) => origins.includes(origin as string))
}

function originOf(one: Element) {
  const { src } = one as HTMLScriptElement
  return src && new URL(src).origin !== location.origin ? new URL(src).origin : ''
}

function narrow(owner: object, name: string, at: number, refused: Test, instead: () => unknown) {
  const all = owner as Record<string, (...given: unknown[]) => unknown>
  const own = all[name]
  all[name] = function (...given) {
    return refused(String((given[at] as Request)?.url ?? given[at])) ? instead() : own?.apply(this, given)
  }
}

function narrowSetter(owner: object, name: string, refused: Test) {
  const own = Object.getOwnPropertyDescriptor(owner, name)
  if (own)
    Object.defineProperty(owner, name, {
      ...own,
      set(value) {
        if (!refused(String(value))) own.set?.call(this, value)
      },
    })
}
