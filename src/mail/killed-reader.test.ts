import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { kills } from '#test/kills'
import { inOneFile } from '#test/one-file'
import { dovecotHere, noDovecot, startDovecot } from './dovecot.fixture.ts'
import { mailboxWish, mailFrom, mailWorld } from './mail-world.fixture.ts'

const place = dovecotHere()
if (!place) console.error(`\n${noDovecot}\n`)
const child = await inOneFile(new URL('mail-reader-child.fixture.ts', import.meta.url))
const name = `a reader killed at any moment, ${kills} times: no mail twice, none left out, no enquiry twice`
const mails = 120
// Each tenth is a stranger's, each third a list's: a list's mail from a stranger is nobody's, and a list opens no enquiry.
const each = Array.from({ length: mails }, (_, at) => ({ isStranger: at % 10 === 9, isList: at % 3 === 0 }))

test(name, { skip: place ? false : noDovecot }, async (t) => {
  const dovecot = await startDovecot(place as string)
  const app = await anApp()
  const { rows, read, person, mailbox } = mailWorld(app)
  const owner = app.register.db.owner()
  await person('Eero Salo', 'eero@kivela.example')
  const wish = { imap: dovecot.port, password: dovecot.password, shared: true, opensEnquiries: true }
  const id = await mailbox('helmi', mailboxWish('info@valo.example', wish))
  const count = async () => (await rows<{ n: number }>('select count(*)::int as n from register.message'))[0]?.n ?? 0
  let midway = 0

  for (let round = 0; round < Math.ceil(kills / 10); round += 1) {
    const all = each.map(({ isStranger, isList }, at) => {
      const from = isStranger ? `uusi${round}.${at}@muu.example` : 'eero@kivela.example'
      return mailFrom(from, `${round}-${at}`, { more: isList ? ['List-Id: <x>'] : [] })
    })
    await dovecot.deliverAll('info', all)
    for (let kill = 0; kill < 10; kill += 1) {
      if (await killedSomewhere(kill)) midway += 1
      // As where a server numbers its mails anew: everything is read once more.
      if (kill % 3 === 2) await sql`delete from register.mailbox_folder where mailbox_id = ${id}`.execute(owner)
    }
    await read()
    const kept = each.filter(({ isStranger, isList }) => !(isStranger && isList)).length
    assert.equal(await count(), (round + 1) * kept)
    const [enquiries] = await rows<{ n: number }>('select count(*)::int as n from register.enquiry')
    assert.equal(enquiries?.n, (round + 1) * each.filter(({ isList }) => !isList).length)
  }
  assert.deepEqual(await rows('select from register.message group by key having count(*) > 1'), [])
  t.diagnostic(JSON.stringify({ kills, midway }))
  assert.ok(midway > 0, 'no kill met a reading under way')

  /** At a random moment between the first batch and the last; answers whether the reader was still at work. */
  async function killedSomewhere(kill: number): Promise<boolean> {
    const before = await count()
    const reader = spawn(process.execPath, [child, app.register.db.url, id], { stdio: ['ignore', 'ignore', 'inherit'] })
    let isGone = false
    const gone = new Promise<void>((resolve) =>
      reader.once('exit', () => {
        isGone = true
        resolve()
      }),
    )
    const until = Date.now() + 6000
    while (!isGone && Date.now() < until && (await count()) <= before + (kill % 2) * 30)
      await new Promise((passed) => setTimeout(passed, 3))
    await Promise.race([gone, new Promise((passed) => setTimeout(passed, Math.random() * 60))])
    const wasAtWork = !isGone
    reader.kill('SIGKILL')
    await gone
    return wasAtWork
  }
})
