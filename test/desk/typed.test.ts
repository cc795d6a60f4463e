import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { beginForm, broughtBack, type Form, followed, isBehind, keptAs, type Read, shownNew, typeInto, unsavedOf } from '../../web/src/ui/typed.ts' // biome-ignore format: one door

type Words = { bank: string; vat: string }
const kept = (words: Words): Words => ({ vat: words.vat.trim(), bank: words.bank.trim() })

test('in whatever order answers come, what is typed stays as it is typed, and all else is shown as it is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deeds), { maxLength: 40 }), (chosen) => {
      const desk = aDesk()
      for (const deed of chosen) {
        desk[deed]()
        desk.showsWhatIsTyped()
      }
      for (const deed of ['reach', 'answer', 'read', 'arrive'] as const) desk[deed]()
      desk.showsWhatIsTyped()
      desk.showsWhatIsKept()
    }),
    { numRuns: 2000 },
  )
})

test('what is typed while a first save is answered is shown as it is kept when it is saved in turn', () => {
  const desk = aDesk()
  desk.typeBank()
  desk.save()
  desk.reach()
  desk.typeVat()
  desk.answer()
  desk.arrive()
  assert.equal(desk.form.typed.bank, desk.server.read.bank, 'the first, though something else is being typed')
  desk.typeBank()
  for (const deed of ['save', 'reach', 'answer', 'arrive'] as const) desk[deed]()
  assert.deepEqual(desk.form.typed, desk.server.read)
  assert.deepEqual(unsavedOf(desk.form), {})
})

test('what a colleague kept is shown when asked for, and what was typed is brought back upon it', () => {
  const desk = aDesk()
  desk.typeBank()
  desk.colleague()
  desk.read()
  desk.arrive()
  const own = desk.form.typed.bank
  assert.ok(isBehind(desk.form, desk.record))
  const shown = shownNew(desk.form, desk.record)
  assert.deepEqual(shown.typed, desk.server.read)
  assert.deepEqual(broughtBack(shown).typed, { ...desk.server.read, bank: own })
})

const deeds = ['typeBank', 'typeVat', 'save', 'reach', 'answer', 'read', 'arrive', 'colleague'] as const

/** A form, its server and what is under way between them: one save at a time, and of several readings the one that was asked last. */
function aDesk() {
  let server: Read<Words> = { revision: 0, read: { bank: '1910', vat: '2939' } }
  let record = server
  let form: Form<Words> = beginForm(server)
  let nth = 0
  let save: { sent: Words; revision: number; as?: number | null } | null = null
  let reading: Read<Words> | null = null
  const typed = new Map<keyof Words, string>()
  const type = (part: keyof Words) => {
    const word = ` ${++nth} `
    typed.set(part, word)
    form = typeInto(form, { [part]: word })
  }
  const follow = () => {
    form = followed(form, record)
  }
  return {
    get form() {
      return form
    },
    get server() {
      return server
    },
    get record() {
      return record
    },
    typeBank: () => type('bank'),
    typeVat: () => type('vat'),
    save() {
      save ??= { sent: form.typed, revision: form.known.revision }
    },
    reach() {
      if (!save || save.as !== undefined) return
      const isCurrent = save.revision === server.revision
      if (isCurrent) server = { revision: server.revision + 1, read: kept(save.sent) }
      save.as = isCurrent ? server.revision : null
    },
    answer() {
      if (!save || save.as === undefined) return
      if (save.as !== null) {
        for (const [part, word] of typed) if (save.sent[part] === word) typed.delete(part)
        form = keptAs(form, save.sent, save.as)
      }
      save = null
      reading = server
      follow()
    },
    read() {
      reading = server
    },
    arrive() {
      if (reading) record = reading
      reading = null
      follow()
    },
    colleague() {
      server = { revision: server.revision + 1, read: { ...server.read, vat: `c${++nth}` } }
    },
    showsWhatIsTyped() {
      for (const [part, word] of typed) assert.equal(form.typed[part], word)
    },
    showsWhatIsKept() {
      if (isBehind(form, record)) return assert.ok(typed.size > 0, 'behind, though nothing is typed')
      assert.deepEqual({ ...form.typed, ...Object.fromEntries(typed) }, form.typed)
      for (const part of ['bank', 'vat'] as const)
        if (!typed.has(part)) assert.equal(form.typed[part], server.read[part])
    },
  }
}
