import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { kills } from '#test/kills'
import { importKinds as kinds } from '../../import-kinds.ts'
import { useImportFolder } from '../files/import-folder.ts'
import { goOnWithImports } from '../import-jobs.ts'
import { keepImport } from '../keep-import.ts'
import { runImport } from '../run-import.ts'
import { tryImport } from '../try-import.ts'
import { undoImport } from '../undo-import.ts'

const { register, ids } = await anApp()
const folder = await mkdtemp(join(tmpdir(), 'seloste-killed-'))
after(() => rm(folder, { recursive: true, force: true }))
useImportFolder(register, folder)
const lines = 450
const most = Math.min(kills, 8) // each of three phases
const occasion = { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', at: register.now(), under: '1' }

test('a price list is cut off at any moment: every line is taken once, and undone once', async () => {
  const id = await keepImport(register as never, occasion, file(), 'products')
  const one = { running: register as never, occasion, id, kinds }
  const columns = ['sku', 'names.fi', 'vatRate', 'price', 'priceList']
  await tryImport(one, { columns, source: '', personKey: '', companyKey: '', overwrite: {} })
  const killed = { reading: 0, running: 0, undoing: 0 }
  const until = async (state: 'tried' | 'finished' | 'undone', during: keyof typeof killed) => {
    for (let round = 0; (await stateOf(id)) !== state && round < 200; round++) {
      const isCut = killed[during] < most && (await cut(id, 15 + ((round * 97) % 400)))
      if (isCut) killed[during]++
      else await goOnWithImports(register as never, id, kinds).catch(() => pause(20)) // as a job comes round again
    }
    assert.equal(await stateOf(id), state)
  }
  await until('tried', 'reading')
  assert.deepEqual(await held(), { products: 0, prices: 0, lists: 0, told: 0 })
  await again(() => runImport(one))
  await until('finished', 'running')
  assert.deepEqual(await held(), { products: lines, prices: lines, lists: 1, told: lines })
  const run = await register.db
    .owner()
    .selectFrom('register.import_run')
    .select(['made', 'updated', 'refused', 'taken_lines', 'file_key'])
    .where('id', '=', id)
    .executeTakeFirst()
  assert.deepEqual(run, { made: lines, updated: 0, refused: 0, taken_lines: lines, file_key: null })
  await again(() => undoImport(one))
  await until('undone', 'undoing')
  assert.deepEqual(await held(), { products: 0, prices: 0, lists: 0, told: lines })
  console.log(`# cut ${JSON.stringify(killed)}`)
  assert.ok(killed.reading > 0 && killed.running > 0 && killed.undoing > 0)
})

async function held() {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from register.product where sku like 'K-%' and binned_at is null) as products,
      (select count(*)::int from register.price join register.product on product.id = product_id where sku like 'K-%') as prices,
      (select count(*)::int from register.price_list where name = 'Katko') as lists,
      (select count(*)::int from register.ledger_opening where payload ->> 'what' = 'product.entered') as told`.execute(
    register.db.owner(),
  )
  return { ...rows[0] }
}

/** A connection of before the cut fails once. */
async function again(deed: () => Promise<void>) {
  for (let round = 0; round < 20; round++) {
    try {
      return await deed()
    } catch (fault) {
      if (round === 19) throw fault
      await pause(20)
    }
  }
}

/** Cuts every connection in the middle of the work, as a power cut does: false where the work was over before. */
async function cut(id: string, after: number): Promise<boolean> {
  let isOver = false
  const work = goOnWithImports(register as never, id, kinds)
    .catch(() => undefined)
    .finally(() => {
      isOver = true
    })
  await pause(after)
  while (!isOver) {
    const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'seloste_test_sales' and state <> 'idle'`.execute(
      register.db.owner(),
    )
    await (rows.length > 0 ? work : pause(5))
    if (rows.length > 0) return true
  }
  return false
}

async function stateOf(id: string) {
  const row = await register.db
    .owner()
    .selectFrom('register.import_run')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.state
}

async function* file(): AsyncGenerator<Buffer> {
  yield Buffer.from('Koodi;Nimi;ALV;Hinta;Hinnasto\n')
  for (let n = 0; n < lines; n++) yield Buffer.from(`K-${n};Tuote ${n};25,5;${n},50;Katko\n`)
}
