import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anAddress } from '#test/an-address'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing] = [site.as('saku'), site.as('bo')]
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const firm = async (name: string) =>
  (await made('/companies', { values: { 'org.name': name, ...anAddress }, source: 'order' })).id as string
const line = { id: 'a', text: 'Asennustyö', unit: 'h', quantity: 8000, unitPrice: 650_000, vatRate: 2550 }
const [bakery, mill] = [await firm('Rinteen Leipomo Oy'), await firm('Myllyn Puu Oy')]
for (let n = 0; n < 55; n += 1) await made('/orders', { company: bakery, lines: [line], billedFrom: 'order' })
const term = {
  title: 'Huolto',
  startsOn: '2025-01-01',
  billingMonths: 1,
  lines: [{ ...line, unit: 'kk', quantity: 1000 }],
}
const { id: contract } = await made('/contracts', { company: mill, ...term })
await made(`/contracts/${contract}/state`, { event: 'signing' })
const [draft] = (
  await billing('POST', '/billing-rounds', { items: [{ kind: 'contract', id: contract }], until: 'issued' })
).json().items
await billing('POST', `/invoices/${draft.invoice}/credit`, { reason: 'Väärä hinta' })
const { id: given } = await made('/orders', { company: mill, lines: [line], billedFrom: 'order' })
const { items: waiting } = (await billing('GET', `/to-bill?company=${mill}`)).json()
const { since, netCents } = waiting.find(({ id }: { id: string }) => id === given)
const left = await billing('POST', '/to-bill/left-unbilled', {
  ...{ kind: 'order', id: given, since, netCents, reason: 'Meidän virheemme.' },
})
assert.equal(left.statusCode, 204, left.body)
const billedUntil = (day: string | null) => billing('POST', `/contracts/${contract}/billed-until`, { day })

for (const [name, options] of [
  ['at the desk', { viewport: { width: 1280, height: 900 } }],
  ['on a phone', phone],
] as const)
  test(`${name}: what waits comes a page at a time with its sum, of one customer, and without what was billed elsewhere`, async () => {
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    await page.goto(await site.linkFor('bo'))
    await page.getByRole('button').first().click()
    await page.waitForURL('**/desk/**')
    await page.getByRole('link', { name: /56 väntar · utan moms/ }).waitFor()
    await accessible()
    await page.getByRole('link', { name: /56 väntar · utan moms/ }).click()
    await page.getByText('faktureras enligt beställningen, beställd 2.3.2026').first().waitFor()
    await accessible()
    await page.getByRole('button', { name: 'Räkna ihop alla' }).click()
    await page.getByText('50 visas · 56 väntar, totalt').waitFor()
    await page.getByRole('button', { name: 'Räkna ihop alla' }).waitFor({ state: 'hidden' })
    const rows = page.getByRole('checkbox', { name: /Rinteen|Myllyn/ })
    assert.equal(await rows.count(), 50)
    await rows.last().scrollIntoViewIfNeeded()
    await page.getByText('Välj alla').waitFor()
    assert.equal(await rows.count(), 56)
    await page.getByRole('combobox', { name: 'Visa bara kunden' }).fill('Mylly')
    await page.getByRole('option', { name: /Myllyn Puu/ }).click()
    await page.getByText('15 perioder väntar').waitFor()
    assert.equal(await page.getByRole('checkbox', { name: /Rinteen/ }).count(), 0)
    await page.getByText('Krediterad: ').waitFor()
    await page.getByRole('button', { name: /fler åtgärder/ }).click()
    await page.getByRole('menuitem', { name: 'Lämna ofakturerad…' }).click()
    const why = page.getByRole('dialog')
    await why.getByRole('button', { name: 'Lämna ofakturerad' }).click()
    await why.getByText('är obligatorisk').waitFor()
    await why.getByLabel('Orsak').fill('Perioden var gratis.')
    await accessible('with a pop-up')
    await billedUntil('2025-01-31')
    await why.getByRole('button', { name: 'Lämna ofakturerad' }).click()
    await why.getByText('har ändrats sedan').waitFor()
    await page.getByText('period 1.2.2025–28.2.2025').waitFor()
    assert.equal(await why.getByLabel('Orsak').inputValue(), 'Perioden var gratis.')
    await why.getByRole('button', { name: 'Lämna ofakturerad' }).click()
    await page.getByText('period 1.3.2025–31.3.2025').waitFor()
    await billedUntil(null)
    await page.goto(`/desk/orders/${given}`)
    await page.getByText('Asennustyö × 8 h').waitFor()
    await accessible()
    await page.goto(`/desk/contracts/${contract}`)
    await page.getByText('Perioden var gratis.').waitFor()
    await accessible()
    await page.getByRole('button', { name: /^Fakturera ändå/ }).click()
    await page.getByText('Perioden var gratis.').waitFor({ state: 'detached' })
    await page.goto('/desk/invoices/to-bill')
    await page.getByRole('combobox', { name: 'Visa bara kunden' }).fill('Mylly')
    await page.getByRole('option', { name: /Myllyn Puu/ }).click()
    await page.getByText('15 perioder väntar').waitFor()
    await page.getByRole('button', { name: /fler åtgärder/ }).click()
    await page.getByRole('menuitem', { name: 'Redan fakturerat på annat håll…' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Sista dagen som fakturerats').fill('2024-12-31')
    await form.getByRole('button', { name: 'Spara' }).click()
    await form.getByText('Avtalet börjar först').waitFor()
    await form.getByLabel('Sista dagen som fakturerats').fill('2026-02-28')
    await accessible('with a pop-up')
    await form.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('period 1.3.2026–31.3.2026').waitFor()
    await page.getByRole('button', { name: 'Myllyn Puu Oy: visa alla kunder' }).click()
    await page
      .getByRole('checkbox', { name: /Rinteen/ })
      .first()
      .waitFor()
    await leave(/409|422/)
    await billedUntil(null)
  })
