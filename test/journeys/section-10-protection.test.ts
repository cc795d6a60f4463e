import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { look } from '#ledger'
import { recipientsHolding } from '#recipients'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { noon } from '../register.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

const person = (
  await site.as('saku')('POST', '/people', { values: { 'person.name': 'Aino Harju' }, source: 'contact' })
).json().id as string

async function desk(who: 'saku' | 'ingrid' | 'tomas', options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}
const held = () =>
  look(
    site.register.db as never,
    { by: 'register', duty: 'rights', purpose: 'rights', at: noon, under: '1' },
    async (view) => {
      view.saw([person], [])
      return (await recipientsHolding.plan(view as never, person)).filter(({ fate }) => fate === 'hold').length
    },
  )

test('10 Miten tiedot suojataan: what is on paper is known, and holds an erasure open until it is destroyed before a witness', async () => {
  const saku = await desk('saku', phone)
  await saku.page.goto(`/desk/people/${person}?tab=rights`)
  await saku.page.getByRole('heading', { name: 'Paperilla' }).waitFor()
  await saku.page.getByText('Tästä henkilöstä ei ole kirjattu papereita.').waitFor()
  await saku.page.getByRole('button', { name: 'Kirjaa paperi' }).click()
  const form = saku.page.getByRole('dialog')
  await form.getByLabel('Mitä paperi sisältää').fill('Messujen osallistujaluettelo')
  await form.getByLabel('Missä lukossa se on').fill('Kaappi 2, myynti')
  await form.getByLabel('Miksi se on paperilla').fill('Messut')
  await form.getByLabel('Hävitetään viimeistään').fill('2026-03-05')
  await form.getByRole('button', { name: 'Kirjaa paperi' }).click()
  await saku.page.getByText('Kaappi 2, myynti').waitFor()
  await saku.accessible()
  await saku.leave()
  assert.equal(await held(), 1)

  const ingrid = await desk('ingrid')
  const { page } = ingrid
  await page.goto('/desk/oversight/papers')
  await page.getByText('Förstör snart').waitFor()
  await ingrid.accessible()
  await page.getByRole('button', { name: /^Anteckna som förstört/ }).click()
  const asked = page.getByRole('dialog')
  await asked.getByRole('combobox', { name: 'Vem såg förstöringen' }).click()
  await page.getByRole('option', { name: 'Helmi Aaltola' }).click()
  await asked.getByRole('button', { name: 'Anteckna som förstört' }).click()
  await page.getByText('Det finns inga papper').waitFor()
  await page.getByText('Förstörda', { exact: true }).click()
  await page.getByText(/sett av Helmi Aaltola/).waitFor()
  await ingrid.accessible()
  await ingrid.leave()
  assert.equal(await held(), 0)
})

test('10 Miten tiedot suojataan: who uses the register has signed an undertaking and read the instruction, and the desk shows both', async () => {
  const tomas = await desk('tomas')
  await tomas.page.goto('/desk/staff')
  await tomas.page.getByRole('heading', { level: 1 }).waitFor()
  await tomas.page.getByText('Saku Koskela').first().waitFor()
  const staff = (await site.as('tomas')('GET', '/staff')).json().items
  assert.ok(
    staff.every((one: { undertaking?: unknown }) => one.undertaking),
    'each has an undertaking on record',
  )
  await tomas.accessible()
  await tomas.leave(/404/)
})

test('who holds which duty is looked through twice a year, and one press says that all of it is still right', async () => {
  const { page, accessible, leave } = await desk('ingrid', phone)
  await page.goto('/desk/access')
  await page.getByRole('heading', { name: 'Genomgång av behörigheter' }).waitFor()
  await page.getByText('Bekräfta senast 2.9.2026. Ännu inte bekräftad.').waitFor()
  await page.getByRole('button', { name: 'Allt stämmer fortfarande' }).click()
  await page.getByText('Senast bekräftad av Ingrid Sandell, 2.3.2026.').waitFor()
  await accessible()
  await leave()
})
