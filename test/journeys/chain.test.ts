import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, further, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path} ${answer.body}`)
  return answer.json()
}
const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'quote-request' })
const contact = await made('/people', {
  values: { 'person.name': 'Maija Mäki', 'person.email': 'maija@kivela.example', 'person.phone': '040 000 1122' },
  ...{ company: company.id, source: 'quote-request' },
})
const enquiry = await made('/enquiries', {
  ...{ channel: 'phone', message: 'Kaksi lämpöpumppua asennettuna, mitä maksaa?' },
  ...{ company: company.id, person: contact.id, source: 'quote-request' },
})

const atDesk = async (who: CastName, options = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button', { name: /^Kirjaudu|^Jatka|^Logga/ }).click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}
const picture = async (page: Page, name: string) => {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/${name}.png`, fullPage: true })
}
let link = ''
let order = ''

test('an enquiry becomes a quote in one press; lines are typed by keyboard and the total is live; it is sent', async () => {
  const { page, accessible, leave } = await atDesk('saku')
  await page.goto(`/desk/enquiries/${enquiry.id}`)
  await further(page, 'Tee tarjous')
  await page.waitForURL('**/desk/quotes/*')
  await page.getByLabel('Aihe').fill('Lämpöpumput asennettuna')
  await page.getByRole('button', { name: 'Lisää rivi' }).click()
  const type = async (column: string, n: number, value: string) => {
    const field = page.getByLabel(`Rivi ${n}: ${column}`, { exact: true })
    await field.fill(value)
    return field
  }
  await type('Tuote tai palvelu', 1, 'Lämpöpumppu')
  await type('Määrä', 1, '2')
  await type('Yksikkö', 1, 'kpl')
  await (await type('Hinta ilman alv', 1, '1234,50')).press('Enter')
  await type('Tuote tai palvelu', 2, 'Asennus')
  await type('Määrä', 2, '8,5')
  await type('Hinta ilman alv', 2, '65')
  const price = page.getByLabel('Rivi 1: Hinta ilman alv', { exact: true })
  assert.equal(await price.inputValue(), '1 234,5 €')
  await page.getByText('3 791,98 €').first().waitFor() // (2 469,00 + 552,50) × 1,255
  await accessible()
  await picture(page, 'quote-draft')
  await page.getByRole('button', { name: 'Viimeistele ja lukitse' }).click()
  await page.getByText('Asiakkaan linkki', { exact: true }).waitFor()
  link = (await page.locator('.customer-link').textContent()) ?? ''
  assert.match(link, /\/q\//)
  await page.getByText('Annettu').first().waitFor()
  await accessible()
  await picture(page, 'quote-sent')
  await leave()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the customer reads the quote on a phone, ${colorScheme}: nothing runs, nothing is stored, nobody else is asked`, async () => {
    const { page, context, accessible, askedNobodyElse, leave } = await aVisit(browser, site.url, {
      ...phone,
      colorScheme,
    })
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'Lämpöpumput asennettuna' }).waitFor()
    await accessible()
    await picture(page, `public-quote-${colorScheme}`)
    await page.getByRole('link', { name: 'Svenska' }).click()
    await page.getByRole('button', { name: 'Godkänn och beställ' }).waitFor()
    assert.deepEqual(await context.cookies(), [])
    askedNobodyElse()
    await leave()
  })

test('the customer accepts with their name, on a phone; the page says which version, and a second visit says the same', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await page.goto(link)
  await page.getByLabel('Nimesi').fill('Maija Mäki')
  await page.getByRole('button', { name: 'Hyväksyn ja tilaan' }).click()
  await page.getByText(/Maija Mäki hyväksyi tarjouksen/).waitFor()
  await accessible()
  await picture(page, 'public-accepted')
  await page.goto(link)
  await page.getByText(/Maija Mäki hyväksyi tarjouksen/).waitFor()
  await leave()
})

test('sales finds the order, makes the contract of it and signs it', async () => {
  const { page, accessible, leave } = await atDesk('saku')
  await page.goto(`/desk/companies/${company.id}?tab=dealings`)
  await page.getByRole('link', { name: /^M\d+/ }).first().waitFor()
  await picture(page, 'card-chain')
  await page.getByRole('link', { name: /^M\d+/ }).first().click()
  await page.waitForURL('**/desk/orders/*')
  order = page.url()
  await page.getByRole('heading', { level: 1, name: /Tilaus M\d+/ }).waitFor()
  await accessible()
  await picture(page, 'order')
  await page.getByRole('button', { name: 'Muut toiminnot' }).click()
  await page.getByRole('menuitem', { name: 'Tee sopimus' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Uusi sopimus' }).click()
  await page.waitForURL('**/desk/contracts/*')
  await page.getByLabel('Päättyy').fill('2099-01-01')
  await accessible()
  await picture(page, 'contract-draft')
  await page.getByRole('button', { name: 'Merkitse allekirjoitetuksi' }).click()
  await page.getByRole('heading', { level: 1, name: /Sopimus S\d+/ }).waitFor()
  await picture(page, 'contract')
  await leave()
})

test('service opens an assignment, lists who does it and for whom, and delivers a part on a phone', async () => {
  const { page, accessible, leave } = await atDesk('helmi', phone)
  await page.goto(order)
  await page.getByRole('button', { name: 'Muut toiminnot' }).click()
  await page.getByRole('menuitem', { name: 'Avaa toimeksianto' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Uusi toimeksianto' }).click()
  await page.waitForURL('**/desk/assignments/*')
  await page.getByRole('button', { name: 'Lisää työntekijä' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Työntekijä' }).click()
  await page.getByRole('option', { name: 'Ellen Wirtanen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lisää työntekijä' }).click()
  await page.getByText('Ellen Wirtanen').first().waitFor()
  await page.getByRole('button', { name: 'Lisää asiakkaan henkilö' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Henkilö' }).click()
  await page.getByRole('option', { name: 'Maija Mäki' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lisää asiakkaan henkilö' }).click()
  await page.getByRole('link', { name: '040 000 1122' }).waitFor()
  await accessible()
  await picture(page, 'assignment-phone')

  await page.goto(order)
  await page.getByRole('button', { name: 'Suunnittele toimitus' }).click()
  await page.getByRole('dialog').getByLabel('Lämpöpumppu').fill('1')
  await accessible('with a pop-up')
  await picture(page, 'plan-delivery-phone')
  await page.getByRole('dialog').getByRole('button', { name: 'Suunnittele toimitus' }).click()
  await page.waitForURL('**/desk/deliveries/*')
  await page.getByRole('button', { name: 'Merkitse toimitetuksi' }).click()
  await page.getByRole('heading', { level: 1, name: /Toimitus L\d+/ }).waitFor()
  await accessible()
  await picture(page, 'delivery-phone')
  await page.goto(order)
  await page.getByText('toimitettu 1 kpl / 2 kpl').waitFor()
  await page.getByRole('button', { name: 'Toimita loput' }).waitFor()
  await accessible()
  await picture(page, 'order-phone')
  await leave()
})

test('lists show the chain, with what was filtered in the address', async () => {
  const { page, accessible, leave } = await atDesk('saku')
  for (const place of ['quotes', 'orders', 'deliveries', 'contracts', 'assignments']) {
    await page.goto(`/desk/${place}`)
    await page
      .getByRole('link', { name: /^[A-Z]\d+/ })
      .first()
      .waitFor()
    await accessible()
    await picture(page, `list-${place}`)
  }
  await leave()
})

test('billing makes the draft of an invoice of what has gone out, in one press', async () => {
  const { page, leave } = await atDesk('bo')
  await page.goto(order)
  await page.getByRole('button', { name: /^(Tee laskuluonnos|Skapa fakturautkast)$/ }).click()
  await page.waitForURL('**/desk/invoices/*')
  await page.getByText('Lämpöpumppu').first().waitFor()
  await picture(page, 'invoice-draft')
  await leave()
})
