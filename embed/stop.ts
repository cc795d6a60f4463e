import type { Gate, WidgetWords } from './contract.ts'

/** Origins and cookie names that were withdrawn while their scripts were running on this page. */
const origins = new Set<string>()
const names = new Set<string>()
let guarded = false

/** Art. 7(3) GDPR: a withdrawn service leaves no cookie, and what of it still runs on this page reaches its servers no more. */
export function stop(gate: Gate, words: WidgetWords, scope: string) {
  for (const [held, made] of gate.running) {
    if ((held as HTMLElement).dataset.service !== scope.split('.')[0]) continue
    for (const one of made) {
      if ('src' in one && one.src) origins.add(new URL(one.src as string, location.href).origin)
      one.remove()
    }
    gate.running.delete(held)
  }
  origins.delete(location.origin)
  for (const name of words.groups.flatMap(({ services }) => services).find((one) => one.scope === scope)?.kept ?? [])
    names.add(name)
  forget()
  guard()
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
  return [...names].some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one))
}

// A script that runs cannot be taken back: its ways out are closed until the page is left. The next page does not load it at all.
function guard() {
  if (guarded) return
  guarded = true
  const closed = (address: unknown) =>
    URL.canParse(String(address), location.href) && origins.has(new URL(String(address), location.href).origin)
  const { fetch: ask } = window
  window.fetch = (wanted, init) =>
    closed(wanted instanceof Request ? wanted.url : wanted)
      ? Promise.reject(new TypeError('withdrawn'))
      : ask(wanted, init)
  const { sendBeacon } = Navigator.prototype
  Navigator.prototype.sendBeacon = function (address, body) {
    return closed(address) ? false : sendBeacon.call(this, address, body)
  }
  const { open } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, address: string | URL, ...rest: []) {
    return open.call(this, method, closed(address) ? 'data:,' : address, ...(rest as unknown as [boolean]))
  }
  for (const kind of [HTMLImageElement, HTMLScriptElement, HTMLIFrameElement])
    narrow(kind.prototype, 'src', (value) => !closed(value))
  narrow(Document.prototype, 'cookie', (value) => !isWithdrawn(String(value).split('=')[0]?.trim() ?? ''))
  narrow(Storage.prototype, 'setItem', null)
}

function narrow(prototype: object, property: string, passes: ((value: unknown) => boolean) | null) {
  const own = Object.getOwnPropertyDescriptor(prototype, property)
  if (!own) return
  if (!passes) {
    const set = own.value as Storage['setItem']
    Object.defineProperty(prototype, property, {
      ...own,
      value(this: Storage, name: string, value: string) {
        if (!isWithdrawn(name)) set.call(this, name, value)
      },
    })
  } else
    Object.defineProperty(prototype, property, {
      ...own,
      set(value) {
        if (passes(value)) own.set?.call(this, value)
      },
    })
}
