// The banner and the chooser: loaded only where somebody must be asked or wants to choose again.
import css from './choices.css?inline'
import type { Gate, WidgetWords } from './contract.ts'
import { placeEmbeds } from './embeds.ts'
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
  const scopes = gate.unasked()
  const isNews = !chosen && gate.choice !== null
  const asked = isNews ? scopes : gate.catalogue.asked.map(({ scope }) => scope)
  // What GPC denies is not part of what a first press allows: only an own tick in the chooser is.
  const denied = new Set(gate.gpc ? gate.catalogue.asked.flatMap(({ scope, ad }) => (ad ? scope : [])) : [])
  const all = (scope: string) =>
    (asked.includes(scope) && !denied.has(scope)) || (isNews && gate.choice?.said[scope] === true)
  const none = (scope: string) => isNews && gate.choice?.said[scope] === true
  const boxes = new Map<string, HTMLInputElement>()
  const way = chosen ? 'chooser' : 'banner'

  const heading = el('h2', { tabIndex: -1 }, isNews ? words.newTitle : words.title)
  const chooser = el(
    'div',
    { className: 'seloste-groups', hidden: !chosen },
    ...WORDS.groups.map((group) => groupOf(group, asked, boxes)),
  )
  const third = el(
    'button',
    {
      type: 'button',
      onclick: () => {
        if (chooser.hidden) {
          chooser.hidden = false
          third.textContent = words.save
          chooser.querySelector<HTMLInputElement>('input:not(:disabled)')?.focus()
        } else decide((scope) => boxes.get(scope)?.checked ?? none(scope), 'chooser', words.saved)
      },
    },
    chosen ? words.save : words.choose,
  )

  open = el(
    'section',
    { className: 'seloste', lang: gate.language, ariaLabel: words.title },
    el(
      'div',
      {},
      el(
        'div',
        { className: 'seloste-text' },
        heading,
        el(
          'p',
          {},
          isNews ? words.newText : words.text,
          ' ',
          el('a', { href: WORDS.page }, words.more),
          ' · ',
          el('a', { href: WORDS.statement }, words.statement),
        ),
        denied.size > 0 && el('p', {}, words.gpc),
        gate.choice?.receipt &&
          el('p', {}, el('a', { href: `${gate.home}receipts/${gate.choice.receipt}` }, words.receipt)),
        chooser,
      ),
      el(
        'p',
        { className: 'seloste-buttons' },
        el(
          'button',
          { type: 'button', onclick: () => decide(all, way, words.saved) },
          isNews ? words.newAll : words.all,
        ),
        el(
          'button',
          { type: 'button', onclick: () => decide(none, way, words.saved) },
          isNews ? words.newNone : words.necessary,
        ),
        third,
      ),
      chosen &&
        el('button', { type: 'button', className: 'seloste-close', ariaLabel: words.close, onclick: close }, '×'),
    ),
  )
  if (chosen) open.onkeydown = ({ key }) => key === 'Escape' && close()
  document.body.prepend(open)
  if (!chosen) return
  opener = document.activeElement
  heading.focus()
}

function groupOf(group: WidgetWords['groups'][number], asked: readonly string[], boxes: Map<string, HTMLInputElement>) {
  const own = group.services.filter(({ scope, free }) => free || asked.includes(scope))
  if (!own[0]) return ''
  const ticks = own.map(({ scope, free, name, lines }) => {
    // L-CK.4: nothing is ticked beforehand but what the visitor ticked before, and what the page cannot do without.
    const box = el('input', {
      type: 'checkbox',
      checked: Boolean(free) || gate.choice?.said[scope] === true,
      disabled: Boolean(free),
    })
    if (!free) boxes.set(scope, box)
    return {
      box,
      markup: el('li', {}, el('label', {}, box, ` ${name}`), ...lines.map((line) => el('small', {}, line))),
    }
  })
  const free = ticks.filter(({ box }) => !box.disabled).map(({ box }) => box)
  const whole = el('input', { type: 'checkbox', disabled: !free[0] })
  const agree = () => {
    whole.checked = ticks.every(({ box }) => box.checked)
    whole.indeterminate = !whole.checked && free.some(({ checked }) => checked)
  }
  whole.onchange = () =>
    free.forEach((box) => {
      box.checked = whole.checked
    })
  free.forEach((box) => {
    box.onchange = agree
  })
  agree()
  return el(
    'fieldset',
    {},
    el('legend', {}, el('label', {}, whole, ` ${group.label}`)),
    el('p', {}, group.note),
    el(
      'details',
      {},
      el('summary', {}, own.map(({ name }) => name).join(', ')),
      el('ul', {}, ...ticks.map(({ markup }) => markup)),
    ),
  )
}

function decide(allows: (scope: string) => boolean, way: string, said: string) {
  keep(gate, WORDS, Object.fromEntries(gate.catalogue.asked.map(({ scope }) => [scope, allows(scope)])), way)
  close()
  const status = el('p', { className: 'seloste-status', role: 'status' })
  document.body.append(status)
  // A live region speaks of what is put into it after it is there.
  setTimeout(() => {
    status.textContent = said
  }, 100)
  setTimeout(() => status.remove(), 6000)
}

function close() {
  open?.remove()
  open = null
  ;(opener as HTMLElement | null)?.focus()
  opener = null
}
