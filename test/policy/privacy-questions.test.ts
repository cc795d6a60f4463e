import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

// What exists at the desk only because of privacy. A day at the desk (test/journeys/day-of-*) counts what stands here.
const questions: Record<string, readonly string[]> = {
  'access/AcknowledgeInstruction.tsx': ['instruction alone'],
  'access/DutiesFields.tsx': ['reason-for-duties'],
  'access/RecordUndertaking.tsx': ['undertaking alone'],
  'choices/ConsentForm.tsx': ['consent alone'],
  'choices/ObjectionForm.tsx': ['objection alone'],
  'choices/RestrictForm.tsx': ['restriction alone'],
  'choices/RestrictionRows.tsx': ['restriction-review alone', 'lifting-notice alone'],
  'choices/WithdrawForm.tsx': ['withdrawal alone'],
  'dealings/AddInvoice.tsx': ['told-of-refusal', 'product-group'],
  'dealings/invoices/EInvoicePart.tsx': ['source'],
  'dealings/orders/NewOrderScreen.tsx': ['told-of-refusal', 'product-group'],
  'lists/ExportList.tsx': ['export-reason'],
  'register/GiveStatement.tsx': ['giving-the-statement alone'],
  'register/SourceChoice.tsx': ['source', 'source-note'],
  'register/UnprovenEmail.tsx': ['unproven-email'],
  'register/capture/CaptureScreen.tsx': ['told-of-register'],
}

// Whole places that are privacy's own work, or the administrator's: nobody meets them on the way to something else.
const ownWork = /^(rights|oversight|statement|website)\//

// Asked by any house: why a sale was lost, a customer left, an invoice was credited, a letter came back.
const anybodyAsks = [
  'dealings/chain/AskWhy.tsx reason',
  'dealings/invoices/CreditForm.tsx creditReason',
  'dealings/orders/PlanDelivery.tsx aboveReason',
  'dealings/pipeline/LostDialog.tsx lostWhy',
  'marketing/ReturnsScreen.tsx reason',
  'register/EndRelationship.tsx endWhy',
]

const desk = fileURLToPath(new URL('../../web/src', import.meta.url))
const screens = readdirSync(desk, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name: relative(desk, join(desk, name)), text: readFileSync(join(desk, name), 'utf8') }))
  .filter(({ name }) => !ownWork.test(name))

const marksIn = (text: string) =>
  [...text.matchAll(/data-asks="([^"]+)"(\s+data-asks-alone)?/g)].map(
    ([, asks, alone]) => asks + (alone ? ' alone' : ''),
  )

test('each question that only privacy asks carries its mark, and every mark is on the list', () => {
  const marked = screens.flatMap(({ name, text }) => {
    const marks = marksIn(text)
    return marks.length > 0 ? [[name, marks]] : []
  })
  assert.deepEqual(Object.fromEntries(marked.sort()), questions)
})

test('a control whose label speaks of sources, reasons, telling or consent is marked, or any house would ask it', () => {
  const control =
    /<(?:TextInput|Textarea|Select|MultiSelect|NumberInput|Checkbox|Switch|FileInput|(?:Radio|Checkbox)\.Group)\b[\s\S]*?\n?\s*\/?>/g
  const found = screens.flatMap(({ name, text }) => {
    if (marksIn(text).some((mark) => mark.endsWith(' alone'))) return []
    return [...text.matchAll(control)].flatMap(([whole]) => {
      const [, key = ''] = /label=\{[\w.]*\.(\w+)\}/.exec(whole) ?? []
      return speaksOfPrivacy.test(key) && !whole.includes('data-asks') ? [`${name} ${key}`] : []
    })
  })
  assert.deepEqual(found.sort(), anybodyAsks)
})

test('a screen that sends what only privacy needs asks for it where it is counted', () => {
  const sends =
    /toldOfRefusal:|\/(?:restrictions|objections|refusals|consents|undertaking|acknowledgement|notice-deliveries)\b/
  const asks = /data-asks|<(?:SourceChoice|ObjectionForm|GiveStatement)\b/
  const unmarked = screens.filter(({ text }) => sends.test(text) && !asks.test(text)).map(({ name }) => name)
  assert.deepEqual(unmarked, [])
})

const speaksOfPrivacy =
  /source|origin|reason|why|told|sale$|productGroup|undertak|acknowledg|statement|notice|ground|purpose|restrict|consent|refus|objec/i
