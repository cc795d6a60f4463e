import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { aLedger, occasion } from './ledger.fixture.ts'
import { look } from './look.ts'

const { db } = await aLedger()
const mine = { ...occasion, reach: 'own' as const }
const actingOf = (own: object) =>
  sql<{ acting: string | null }>`select seloste.acting() as acting`
    .execute(own as never)
    .then(({ rows }) => rows[0]?.acting)

test('a branch of a view that failed asks nothing more: its connection is somebody else’s by then', async () => {
  let go = () => {}
  const gate = new Promise<void>((opened) => {
    go = opened
  })
  const late: Promise<unknown>[] = []
  const failed = look(db, mine, async ({ db: own, saw }) => {
    saw([], [])
    const branch = (ask: () => Promise<unknown>) => {
      const asked = gate.then(ask)
      late.push(asked)
      asked.catch(() => undefined) // told below
      return asked
    }
    return Promise.all([
      Promise.reject(new Error('one part failed')),
      branch(() => actingOf(own)),
      branch(() => own.selectNoFrom(sql<string>`seloste.acting()`.as('acting')).execute()),
    ])
  })
  await assert.rejects(failed, /one part failed/)
  go()
  for (const asked of late) await assert.rejects(asked, /a view asked after it had ended/)
})

test('a handle that is kept from a view that ended well refuses too, and the next view has its own', async () => {
  const kept: object[] = []
  const read = () =>
    look(db, mine, async ({ db: own, saw }) => {
      saw([], [])
      kept.push(own)
      return actingOf(own)
    })
  assert.equal(await read(), 'ingrid')
  assert.equal(await read(), 'ingrid')
  for (const own of kept) await assert.rejects(actingOf(own), /a view asked after it had ended/)
})

test('what a view had asked before it failed is answered before its connection goes back', async () => {
  const asked: Promise<unknown>[] = []
  await assert.rejects(
    look(db, mine, async ({ db: own, saw }) => {
      saw([], [])
      asked.push(actingOf(own), actingOf(own))
      throw new Error('failed at once')
    }),
    /failed at once/,
  )
  assert.deepEqual(await Promise.all(asked), ['ingrid', 'ingrid'])
})
