import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

async function desk(who: 'ingrid' | 'tomas', options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('10 Miten tiedot suojataan: every promise of the statement is shown with its proof, and a broken one is seen and mended', async () => {
  const tomas = await desk('tomas')
  const { page } = tomas
  await page.goto('/desk/evidence')
  await page.getByRole('heading', { level: 1, name: 'Näyttö' }).waitFor()
  await page.getByRole('heading', { level: 2, name: /^10\. Miten tiedot suojataan/ }).waitFor()
  const undertakings = page.getByRole('listitem').filter({ hasText: 'allekirjoitettu salassapitositoumus' })
  assert.match(await undertakings.innerText(), /S10\.4[\s\S]*Pitää/)
  await tomas.accessible()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/evidence.png`, fullPage: true })

  await site.register.db
    .owner()
    .deleteFrom('register.undertaking')
    .where('staff_id', '=', site.ids.saku as never)
    .execute()
  await page.getByRole('button', { name: 'Tarkista uudelleen' }).click()
  await page.getByText(/lupausta? ei pidä/).waitFor()
  await page.getByText(/^Poikkeamat/).click()
  await page.waitForURL('**/evidence?show=failing')
  await undertakings.getByText('1 poikkeama').waitFor()
  await tomas.accessible()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/evidence-failing.png`, fullPage: true })

  await sql`insert into register.undertaking (staff_id, signed_on, document_ref, recorded_by, recorded_at)
    values (${site.ids.saku}, '2026-02-01', 'HR-9', ${site.ids.tomas}, now())`.execute(site.register.db.owner())
  await page.getByRole('button', { name: 'Tarkista uudelleen' }).click()
  await undertakings.waitFor({ state: 'detached' })
  tomas.askedNobodyElse()
  await tomas.leave()
})

test('10 Miten tiedot suojataan: the evidence reads on a phone, in Swedish too', async () => {
  const ingrid = await desk('ingrid', phone)
  const { page } = ingrid
  await page.goto('/desk/evidence?show=failing')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.goto('/desk/evidence')
  await page.getByText('S12.16').first().waitFor()
  await ingrid.accessible()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/evidence-phone.png` })
  await ingrid.leave()
})
