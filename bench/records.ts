import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { choicesKeyOf, useChoicesKey } from '#choices'
import { continueImport, keepImport, runImport, tryImport, useImportFolder } from '#exchange'
import { publish } from '#statement'
import { employCast } from '../src/demo/employ-cast.ts'
import { importKinds } from '../src/import-kinds.ts'
import { openRegister } from '../src/open.ts'
import { dropDatabase, ensureDatabase } from '../src/platform/databases.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import { copyTables, type ImportMeasure } from './import.ts'
import { makePeople } from './people.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = {
  products: {
    ...{ columns: ['sku', 'names.fi', 'unit', 'vatRate', 'price', 'priceList'], tables: ['product', 'price'] },
    line: (n: number) => `K-${n};Koetuote ${n};kpl;25,5;${10 + (n % 900)},50;Perushinnasto`,
  },
  opportunities: {
    ...{ columns: ['title', 'company', 'valueCents', 'probability', 'expectedClose'], tables: ['opportunity'] },
    line: (n: number, firms: readonly string[]) =>
      `Kohde ${n};${firms[n % firms.length]};${1000 + (n % 9000)},00;${n % 90};31.12.2026`,
  },
} as const

/** Imports so many products, and then opportunities of companies held, and copies the rows that each made raw into an empty register. */
export async function measureRecords({ lines, json, directory }: ImportMeasure, said: (line: string) => void) {
  const postgres = await startPostgres({ directory: directory ?? `${root}/.seloste/bench`, durable: true })
  const names = ['bench_import', 'bench_copied'] as const
  for (const name of names) await dropDatabase(postgres.url, name)
  const folder = await mkdtemp(join(tmpdir(), 'seloste-bench-'))
  const settings = { prefix: 'seloste_bench', secret: 'a secret for benchmarks only', size: 8 }
  const [{ url }, { url: other }] = await Promise.all(
    names.map((name) => ensureDatabase(postgres.url, name)) as [never, never],
  )
  const register = await openRegister({ ...settings, url })
  await (await openRegister({ ...settings, url: other })).db.close()
  useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for benchmarks')))
  useImportFolder(register, folder)
  try {
    const at = new Date()
    const staff = await employCast(register, at)
    const source = await readFile(`${root}/examples/valo-group.yaml`, 'utf8')
    await publish(register, { by: staff.tomas, duty: 'admin', purpose: 'statement', at, under: '0' }, source)
    await makePeople(url, 25_000)
    const owner = register.db.owner()
    const { rows } = await sql<{
      name: string
    }>`select min(name) as name from register.organisation group by seloste.folded(name)
      having count(*) = 1 order by 1 limit 5000`.execute(owner)
    const firms = rows.map(({ name }) => name)
    const occasion = { by: staff.saku, duty: 'sales', purpose: 'customer-relationship', at, under: '1' }
    const results: object[] = []
    for (const [holds, { columns, tables, line }] of Object.entries(files)) {
      const file = [columns.join(';'), ...Array.from({ length: lines }, (_, n) => line(n, firms))].join('\n')
      const id = await keepImport(register as never, occasion, [Buffer.from(file)] as never, holds)
      const one = { running: register as never, occasion, id, kinds: importKinds }
      const tried = await seconds(async () => {
        await tryImport(one, {
          columns,
          source: 'order',
          personKey: 'person.email',
          companyKey: 'org.businessId',
          overwrite: {},
        } as never)
        await continueImport(one)
      })
      const taken = await seconds(async () => {
        await runImport(one)
        await continueImport(one)
      })
      const run = await owner
        .selectFrom('register.import_run')
        .select(['state', 'made', 'refused', 'fault'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await copyTables(url, { folder, way: 'out', tables })
      const raw = await seconds(() => copyTables(other, { folder, way: 'in', tables, freely: true }))
      const whole = tried + taken
      const [takenRatio, wholeRatio] = [raw / taken, raw / whole]
      results.push({ holds, lines, tried, taken, raw, takenRatio, wholeRatio, ...run })
      said(
        `${holds.padEnd(14)} tried ${tried.toFixed(1)} s, taken ${taken.toFixed(1)} s (${(lines / taken).toFixed(0)}/s), raw COPY ${raw.toFixed(2)} s: taken ${takenRatio.toFixed(3)}, whole ${wholeRatio.toFixed(3)}; ${JSON.stringify(run)}`,
      )
    }
    if (json) console.log(JSON.stringify(results))
  } finally {
    await register.db.close()
    for (const name of names) await dropDatabase(postgres.url, name)
    await rm(folder, { recursive: true, force: true })
    await postgres.stop()
  }
}

async function seconds(deed: () => Promise<unknown>) {
  const began = performance.now()
  await deed()
  return (performance.now() - began) / 1000
}
