import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { printSchema } from '../../tools/print-schema.ts'
import { aRegister } from '../register.ts'

const file = fileURLToPath(new URL('../../schema.sql', import.meta.url))

test('schema.sql is what the migrations make; WRITE_SCHEMA=1 prints it anew', async () => {
  const register = await aRegister({ statement: null })
  const printed = await printSchema(register.db.owner())
  if (process.env.WRITE_SCHEMA) await writeFile(file, printed)
  assert.equal(await readFile(file, 'utf8').catch(() => ''), printed)
})
