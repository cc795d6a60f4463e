import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSite } from '#test/site'

const site = await aSite({ staff: 'none' })
const person = {
  'person.name': 'Kaisa Mäkelä',
  'person.email': 'kaisa.makela@koivuranta.example',
  message: 'Hei! Voisitteko soittaa?',
}

test('a form sent at once, or opened the day before, is refused kindly and can be sent again', async () => {
  const before = await enquiries()
  const quick = await sent(person, 'fi', { seconds: 1 })
  assert.match(quick.text, /Viestiä ei vielä lähetetty\. Painoit Lähetä heti/)
  const late = await sent(person, 'en', { seconds: 25 * 3600 })
  assert.equal(late.status, 422)
  assert.match(late.text, /The form was open for a long time/)
  assert.equal(await enquiries(), before)

  await site.pass(5)
  assert.equal((await post('en', { ...person, begun: begunIn(late.text) })).status, 200)
})

test('whoever mends a field and sends again at once has taken their time already', async () => {
  const wrong = await sent({ ...person, 'person.email': 'kaisa', message: 'Korjattu' })
  assert.match(wrong.text, /Korjaa merkityt kohdat/)
  const again = await post('fi', { ...person, message: 'Korjattu', begun: begunIn(wrong.text) })
  assert.equal(again.status, 200)
})

test('one form pressed twice is one enquiry, and the thanks say the same number; other words are another', async () => {
  const before = await enquiries()
  const markup = await opened('fi')
  await site.pass(30)
  const typed = { ...person, message: 'Painettu kahdesti', begun: begunIn(markup) }
  const answers = await Promise.all([post('fi', typed), post('fi', typed)])
  const numbers = answers.map(({ status, text }) => [status, /Tunnus: <strong>(\w+)/.exec(text)?.[1]])
  assert.ok(numbers[0]?.[1])
  assert.deepEqual(numbers[1], numbers[0])
  assert.equal(await enquiries(), before + 1)
  assert.equal((await post('fi', { ...typed, message: 'Vielä yksi asia' })).status, 200)
  assert.equal(await enquiries(), before + 2)
})

async function sent(fields: Record<string, string>, language = 'fi', { seconds = 60 } = {}) {
  const markup = await opened(language)
  await site.pass(seconds)
  return post(language, { ...fields, begun: begunIn(markup) })
}

async function opened(language: string) {
  return (await fetch(`${site.url}/${language}/contact/`)).text()
}

async function post(language: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ language, website: '', 'person.phone': '', ...fields })
  const answer = await fetch(`${site.url}/${language}/contact/`, { method: 'POST', body })
  return { status: answer.status, text: await answer.text() }
}

async function enquiries() {
  return (await site.register.db.owner().selectFrom('register.enquiry').select('id').execute()).length
}

function begunIn(markup: string) {
  return /name="begun" value="([^"]+)"/.exec(markup)?.[1] ?? ''
}
