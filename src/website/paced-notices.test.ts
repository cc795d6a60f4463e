import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { useImportFolder } from '#exchange'
import type { Letter } from '#platform/mail'
import { anApp } from '#test/app'
import { imported } from '../exchange/import.fixture.ts'
import { sendDueNotices } from './send-due-notices.ts'

const { as, register } = await anApp()
const folder = await mkdtemp(join(tmpdir(), 'seloste-paced-'))
after(() => rm(folder, { recursive: true, force: true }))
useImportFolder(register, folder)
const sent: Letter[] = []
const mail = { send: async (letter: Letter) => void sent.push(letter), close: () => undefined }
const written = async (at: string) => {
  await register.setClock(at)
  sent.length = 0
  await sendDueNotices(register, mail, 'https://register.valo.example')
  return sent.map(({ to }) => to)
}

test('whom our own earlier register never told is told at the pace that was chosen, so many a day and nobody twice', async () => {
  const lines = [
    'Nimi;Sähköposti;Lisätty',
    ...['eka', 'toka', 'kolmas'].map((n) => `${n} Koe;${n}@koe.example;3.5.2021`),
  ]
  const wish = { source: 'own-register', noticesADay: 2 }
  const { run } = await imported(as('saku', 'sales'), Buffer.from(lines.join('\r\n')), wish)
  assert.equal(run.notices, 3)

  assert.deepEqual(await written('2026-03-02T14:00:00+02:00'), [], 'the day of the import is not in the plan')
  const first = await written('2026-03-03T09:00:00+02:00')
  assert.equal(first.length, 2)
  assert.deepEqual(await written('2026-03-03T13:00:00+02:00'), [])
  const second = await written('2026-03-04T09:00:00+02:00')
  assert.equal(second.length, 1)
  assert.deepEqual([...first, ...second].sort(), ['eka@koe.example', 'kolmas@koe.example', 'toka@koe.example'])
  assert.deepEqual(await written('2026-03-05T09:00:00+02:00'), [])
})
