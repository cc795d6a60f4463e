import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'

const { app, as, ask } = await anApp()
const page = async (language: string) => {
  const answer = await ask('GET', `/${language}/recipients/`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.body
}

test('everybody can read to whom data go, in three languages, with the agreement and the check of each', async () => {
  const [fi, sv, en] = [await page('fi'), await page('sv'), await page('en')]
  for (const [text, said] of [
    [
      fi,
      [
        'Valo Huolto Oy',
        'Kirjurit Oy',
        'Pilvilinna Oy',
        'Yhdysvallat',
        'voimassa, tarkistettu 19.1.2026',
        'tietosuoja@valo.example',
      ],
    ],
    [sv, ['Postivirta AB', 'förmedling av e-post', 'USA', 'ingånget']],
    [en, ['Brightpost Inc.', 'United States', 'in force, checked', 'only when two people have dealt with the request']],
  ] as const)
    for (const one of said) assert.ok(text.includes(one), one)
  assert.match(fi, /<a href="https:\/\/postivirta\.example\/integritet" rel="noreferrer">/)
})

test('the old addresses lead there', async () => {
  for (const [path, to] of [
    ['/vastaanottajat', './fi/recipients/'],
    ['/mottagare', './sv/recipients/'],
    ['/recipients', './en/recipients/'],
  ] as const) {
    const answer = await app.inject(path)
    assert.equal(answer.headers.location ?? '', to, path)
  }
})

test('a tool that is switched off is said to be so at once', async () => {
  await as('tomas')('POST', '/transfer-stops', { kind: 'tool', subject: 'adequacy-2023-1795', reason: 'Kumottu' })
  assert.ok((await page('fi')).includes('pysäytetty: mitään ei siirretä'))
})
