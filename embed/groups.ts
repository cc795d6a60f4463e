import type { Gate, WidgetWords } from './contract.ts'

type Group = WidgetWords['groups'][number]

/** One group of the chooser: a box for all of it, and behind it each service with what it does, its cookies and who else gets in. */
export function groupOf(gate: Gate, group: Group, asked: readonly string[], boxes: Map<string, HTMLInputElement>) {
  const { el } = gate
  const own = group.services.filter(({ scope, free }) => free || asked.includes(scope))
  if (!own[0]) return ''
  const ticks = own.map(({ scope, free }) => {
    // L-CK.4: nothing is ticked beforehand but what the visitor ticked before, and what the page cannot do without.
    const box = el('input', {
      type: 'checkbox',
      checked: Boolean(free ?? gate.choice?.said[scope]),
      disabled: Boolean(free),
    })
    if (!free) boxes.set(scope, box)
    return box
  })
  const whole = el('input', { type: 'checkbox', disabled: ticks.every(({ disabled }) => disabled) })
  const agree = () => {
    whole.checked = ticks.every(({ checked }) => checked)
    whole.indeterminate = !whole.checked && ticks.some(({ checked }) => checked)
  }
  whole.onchange = () => {
    for (const box of ticks) box.checked = whole.checked
  }
  for (const box of ticks) box.onchange = agree
  agree()

  const small = (line: string) => el('small', {}, line)
  const lines = own.map(({ name, lines }, at) => el('li', {}, el('label', {}, ticks[at], name), ...lines.map(small)))
  const names = own.map(({ name }) => name).join(', ')
  return el(
    'div',
    { role: 'group', ariaLabel: group.label },
    el('label', {}, whole, el('strong', {}, group.label)),
    small(group.note),
    el('details', {}, el('summary', {}, names), el('ul', {}, ...lines)),
  )
}
