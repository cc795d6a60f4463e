import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { object } from '#choices'
import { keepReplayLog, keyInFile, liveLedger, perform, seal, verify } from '#ledger'
import { dropDatabase } from '#platform/databases'
import { keptBeside } from '#platform/spare-database'
import type { Running } from '#statement'
import { anApp } from '#test/app'
import type { Database } from '../database.ts'
import { eraseAgain, openIn, replayLogIn } from '../open-in.ts'
import { backUp, restoreIn } from '../restore-in.ts'

const origin = 'register.valo.example'

/** A register at work whose keys, seals and replay log lie in a folder of its own, as those of a real one do. */
export async function aKeptRegister() {
  const directory = await mkdtemp(join(tmpdir(), 'seloste-keeping-'))
  const { as, register, app } = await anApp()
  await writeFile(
    join(directory, 'suppression.key'),
    `${Buffer.alloc(32, 'a key for tests only').toString('base64url')}\n`,
    {
      mode: 0o600,
    },
  )
  const key = await keyInFile(join(directory, 'ledger.key'), origin)
  keepReplayLog(register.db, replayLogIn(directory))
  const { url } = register.db
  const place = { url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 2, directory }
  const checkpointFile = join(directory, 'checkpoints.txt')
  const now = () => register.now()

  after(async () => {
    for (const { name } of await keptBeside(url, 'before')) await dropDatabase(url.replace(/[^/]*$/, 'postgres'), name)
    await rm(directory, { recursive: true })
  })
  const sealing = (at: Date) => ({ at, origin, key, checkpointFile })
  return {
    ...{ as, register, directory, place, url, app },
    person: async (name: string) => {
      const values = { 'person.name': name, 'person.email': `${name.split(' ')[0]?.toLowerCase()}@koti.example` }
      return (await as('saku')('POST', '/people', { values, source: 'order' })).json().id as string
    },
    backUp: () => backUp(register, place, { reason: 'by-hand', by: 'register' }),
    erase: (id: string) => eraseAgain(register)(id),
    objects: (personId: string) =>
      perform(
        register.db,
        { by: 'register', duty: 'privacy', purpose: 'direct-marketing', at: now(), under: '1' },
        (act) => object(act as never, { personId, scope: 'all', via: 'phone' }),
      ),
    seal: () => seal(register.db, sealing(now())),
    sealIn: (other: Running<Database>) => seal(other.db, sealing(now())),
    verify: async (other: Running<Database>) => verify(await liveLedger(other.db, { keys: [key], checkpointFile })),
    /** Lets go of the database, as a stopped server does. */
    stop: () => register.db.close(),
    restore: (file: string, more: Partial<Parameters<typeof restoreIn>[1]> = {}) =>
      restoreIn(place, { file, now, ...more }),
    /** As a server starts. */
    start: () => openIn(place, now),
  }
}
