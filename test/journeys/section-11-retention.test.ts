import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { keepRetention } from '#rights'
import type { Published } from '#statement'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { contactParts } from '../../src/contacts.ts'
import { holdingsOf } from '../../src/holdings.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const { register } = site
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const made = async (path: string, body: object) => (await sales('POST', path, body)).json()

const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const stays = await made('/people', { values: { 'person.name': 'Maija Mäki' }, company: company.id, source: 'order' })
const leaver = await made('/people', { values: { 'person.name': 'Aylin Demir' }, company: company.id, source: 'order' })
await sales('POST', `/people/${leaver.id}/departure`, { company: company.id, source: 'contact' })

const atPrivacyDesk = async (options = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('ingrid'))
  await visit.page.getByRole('button', { name: /^Kirjaudu|^Jatka|^Logga/ }).click()
  await visit.page.waitForURL('**/desk/**')
  await visit.page.goto('/desk/retention')
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  return visit
}

test('11 Säilytysajat: the day after a contact left nobody’s time is ending, and the screen says so', async () => {
  const { page, accessible, leave } = await atPrivacyDesk()
  await page.getByText(/Kenenkään säilytysaika|Ingens lagringstid/).waitFor()
  await page
    .getByText(/6 (kk|månader)/)
    .first()
    .waitFor()
  await accessible()
  await leave()
})

for (const [name, options] of [
  ['at a desk', {}],
  ['on a phone', phone],
] as const)
  test(`11 Säilytysajat: in the last month the contact is on the list by name, ${name}`, async () => {
    await register.setClock('2026-08-20T12:00:00+03:00')
    const { page, accessible, leave } = await atPrivacyDesk(options)
    const person = page.getByRole('link', { name: /Aylin Demir/ })
    await person.waitFor()
    assert.match(await person.innerText(), /2\.9\.2026/)
    await accessible()
    if (process.env.SCREENS)
      await page.screenshot({ path: `${process.env.SCREENS}/retention-${name}.png`, fullPage: true })
    await leave()
  })

test('11 Säilytysajat: the day after, the night has erased the contact without anyone asking, and reports it', async () => {
  await register.setClock('2026-09-03T03:00:00+03:00')
  const { statement } = register.current() as Published
  const occasion = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
  assert.deepEqual(
    await keepRetention(register, occasion, { holdings: holdingsOf(register), contacts: contactParts, statement }),
    {
      contact: 1,
    },
  )

  const { page, leave } = await atPrivacyDesk()
  await page.getByText(/Kenenkään säilytysaika|Ingens lagringstid/).waitFor()
  await page.getByText(/: 1$/).first().waitFor()
  await leave()
  const { rows } = await sql<{ id: string }>`select id from register.person`.execute(register.db.owner())
  assert.deepEqual(rows, [{ id: stays.id }])
})
