import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'

const screens: [string, string][] = []
for await (const file of glob('web/src/**/*.tsx')) screens.push([file, await readFile(file, 'utf8')])

test('every form of the desk asks before what is typed in it is lost', () => {
  const bare = screens.filter(([file, text]) => /<form\b/.test(text) && file !== 'web/src/ui/Form.tsx')
  assert.ok(screens.filter(([, text]) => /<Form\b/.test(text)).length > 40)
  for (const [file, text] of bare)
    assert.match(text, /\b(useTyped\w*|useUnsaved)\(|form: TypedOf/, `${file}: use <Form> of ui/, or useTyped`)
})

test('every window of the desk asks before it is closed upon what is typed in it', () => {
  const own = screens.filter(([file, text]) => /<(Modal|Drawer)\b/.test(text) && !file.startsWith('web/src/ui/'))
  assert.deepEqual(
    own.map(([file]) => file),
    [],
    'use <Dialog> or <SideDialog> of ui/',
  )
})
