import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}
const { id: company } = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const contract = await made('/contracts', { company, title: 'Huolto', startsOn: '2026-04-01' })
assert.equal((await sales('POST', `/contracts/${contract.id}/state`, { event: 'signing' })).statusCode, 204)
const opportunity = await made('/opportunities', { company, title: 'Uusi halli' })
await made('/tasks', { company, title: 'Vie kahvia' })

const picture = async (page: Page, name: string) => {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/${name}.png`, fullPage: true })
}
const atDesk = async (options = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('saku'))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}
async function addTask(page: Page, title: string) {
  await page.getByRole('button', { name: 'Lisää tehtävä' }).click()
  await page.getByLabel('Mitä tehdään').fill(title)
  await page.getByRole('button', { name: 'Tallenna' }).last().click()
  await page.getByText('Tehtävä lisätty').waitFor()
}

test('a contract’s scan, task and note are put on the contract, and found there and on its company', async () => {
  const { page, accessible, leave } = await atDesk()
  await page.goto(`/desk/contracts/${contract.id}`)
  await addTask(page, 'Lähetä allekirjoitettu')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Lisää asiakirja' }).click()
  await (await chooser).setFiles({
    ...{ name: 'allekirjoitettu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 scan') },
  })
  await page.getByRole('button', { name: 'Katso: allekirjoitettu' }).waitFor()
  await page.getByRole('button', { name: 'Kirjoita muistiinpano' }).click()
  await page.getByLabel('Muistiinpano', { exact: false }).last().fill('Allekirjoittivat tänään.')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Allekirjoittivat tänään.').waitFor()
  assert.equal(await page.getByText('Vie kahvia').count(), 0, 'what is of the company alone is not of its contract')
  await accessible()
  await picture(page, 'contract')

  await page.goto(`/desk/companies/${company}`)
  await page.getByText('Vie kahvia').waitFor()
  await page.getByText('Lähetä allekirjoitettu').waitFor()
  await page.getByRole('link', { name: /^Sopimus .*Huolto/ }).waitFor()
  await accessible()
  await picture(page, 'company')
  await page.goto(`/desk/companies/${company}?tab=documents`)
  await page.getByRole('button', { name: 'Katso: allekirjoitettu' }).waitFor()
  await accessible()
  await picture(page, 'company-documents')
  await page.getByRole('link', { name: /^Sopimus .*Huolto/ }).click()
  await page.waitForURL(`**/desk/contracts/${contract.id}`)
  await page.goto(`/desk/opportunities/${opportunity.id}`)
  await page.getByText('Ei tehtäviä').waitFor()
  await accessible()
  await picture(page, 'opportunity')
  await leave()
})

test('on a phone a task is added to an opportunity and stays there; an opened contract shows its own', async () => {
  const { page, accessible, leave } = await atDesk(phone)
  await page.goto(`/desk/opportunities/${opportunity.id}`)
  await addTask(page, 'Käy katsomassa paikka')
  await page.getByRole('button', { name: 'Käy katsomassa paikka', exact: true }).waitFor()
  assert.equal(await page.getByText('Vie kahvia').count(), 0)
  await accessible()
  await picture(page, 'opportunity-phone')
  const [task] = (await sales('GET', `/tasks?subject=${opportunity.id}`)).json().items
  assert.deepEqual([task.title, task.company.id], ['Käy katsomassa paikka', company])

  await page.goto(`/desk/contracts/${contract.id}`)
  await page.getByRole('button', { name: 'Lähetä allekirjoitettu', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Katso: allekirjoitettu' }).waitFor()
  assert.equal(await page.getByText('Käy katsomassa paikka').count(), 0)
  await accessible()
  await picture(page, 'contract-phone')
  await leave()
})
