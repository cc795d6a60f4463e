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
const kept = await made('/people', { values: { 'person.name': 'Outi Halme' }, company: company.id, source: 'order' })
for (const { id } of [leaver, kept])
  await sales('POST', `/people/${id}/departure`, { company: company.id, source: 'contact' })
await site.as('ingrid')('POST', `/people/${kept.id}/restrictions`, { reason: 'claims' })

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
    const waits = page.getByRole('link', { name: /Outi Halme/ })
    assert.match(await waits.innerText(), /(käsittely rajoitettu|behandlingen begränsad sedan) 2\.3\.2026/, 'Art. 18')
    await accessible()
    if (process.env.SCREENS)
      await page.screenshot({ path: `${process.env.SCREENS}/retention-${name}.png`, fullPage: true })
    await waits.click()
    await page.getByRole('tab', { name: /^(Valinnat|Val)$/ }).click()
    const review = page.getByRole('button', { name: /Rajoitus on yhä tarpeen|Begränsningen behövs ännu/ })
    await review.waitFor()
    if (process.env.SCREENS)
      await page.screenshot({ path: `${process.env.SCREENS}/restriction-${name}.png`, fullPage: true })
    await review.click()
    await page.getByText(/(Tarkistetaan|Omprövas senast).* 20\.2\.2027/).waitFor()
    await accessible()
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
      'restricted-kept': 1,
    },
  )

  const { page, leave } = await atPrivacyDesk()
  await page.getByText(/Kenenkään säilytysaika|Ingens lagringstid/).waitFor()
  await page
    .getByText(/(säilytetty rajoituksen vuoksi|sparat på grund av begränsning): 1$/)
    .first()
    .waitFor()
  await leave()
  const { rows } = await sql<{ id: string }>`select id from register.person`.execute(register.db.owner())
  assert.deepEqual(rows.map(({ id }) => id).sort(), [stays.id, kept.id].sort())
})
