import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { leafHash } from './leaf.ts'
import { aLedger } from './ledger.fixture.ts'

const { db, record, seal } = await aLedger()
await record(1)
await seal()

const tables = ['ledger_leaf', 'ledger_opening', 'ledger_index', 'ledger_checkpoint', 'access_log']
const refused = { code: '42501' }

const mayRead: Record<string, string[]> = { sealer: tables, retention: ['ledger_opening'], rights: ['ledger_opening'] }
const mayDelete: Record<string, string[]> = { retention: ['ledger_opening'], rights: ['ledger_opening'] }

for (const role of ['sales', 'service', 'ledger', 'sealer', 'retention', 'rights']) {
  test(`${role} reads and erases of the ledger what its work needs, and changes nothing`, async () => {
    for (const table of tables) {
      const may = async (deed: string, isAllowed: boolean | undefined) => {
        const done = sql.raw(deed).execute(db.as(role))
        if (isAllowed) await done
        else await assert.rejects(done, refused, deed)
      }
      await may(`select * from register.${table}`, mayRead[role]?.includes(table))
      await may(`delete from register.${table} where false`, mayDelete[role]?.includes(table))
      await may(
        `update register.${table} set ${table === 'access_log' ? 'by = by' : table === 'ledger_index' ? 'hash = hash' : 'at = at'}`.replace(
          'ledger_opening set at = at',
          'ledger_opening set salt = salt',
        ),
        false,
      )
      await may(`truncate register.${table}`, false)
    }
  })
}

test('rights reads when and why somebody looked, and not who it was (C-579/21)', async () => {
  await sql`select id, at, duty, purpose, people, fields, under from register.access_log`.execute(db.as('rights'))
  await assert.rejects(sql`select by from register.access_log`.execute(db.as('rights')), refused)
})

test('a duty cannot choose the order of its own leaf', async () => {
  const early = sql`insert into register.ledger_leaf (hash, seq, at) overriding system value values (sha256('early'), -1, now())`
  await assert.rejects(early.execute(db.as('sales')), refused)
})

test('a duty speaks for itself alone: it writes no leaf in another’s name, and publishes nothing', async () => {
  const forged = (payload: object) => {
    const salt = randomBytes(16)
    const text = JSON.stringify({ about: 'x', detail: {}, by: 'x', purpose: 'x', at: '', under: '1', ...payload })
    return db
      .as('sales')
      .transaction()
      .execute(async (transaction) => {
        await sql`insert into register.ledger_leaf (hash, at) values (${leafHash(salt, text)}, now())`.execute(
          transaction,
        )
        await sql`insert into register.ledger_opening (hash, salt, payload) values (${leafHash(salt, text)}, ${salt}, ${text}::jsonb)`.execute(
          transaction,
        )
      })
  }
  await assert.rejects(forged({ what: 'person.corrected', duty: 'service' }), refused)
  await assert.rejects(forged({ what: 'person.corrected' }), refused)
  await assert.rejects(forged({ what: 'statement.published', duty: 'sales' }), refused)
  await forged({ what: 'person.corrected', duty: 'sales' })
})

test('a duty cannot write its own access-log entry, and the log cannot write the ledger', async () => {
  const entry = sql`insert into register.access_log (at, by, duty, purpose, people, fields, under) values (now(), 'a', 'a', 'a', '{}', '{}', '1')`
  await assert.rejects(entry.execute(db.as('sales')), refused)
  await assert.rejects(
    sql`insert into register.ledger_leaf (hash, at) values (sha256('x'), now())`.execute(db.as('ledger')),
    refused,
  )
})

test('only the sealer makes months of the access log, and only retention drops them', async () => {
  const make = sql`select seloste.make_access_log_months(now(), 0)`
  const drop = sql`select seloste.drop_access_log_month('2026-01-01')`
  for (const role of ['sales', 'ledger', 'retention', 'rights'])
    await assert.rejects(make.execute(db.as(role)), refused)
  for (const role of ['sales', 'ledger', 'sealer', 'rights']) await assert.rejects(drop.execute(db.as(role)), refused)
})
