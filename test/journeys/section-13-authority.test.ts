import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const ingrid = site.as('ingrid')
const made = async (path: string, body: object) => (await ingrid('POST', path, body)).json()
await made('/people', {
  kind: 'private-customer',
  values: { 'person.name': 'Urho Kallio', 'person.email': ['urho@koti.example'] },
  source: 'contact',
})
const asked = {
  kind: 'erasure',
  via: 'mail',
  receivedAt: '2026-03-02T10:00:00+02:00',
  text: 'Poistakaa tietoni.',
  language: 'fi',
}
const { id } = await made('/requests', { ...asked, address: 'urho@koti.example' })
await made(`/requests/${id}/refusal`, { ground: 'legal-claims' })

test('13 Valvontaviranomainen: a refusal cannot be sent without the authority and the court, and is sent with them', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await page.goto(await site.linkFor('ingrid'))
  await page.getByRole('button', { name: /^Kirjaudu|^Jatka|^Logga/ }).click()
  await page.waitForURL('**/desk/**')
  await page.goto(`/desk/requests/${id}`)
  await page.getByRole('button', { name: /Kirjoita vastaus|Skriv svaret/ }).click()
  const letter = page.getByLabel(/^(Teksti|Text)/)
  await letter.waitFor()
  const whole = await letter.inputValue()
  assert.match(whole, /Tietosuojavaltuutetun toimisto, PL 800, 00531 Helsinki, 029 566 6700, tietosuoja@om\.fi/)
  assert.match(whole, /käräjäoikeuden/)

  await letter.fill(
    whole
      .split('\n')
      .filter((line) => !line.includes('Tietosuojavaltuutetun'))
      .join('\n'),
  )
  await page.getByRole('button', { name: /^(Lähetä|Skicka)$/ }).click()
  await page.getByText(/valvontaviranomaisen nimi|tillsynsmyndighetens namn/).waitFor()
  await page.getByRole('alert').getByRole('button').click()
  await letter.fill(whole)
  await page.getByRole('button', { name: /^(Lähetä|Skicka)$/ }).click()
  await page.getByText(/Vastaus on lähdössä|Svaret är på väg ut/).waitFor()
  await accessible()
  await leave(/422/)
})

test('13 Valvontaviranomainen: the public statement says where to turn, with an address and a number', async () => {
  const { page, leave } = await aVisit(browser, site.url)
  await page.goto('/fi/')
  const section = page.locator('#section-13')
  assert.match(await section.innerText(), /029 566 6700/)
  await leave()
})
