import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

test('2 Rekisterinpitäjä: the page says who, where and how to reach, and so do the copies', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await page.goto('/fi/')
  const said = await page.locator('#section-2').innerText()
  for (const fact of [
    'Valo Energia Oy',
    '0000017-4',
    'Aurinkokatu 12 B',
    '00100 HELSINKI',
    '09 0000 0101',
    'info@valo.example',
  ])
    assert.ok(said.includes(fact), `${fact} in ${said}`)
  await accessible()
  for (const kind of ['yaml', 'json', 'jsonld']) {
    const copy = await (await page.request.get(`/versions/1/statement.${kind}`)).text()
    for (const fact of ['Valo Energia Oy', '0000017-4']) assert.ok(copy.includes(fact), `${fact} in ${kind}`)
  }
  const pdf = await page.request.get('/fi/versions/1/statement.pdf')
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
  await leave()
})

test('2 Rekisterinpitäjä: a business ID with a wrong check digit is refused at the desk, the right one is kept', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await page.goto(await site.linkFor('saku'))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
  await page.goto('/desk/companies/new')
  await page.locator('[id="field-org.name"]').fill('Kuusikon Kiinteistöt Oy')
  await page.locator('[id="field-org.businessId"]').fill('0000033-5')
  await page.getByRole('button', { name: 'Lisää rekisteriin' }).click()
  await page.getByText('Y-tunnus ei ole oikein', { exact: false }).first().waitFor()
  await accessible()
  await page.locator('[id="field-org.businessId"]').fill('00000334')
  await page.getByRole('button', { name: 'Lisää rekisteriin' }).click()
  await page.getByRole('heading', { name: 'Kuusikon Kiinteistöt Oy' }).waitFor()
  await page.getByText('0000033-4').first().waitFor()
  await leave(/422/)
})
