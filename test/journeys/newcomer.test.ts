import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const site = await aSite({ staff: 'demo' })
const browser = await openBrowser()
after(() => browser.close())

const visitor = { name: 'Kerttu Mäki-Ahola', email: 'kerttu.maki-ahola@koivunlehti.example' }
const message = 'Hei! Haluaisimme tarjouksen lämpöpumpusta, kun <vanha> on rikki & kylmä.'

test('a visitor reads the statement and writes to the house with neither script nor cookie, and gets a receipt', async () => {
  const { page, context, askedNobodyElse, leave } = await aVisit(browser, site.url, { javaScriptEnabled: false })
  await page.goto('/')
  assert.equal(page.url(), `${site.url}/fi/`)
  await page.getByRole('heading', { level: 1, name: 'Tietosuoja- ja rekisteriseloste' }).waitFor()
  await page.getByRole('heading', { name: 'Mitä tietoja käsittelemme' }).waitFor()

  await page.getByRole('link', { name: 'Ota yhteyttä' }).first().click()
  await page.getByLabel('Nimi').fill(visitor.name)
  await page.getByLabel('Sähköposti').fill(visitor.email)
  await page.getByLabel('Viesti').fill(message)
  await site.pass(60)
  await page.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByRole('heading', { name: 'Kiitos, viestisi on perillä' }).waitFor()
  const reference = await page.getByRole('status').getByRole('strong').textContent()

  const receipt = await site.mailTo(visitor.email)
  assert.equal(receipt.subject, 'Saimme viestisi')
  assert.ok(reference && receipt.text.includes(reference))
  const link = `${site.url}/fi/versions/1/`
  assert.ok(receipt.text.includes(link), receipt.text)
  assert.equal(receipt.text.includes(message), false, 'the receipt repeats nothing that was typed')
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'Tietosuoja- ja rekisteriseloste' }).waitFor()

  assert.deepEqual(await context.cookies(), [])
  askedNobodyElse()
  await leave()
})

test('customer service finds the enquiry, the person and the company, and is refused the payment terms by S5.9', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await page.goto(await site.linkFor('helmi'))
  await accessible()
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/day**')

  await page.getByRole('link', { name: visitor.name }).click()
  await page.getByRole('heading', { level: 2, name: visitor.name }).waitFor()
  await page.getByText(message).last().waitFor()
  await accessible()

  await page.getByRole('link', { name: visitor.name }).last().click()
  await page.getByRole('heading', { level: 1, name: visitor.name }).waitFor()
  await page
    .getByRole('button', { name: 'Tietolähde: Yhteyshenkilön sähköposti: Verkkosivujen yhteydenottolomake' })
    .waitFor()
  await accessible()

  await page.getByRole('link', { name: 'Yritykset' }).first().click()
  await page.getByLabel('Hae luettelosta').fill('koivu')
  await page.getByRole('row').filter({ hasText: 'Koivu' }).first().getByRole('link').first().click()
  const ties = page.getByRole('region', { name: 'Asiakassuhteet' })
  await ties.getByText('Ei kuulu rooliisi').waitFor()
  const clause = ties.getByRole('link', { name: 'selosteen kohta S5.9' })
  await accessible()

  const opened = page.context().waitForEvent('page')
  await clause.click()
  const statement = await opened
  await statement.getByText('Maksuehdot').first().waitFor()
  assert.match(statement.url(), /\/fi\/#S5\.9$/)
  await leave()
})
