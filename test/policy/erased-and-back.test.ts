import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepareJobs } from '#platform/jobs'
import { withLogin } from '#platform/pools'
import { anApp, host, origin } from '#test/app'
import { bring, csv } from '../../src/exchange/import.fixture.ts'

const lines: string[] = []
const { app, as, register } = await anApp({}, { logger: { write: (line) => void lines.push(line) } })
const owner = register.db.owner()
const { db } = register
await prepareJobs(db.url, withLogin(db.url, db.loginOf('worker'), db.secretOf('worker')))
const words = {
  name: 'Varpukka Uniikkila',
  email: 'varpukka.uniikkila@ainutlaatuinen.example',
  message: 'Kuusenkerkkä?',
}
const path = '/fi/contact/'

async function writes() {
  const { body } = await app.inject({ url: path, headers: { host } })
  const begun = /name="begun" value="([^"]+)"/.exec(body)?.[1] ?? ''
  await register.setClock(new Date(register.now().getTime() + 60_000))
  const said = { 'person.name': words.name, 'person.email': words.email, message: words.message }
  const form = new URLSearchParams({ ...said, begun, language: 'fi', website: '' })
  const answer = await app.inject({
    method: 'POST',
    url: path,
    headers: { host, origin, 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  })
  assert.equal(answer.statusCode, 200, answer.body)
}

const known = async () =>
  (
    await owner
      .selectFrom('register.person_email')
      .select('person_id as id')
      .where('address', '=', words.email)
      .execute()
  ).map(({ id }) => id)

test('who writes again after an erasure is somebody new, and nothing of before comes back', async () => {
  await writes()
  const [before = ''] = await known()
  const erased = await as('ingrid', 'privacy')('POST', `/people/${before}/erasure`, {})
  assert.ok(erased.statusCode < 300, erased.body)
  assert.deepEqual(await known(), [])

  await writes()
  const [after, ...more] = await known()
  assert.deepEqual(more, [])
  assert.ok(after && after !== before)
  const enquiries = await owner.selectFrom('register.enquiry').select('person_id as id').execute()
  assert.deepEqual(enquiries, [{ id: after }])
})

test('the server’s log repeats nothing that was typed, also where it was refused', async () => {
  const saku = as('saku', 'sales')
  const brought = await bring(saku, csv('Nimi', words.name))
  assert.equal(brought.statusCode, 201, brought.body)
  const refused = [
    await saku('POST', '/people', {
      values: { 'person.name': words.name, 'person.hetu': words.message },
      source: 'contact',
    }),
    await saku('POST', '/people', {
      values: { 'person.name': words.name, 'person.email': words.email },
      source: words.message,
    }),
    await saku('POST', '/search', { q: words.name, limit: words.email }),
    brought,
    await saku('POST', `/imports/${brought.json().id}/trial`, { columns: [words.message], source: words.email }),
    await app.inject({ url: `/my?address=${encodeURIComponent(words.email)}`, headers: { host } }),
  ]
  assert.ok(refused.every(({ statusCode }) => statusCode < 500))
  app.log.warn('the log is heard')
  assert.ok(lines.some((line) => line.includes('the log is heard')))
  for (const word of ['Varpukka', 'Uniikkila', 'ainutlaatuinen', 'Kuusenkerkk'])
    assert.deepEqual(
      lines.filter((line) => line.toLowerCase().includes(word.toLowerCase())),
      [],
      word,
    )
})
