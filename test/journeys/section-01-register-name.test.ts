import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const name = 'Valo-konsernin asiakas- ja markkinointirekisteri'

for (const path of [
  '/fi/',
  '/fi/versions/',
  '/fi/versions/1/',
  '/fi/contact/',
  '/fi/cookies/',
  '/fi/recipients/',
  '/fi/request/',
])
  test(`1 Rekisterin nimi: the page ${path} says whose register it is`, async () => {
    const { page, accessible, askedNobodyElse, leave } = await aVisit(browser, site.url, phone)
    await page.goto(path)
    assert.ok((await page.locator('body').innerText()).includes(name))
    await accessible()
    askedNobodyElse()
    await leave()
  })

test('1 Rekisterin nimi: a version stands at its own address with its day, its number and its hash', async () => {
  const { page, leave } = await aVisit(browser, site.url)
  await page.goto('/fi/versions/1/')
  const said = await page.locator('body').innerText()
  assert.match(said, /16\. helmikuuta 2026|16\.2\.2026/)
  const hash = site.register.current()?.hash ?? ''
  assert.ok(said.replaceAll(/\s/g, '').includes(hash.slice(0, 16)), 'the hash is on the page')
  await leave()
})

test('1 Rekisterin nimi: the receipt of an enquiry names the register', async () => {
  const { page, leave } = await aVisit(browser, site.url)
  await page.goto('/fi/contact/')
  await page.getByLabel('Nimi').fill('Helka Suvanto')
  await page.getByLabel('Sähköposti').fill('helka@suvanto.example')
  await page.getByLabel('Viesti').fill('Soittakaa.')
  await site.pass(20)
  await page.getByRole('button', { name: 'Lähetä' }).click()
  assert.ok((await site.mailTo('helka@suvanto.example')).text.includes(name))
  await leave()
})

test('1 Rekisterin nimi: nobody of a company that the statement does not name is invited', async () => {
  const person = { name: 'Outi Vieras', email: 'outi@muu.example', duties: ['sales'], reason: 'kokeilu' }
  const invite = (groupCompany: string) => site.as('tomas')('POST', '/staff', { ...person, groupCompany })
  const refused = await invite('muu-yhtio')
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().detail.clause],
    [422, 'GROUP_COMPANY_NOT_DECLARED', 'S1.2'],
  )
  assert.equal((await invite('valo-huolto')).statusCode, 201)
})
