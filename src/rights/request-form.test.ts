import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { formToken } from '#website'

const { ask, register } = await anApp({}, { postsAMinute: 20 }, { staff: false })
const form = (parts: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(parts).toString(),
})
const secret = 'a secret for tests only'
const written = () => formToken(secret, new Date(register.now().getTime() - 60_000))
const count = async () =>
  Number(
    (
      await register.db
        .owner()
        .selectFrom('register.rights_request')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('the form is there in three languages, without JavaScript and without a mandatory name or number', async () => {
  for (const [short, language] of [
    ['/pyynto', 'fi'],
    ['/begaran', 'sv'],
  ] as const) {
    assert.equal((await ask('GET', short)).headers.location, `./${language}/request/`)
    const page = await ask('GET', `/${language}/request/`)
    assert.equal(page.statusCode, 200)
    assert.doesNotMatch(page.body, /<script| required/)
  }
})

test('a robot’s post, its trap filled or its form a second old, leaves nothing behind', async () => {
  const filled = { kind: 'erasure', address: 'joku@muualla.example', text: 'x' }
  for (const parts of [
    { ...filled, begun: written(), website: 'http://spam.example' },
    { ...filled, begun: formToken(secret, register.now()) },
    { ...filled, begun: 'forged.forged' },
  ])
    assert.equal((await ask('POST', '/fi/request/', form(parts))).statusCode, 422)
  assert.equal(await count(), 0)
})

test('a form without a way to answer is shown again, and nothing that was typed is lost', async () => {
  const page = await ask('POST', '/fi/request/', form({ kind: 'access', text: 'Näyttäkää kaikki', begun: written() }))
  assert.equal(page.statusCode, 422)
  assert.match(page.body, /Näyttäkää kaikki/)
  assert.match(page.body, /id="fault-address"/)
})

test('a flood is slowed down by its address, and what a person sent before it stays', async () => {
  const sent = await ask(
    'POST',
    '/fi/request/',
    form({ kind: 'access', address: 'oikea@koti.example', begun: written() }),
  )
  assert.match(sent.body, /Pyyntösi on perillä/)
  const answers: number[] = []
  for (let robot = 0; robot < 40; robot += 1)
    answers.push(
      (
        await ask(
          'POST',
          '/fi/request/',
          form({ kind: 'access', address: `r${robot}@robot.example`, website: 'x', begun: written() }),
        )
      ).statusCode,
    )
  assert.ok(answers.filter((status) => status === 429).length >= 20)
  assert.equal(await count(), 1)
  assert.equal((await ask('GET', '/fi/request/')).statusCode, 200)
})
