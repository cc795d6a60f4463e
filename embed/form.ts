// The contact form of the statement on the company's own page. Without script, the link inside the place leads to the form itself.

import type { Gate } from './contract.ts'
import css from './form.css?inline'

interface Form {
  action: string
  token: string
  lead: string
  fields: { name: string; label: string; kind: string; required: boolean; autocomplete: string }[]
  trap: string
  notice: string
  more: string
  statement: string
  send: string
  failed: string
}
type Answer = { title: string; text: string } | { said: string; faults: Record<string, string>; token: string }

const gate = (window as unknown as { seloste: Gate }).seloste
const { el } = gate

gate.sheet(css)
gate.acts.form = () => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-seloste-form]:not([data-placed])')) {
    place.dataset.placed = ''
    void fill(place)
  }
}

async function fill(place: HTMLElement) {
  const asked = await fetch(`${gate.home}${gate.language}/contact/form.json`, { credentials: 'omit' }).catch(() => null)
  if (!asked?.ok) return // the link inside stays
  const form: Form = await asked.json()
  const fields = form.fields.map((field) => {
    const control =
      field.kind === 'long'
        ? el('textarea', { rows: 6 })
        : el('input', { type: field.kind, autocomplete: field.autocomplete as AutoFill })
    Object.assign(control, { name: field.name, required: field.required, id: `seloste-${field.name}` })
    const fault = el('strong', { id: `${control.id}-fault` })
    return { control, fault, markup: el('p', {}, el('label', { htmlFor: control.id }, field.label), control, fault) }
  })
  const trap = el('input', { name: 'website', tabIndex: -1, autocomplete: 'off' })
  const begun = el('input', { type: 'hidden', name: 'begun', value: form.token })
  const status = el('p', { role: 'status' })
  const send = el('button', {}, form.send)
  const whole = el(
    'form',
    { className: 'seloste-form', lang: gate.language, noValidate: true, onsubmit: submit },
    el('p', {}, form.lead),
    ...fields.map(({ markup }) => markup),
    el('p', { className: 'seloste-trap', ariaHidden: 'true' }, el('label', {}, form.trap, trap)),
    begun,
    el('p', { className: 'seloste-notice' }, form.notice, ' ', el('a', { href: form.statement }, form.more)),
    status,
    send,
  )
  place.replaceChildren(whole)

  function submit(event: Event) {
    event.preventDefault()
    send.disabled = true
    const body = new URLSearchParams(new FormData(whole) as unknown as Record<string, string>)
    fetch(form.action, { method: 'POST', body, credentials: 'omit' })
      .then((answer) => answer.json() as Promise<Answer>)
      .then(told, () => {
        status.textContent = form.failed
      })
      .finally(() => {
        send.disabled = false
      })
  }

  function told(answer: Answer) {
    if ('title' in answer) {
      const title = el('h3', { tabIndex: -1 }, answer.title)
      place.replaceChildren(el('div', { className: 'seloste-form', role: 'status' }, title, el('p', {}, answer.text)))
      return title.focus()
    }
    status.textContent = answer.said ?? form.failed
    begun.value = answer.token ?? begun.value
    const faults = answer.faults ?? {}
    for (const { control, fault } of fields) {
      fault.textContent = faults[control.name] ?? ''
      control.ariaInvalid = faults[control.name] ? 'true' : null
      control.setAttribute('aria-describedby', fault.id)
    }
    fields.find(({ control }) => faults[control.name])?.control.focus()
  }
}
