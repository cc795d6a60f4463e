// The banner and the chooser: loaded only where somebody must be asked or wants to choose again.
import css from './choices.css?inline'
import type { Gate, WidgetWords } from './contract.ts'
import { placeEmbeds } from './embeds.ts'
import { groupOf } from './groups.ts'
import { keep } from './keep.ts'

/** Written before this file by the server: the words and the catalogue, in one language. */
declare const WORDS: WidgetWords

const gate = (window as unknown as { seloste: Gate }).seloste
const { el } = gate
const { words } = WORDS
let open: HTMLElement | null = null
let opener: Element | null = null

gate.sheet(css)
gate.acts.choices = (wish) => {
  if (wish === 'withdraw') return decide(() => false, 'chooser', words.withdrawn)
  placeEmbeds(gate, WORDS)
  if (wish === 'open') return show(true)
  if (gate.unasked()[0] && !open) show(false)
}

/** First layer and chooser are one region of the page: not a dialogue, no focus taken unless somebody opened it themselves. */
function show(chosen: boolean) {
  open?.remove()
  const before = gate.choice?.said ?? {}
  const isNews = !chosen && gate.choice !== null
  const { asked } = gate.catalogue
  const shown = isNews ? gate.unasked() : asked.map(({ scope }) => scope)
  // What GPC denies is not part of what a first press allows: only an own tick in the chooser is.
  const denied = gate.gpc ? asked.filter(({ ad }) => ad).map(({ scope }) => scope) : []
  const none = (scope: string) => isNews && before[scope] === true
  const all = (scope: string) => none(scope) || (shown.includes(scope) && !denied.includes(scope))
  const boxes = new Map<string, HTMLInputElement>()
  const ticked = (scope: string) => boxes.get(scope)?.checked ?? none(scope)
  const deciding = (allows: (scope: string) => boolean, way: string) => () => decide(allows, way, words.saved)
  const way = chosen ? 'chooser' : 'banner'

  const groups = el('div', { hidden: !chosen }, ...WORDS.groups.map((group) => groupOf(gate, group, shown, boxes)))
  const third = button(chosen ? words.save : words.choose, () => {
    if (!groups.hidden) return deciding(ticked, isNews ? 'banner' : 'chooser')()
    groups.hidden = false
    third.textContent = words.save
    groups.querySelector<HTMLElement>('input:enabled')?.focus()
  })
  const heading = el('h2', { tabIndex: -1 }, isNews ? words.newTitle : words.title)
  const text = isNews ? words.newText : words.text.replace('{groups}', purposes(denied))
  const receipt = gate.choice?.receipt
  const told = el(
    'div',
    { className: 'seloste-text' },
    heading,
    el('p', {}, text, ' ', link(WORDS.page, words.more), ' · ', link(WORDS.statement, words.statement)),
    denied[0] && el('p', {}, words.gpc),
    receipt && el('p', {}, link(`${gate.home}receipts/${receipt}`, words.receipt)),
    groups,
  )
  const buttons = el(
    'p',
    {},
    button(isNews ? words.newAll : words.all, deciding(all, way)),
    button(isNews ? words.newNone : words.necessary, deciding(none, way)),
    third,
  )
  const shut = chosen && Object.assign(button('×', close), { ariaLabel: words.close })

  open = el(
    'div',
    { className: 'seloste seloste-bar', role: 'region', lang: gate.language, ariaLabel: words.title },
    el('div', {}, told, buttons, shut),
  )
  document.body.prepend(open)
  // WCAG 2.2, 2.4.11: what gets the focus behind the banner scrolls into sight above it.
  scrolled(`${open.offsetHeight}px`)
  if (!chosen) return
  open.onkeydown = ({ key }) => key === 'Escape' && close()
  opener = document.activeElement
  heading.focus()
}

function button(text: string, onclick: () => void) {
  return el('button', { type: 'button', onclick }, text)
}

function link(href: string, text: string) {
  return el('a', { href }, text)
}

/** What a press on the first layer is about: the groups that wait for a choice and that the browser has not refused already. */
function purposes(denied: readonly string[]) {
  const asked = WORDS.groups.filter(({ services }) =>
    services.some(({ scope, free }) => !free && !denied.includes(scope)),
  )
  return new Intl.ListFormat(gate.language).format(asked.map(({ label }) => label.toLocaleLowerCase()))
}

function decide(allows: (scope: string) => boolean, way: string, said: string) {
  keep(gate, WORDS, Object.fromEntries(gate.catalogue.asked.map(({ scope }) => [scope, allows(scope)])), way)
  close()
  const status = el('div', { className: 'seloste seloste-said', role: 'status' })
  document.body.append(status)
  // A live region speaks of what is put into it after it is there.
  setTimeout(() => status.append(el('span', {}, said)), 100)
  setTimeout(() => status.remove(), 6000)
}

function scrolled(room: string) {
  Object.assign(document.documentElement.style, { scrollPaddingBottom: room, paddingBottom: room })
}

function close() {
  scrolled('')
  open?.remove()
  open = null
  ;(opener as HTMLElement | null)?.focus()
  opener = null
}
