import { flushCompileCache } from 'node:module'
import { choicesKeyOf, useChoicesKey } from '#choices'
import { openPools } from '#platform/pools'
import { erasePerson } from '#rights'
import { running } from '#statement'
import type { Database } from '../src/database.ts'
import { ground } from '../src/ground.ts'
import { holdingsOf } from '../src/holdings.ts'

// A program for erasure-killed.test.ts to kill: erases the people it is told to, one after another.
const [url = '', now = ''] = process.argv.slice(2)
const db = openPools<Database>({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 2 })
const register = await running(db, ground, () => new Date(now))
useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for tests only')))
const { statement } = register.current() ?? {}
if (!statement) throw new Error('no statement is in force')
const occasion = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: new Date(now), under: '1' }

process.on('message', async (people: string[]) => {
  for (const personId of people)
    await erasePerson(register, occasion, { holdings: holdingsOf(register), statement, personId })
  process.send?.('done')
})
flushCompileCache()
process.send?.('ready')
