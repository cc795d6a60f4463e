// On every page of the company's site: holds every service until the visitor has chosen, and runs what was allowed.
import { choiceCookie, readChoice } from '../src/website/choice.ts'
import type { Gate, GateCatalogue, TrustedScripts } from './contract.ts'
import { el, sheet } from './elements.ts'

/** Written before this file by the server: the services of the statement in force. */
declare const SELOSTE: GateCatalogue

const own = document.currentScript as HTMLScriptElement
const home = new URL('.', own.src).href
const types = (window as { trustedTypes?: { createPolicy(name: string, rules: object): TrustedScripts } }).trustedTypes
const trusted = types?.createPolicy('seloste', { createScriptURL: String, createScript: String })
const running = new Map<Element, Element[]>()

const gate: Gate = {
  home,
  catalogue: SELOSTE,
  language: /^(sv|en)/.exec(own.dataset.language || document.documentElement.lang)?.[0] ?? 'fi',
  // W3C GPC: only the exact value counts.
  gpc:
    SELOSTE.gpc && (SELOSTE.signal || (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true),
  choice: readChoice(keptIn(document.cookie)),
  running,
  allows: (id) =>
    SELOSTE.free.includes(id) || SELOSTE.asked.some(({ scope }) => nameOf(scope) === id && gate.choice?.said[scope]),
  unasked: () =>
    SELOSTE.asked
      .filter(({ scope, ad }) => gate.choice?.said[scope] === undefined && !(ad && gate.gpc))
      .map(({ scope }) => scope),
  run,
  load,
  acts: {},
  el,
  sheet,
}
const wishes: Record<string, string[]> = {}
Object.assign(window, { seloste: gate })

addEventListener('click', (event) => {
  const link = (event.target as Element).closest?.<HTMLAnchorElement>('[data-seloste]')
  if (!link) return
  event.preventDefault()
  load('choices', link.dataset.seloste, () => link.href && location.assign(link.href))
})
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', run)
else run()

/** Runs what is allowed and not running yet; asks about what was never asked. Call it again after adding to the page. */
function run() {
  for (const held of document.querySelectorAll<HTMLElement>('[data-service]')) {
    const id = held.dataset.service ?? ''
    if (running.has(held)) continue
    if (gate.allows(id)) {
      const made = [...((held as HTMLTemplateElement).content?.children ?? [held])].map(copied)
      running.set(held, made)
      held.after(...made)
    } else if (!SELOSTE.asked.some(({ scope }) => nameOf(scope) === id)) console.warn(`seloste: ${id} is not declared`)
  }
  if (document.querySelector('[data-embed]') || gate.unasked()[0]) load('choices', 'ask')
  if (document.querySelector('[data-seloste-form]')) load('form', 'ask')
}

function copied(held: Element): Element {
  if (held.localName !== 'script') return document.importNode(held, true)
  const made = el('script', {})
  made.async = false
  for (const { name, value } of held.attributes) {
    if (/^(data-)?src$/.test(name)) made.src = (trusted?.createScriptURL(value) ?? value) as string
    else if (!/^(on.*|data-service|type)$/.test(name) || value === 'module') made.setAttribute(name, value)
  }
  made.nonce = (held as HTMLScriptElement).nonce
  const text = held.textContent?.trim()
  if (text) made.text = (trusted?.createScript(text) ?? text) as string
  return made
}

/** Fetches a part of the widget once and hands it its wishes. Where it cannot be had, `missed` leads to the page without script. */
function load(part: string, wish = 'open', missed?: () => void) {
  const act = gate.acts[part]
  if (act) return act(wish)
  if (wishes[part]?.push(wish)) return
  const list = [wish]
  wishes[part] = list
  const address = `${home}${part}-${gate.language}.js`
  const script = el('script', {})
  script.src = (trusted?.createScriptURL(address) ?? address) as string
  script.onload = () => {
    for (const one of new Set(list)) gate.acts[part]?.(one)
  }
  script.onerror = () => {
    delete wishes[part]
    missed?.()
  }
  document.head.append(script)
}

function nameOf(scope: string) {
  return scope.split('.')[0]
}

function keptIn(cookies: string) {
  return cookies
    .split('; ')
    .find((one) => one.startsWith(`${choiceCookie}=`))
    ?.slice(choiceCookie.length + 1)
}
