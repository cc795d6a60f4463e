import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, further } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const admin = site.as('tomas')

const atDesk = async (who: CastName, path: string) => {
  const visit = await aVisit(browser, site.url)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  await visit.page.goto(path)
  await visit.page.getByRole('heading', { level: 1 }).first().waitFor()
  return visit
}

test('3 Yhteystiedot tietosuoja-asioissa: everyone reads whom to ask, who stands in and who covers the holiday', async () => {
  const { page, accessible, askedNobodyElse, leave } = await aVisit(browser, site.url)
  await page.goto('/fi/')
  const said = await page.locator('#section-3').innerText()
  for (const fact of ['09 0000 0102', 'tietosuoja@valo.example', 'Talouspäällikkö', '09 0000 0103'])
    assert.ok(said.includes(fact), `${fact} in ${said}`)
  await accessible()
  askedNobodyElse()
  await leave()
})

test('3 Yhteystiedot tietosuoja-asioissa: the contact’s account closes only when a successor is named', async () => {
  const named = await admin('PUT', '/contact-of-register', {
    handler: site.ids.ingrid,
    deputy: site.ids.helmi,
    cover: null,
  })
  assert.equal(named.statusCode, 200, named.body)
  const { page, accessible, leave } = await atDesk('tomas', '/desk/staff')
  await page.getByRole('button', { name: 'Toiminnot: Ingrid Sandell' }).click()
  await page.getByRole('menuitem', { name: 'Sulje tili' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Sulje tili' }).click()
  await page.getByText('Hän on rekisterin yhteyshenkilö. Nimeä ensin seuraaja', { exact: false }).first().waitFor()
  await accessible('with a pop-up')
  await form.getByRole('combobox', { name: 'Seuraaja' }).click()
  await page.getByRole('option', { name: 'Helmi Aaltola' }).click()
  await form.getByRole('button', { name: 'Sulje tili' }).click()
  await page.getByText('Tili suljettu').waitFor()
  const { handler, deputy } = (await admin('GET', '/contact-of-register')).json()
  assert.deepEqual([handler.name, deputy], ['Helmi Aaltola', null])
  await leave(/409/)
})

test('3 Yhteystiedot tietosuoja-asioissa: what a salesperson hands on after ten days is due from the first day', async () => {
  const entered = await site.as('saku')('POST', '/enquiries', {
    channel: 'phone',
    message: 'Mitä tietoja teillä on minusta?',
    source: 'contact',
  })
  assert.equal(entered.statusCode, 201, entered.body)
  await site.pass(10 * 24 * 3600)
  const { page, accessible, leave } = await atDesk('saku', `/desk/enquiries/${entered.json().id}`)
  await further(page, 'Tämä on tietosuojapyyntö')
  const form = page.getByRole('dialog')
  await accessible()
  await form.getByRole('button', { name: 'Tämä on tietosuojapyyntö' }).click()
  await page.getByText('Määräaika lasketaan yhteydenoton saapumispäivästä', { exact: false }).waitFor()
  await leave()
  const { rows } = await site.register.db.owner().executeQuery<{ due: string; received: string }>(
    (await import('kysely')).sql<{ due: string; received: string }>`
      select due_on::text as due, received_at::date::text as received from register.rights_request`.compile(
      site.register.db.owner(),
    ),
  )
  assert.deepEqual(rows, [{ due: '2026-04-02', received: '2026-03-02' }])
})
