import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { importKinds as kinds } from '../../import-kinds.ts'
import { useImportFolder } from '../files/import-folder.ts'
import { goOnWithImports } from '../import-jobs.ts'
import { keepImport } from '../keep-import.ts'
import { runImport } from '../run-import.ts'
import { tryImport } from '../try-import.ts'

const { register, ids, ledger } = await anApp()
const folder = await mkdtemp(join(tmpdir(), 'seloste-together-'))
after(() => rm(folder, { recursive: true, force: true }))
useImportFolder(register, folder)
const occasion = { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', at: register.now(), under: '1' }
const rows = async <R>(query: string) => (await sql.raw<R>(query).execute(register.db.owner())).rows

// Lines 3, 24 and 44 lack their rate: the first opens the price list of its lines, and so does what is taken anew after it.
const lacking = [3, 24, 44]
async function* file(): AsyncGenerator<Buffer> {
  yield Buffer.from('Koodi;Nimi;ALV;Hinta;Hinnasto\n')
  for (let n = 1; n <= 45; n++)
    yield Buffer.from(`Y-${n};Tuote ${n};${lacking.includes(n) ? '' : '25,5'};${n},50;Yhteinen\n`)
}

test('lines that share a savepoint stand each for itself: what one is refused for takes nothing of the others, nor says it twice', async () => {
  const id = await keepImport(register as never, occasion, file(), 'products')
  const one = { running: register as never, occasion, id, kinds }
  const columns = ['sku', 'names.fi', 'vatRate', 'price', 'priceList']
  await tryImport(one, { columns, source: '', personKey: '', companyKey: '', overwrite: {} })
  const until = async (state: string) => {
    for (let n = 0; n < 20; n++) {
      const [run] = await rows<{ state: string }>(`select state from register.import_run where id = '${id}'`)
      if (run?.state === state) return
      await goOnWithImports(register as never, id, kinds)
    }
    assert.fail(`never ${state}`)
  }
  await until('tried')
  const refused = () =>
    rows<{ line: number; code: string; field: string }>(
      `select line - 1 as line, code, field from register.import_line where import_id = '${id}' and code is not null order by line`,
    )
  const wrong = lacking.map((line) => ({ line, code: 'VALUE_REQUIRED', field: 'vatRate' }))
  assert.deepEqual(await refused(), wrong)
  assert.deepEqual(await rows(`select id from register.product where sku like 'Y-%'`), [], 'a trial leaves nothing')
  const before = (await ledger()).length
  await runImport(one)
  await until('finished')
  assert.deepEqual(await refused(), wrong, 'the run is as the trial said')
  const [kept] = await rows(`select count(distinct product.id)::int as products, count(price.id)::int as prices,
      count(distinct price_list_id)::int as lists, (select count(*)::int from register.price_list where name = 'Yhteinen') as opened
    from register.product left join register.price on product_id = product.id where sku like 'Y-%'`)
  assert.deepEqual(kept, { products: 42, prices: 42, lists: 1, opened: 1 })
  const told = (await ledger()).slice(before)
  for (const [what, times] of [
    ['product.entered', 42],
    ['price.set', 42],
    ['price-list.opened', 1],
  ] as const)
    assert.equal(told.filter((one) => one.startsWith(`${what} `)).length, times, what)
})
