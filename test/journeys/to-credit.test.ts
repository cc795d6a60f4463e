import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing] = [site.as('saku'), site.as('bo')]
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const { id: person } = await made('/people', {
  values: { 'person.name': { given: 'Maija', family: 'Mäki' } },
  source: 'contract',
})
const line = { id: 'a', text: 'Huolto', unit: 'kk', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const ended = async () => {
  const term = { title: 'Huoltosopimus', startsOn: '2026-03-01', billingMonths: 1, language: 'sv', lines: [line] }
  const { id } = await made('/contracts', { person, ...term })
  await made(`/contracts/${id}/state`, { event: 'signing' })
  await made('/billing-rounds', { items: [{ kind: 'contract', id }], until: 'issued' }, billing)
  await made(`/contracts/${id}/state`, { event: 'ending', reason: 'Muutti' })
  return id as string
}

for (const [name, options] of [
  ['at the desk', { viewport: { width: 1280, height: 900 } }],
  ['on a phone', phone],
] as const)
  test(`${name}: days billed beyond the end of a contract are left uncredited with a reason, taken back, and credited`, async () => {
    const contract = await ended()
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    await page.goto(await site.linkFor('bo'))
    await page.getByRole('button').first().click()
    await page.waitForURL('**/desk/**')
    await page.goto('/desk/invoices/to-bill')
    await page.getByText('fakturerat 3.3.2026–31.3.2026').waitFor()
    await accessible()
    await page.getByRole('button', { name: /fler åtgärder/ }).click()
    await page.getByRole('menuitem', { name: 'Lämna okrediterat…' }).click()
    const why = page.getByRole('dialog')
    await why.getByRole('button', { name: 'Lämna okrediterat' }).click()
    await why.getByText('är obligatorisk').waitFor()
    await why.getByLabel('Orsak').fill('Enligt avtal.')
    await accessible('with a pop-up')
    await why.getByRole('button', { name: 'Lämna okrediterat' }).click()
    await page.getByText('fakturerat 3.3.2026–31.3.2026').waitFor({ state: 'detached' })
    await page.goto(`/desk/contracts/${contract}`)
    await page.getByText('okrediterat 3.3.2026–31.3.2026').waitFor()
    await accessible()
    await page.getByRole('button', { name: /^Kreditera ändå/ }).click()
    await page.getByText('fakturerat 3.3.2026–31.3.2026').waitFor()
    await accessible()
    await page.getByRole('button', { name: /^Kreditera: Avtal/ }).click()
    const sure = page.getByRole('dialog')
    await sure.getByText('på kundens språk').waitFor()
    await sure.getByRole('button', { name: 'Kreditera' }).click()
    await page.getByText('fakturerat 3.3.2026–31.3.2026').waitFor({ state: 'detached' })
    await leave(/422/)
    const { items } = (await billing('GET', `/to-credit?contract=${contract}`)).json()
    assert.deepEqual(items, [])
  })
