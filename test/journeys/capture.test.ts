import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const signature = `Hei, kiitos käynnistä!

Ystävällisin terveisin
Sirkka Mäki
Ostopäällikkö
Rinteen Leipomo Oy
Myllykatu 3, 15110 LAHTI
puh. 040 123 4567
sirkka.maki@rinne.example
Y-tunnus 0112038-9`

test('a pasted signature becomes a company, a person, a source and a next step, and the second time it is known', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  await page.getByRole('link', { name: 'Poimi yhteystiedot' }).click()
  await page.getByLabel('Liitä allekirjoitus tähän').fill(signature)
  await page.getByRole('button', { name: 'Ehdota kenttiin' }).click()
  await field(page, 'Yrityksen nimi', 'Rinteen Leipomo Oy')
  await field(page, 'Y-tunnus', '0112038-9')
  await field(page, 'Postitoimipaikka', 'Lahti')
  await field(page, 'Sukunimi', 'Mäki')
  await field(page, 'Tehtävänimike', 'Ostopäällikkö')
  await field(page, 'Sähköposti', 'sirkka.maki@rinne.example')
  await field(page, 'Puhelin', '040 123 4567')
  await page.getByLabel('Mitä tehdään').fill('Lähetä hinnasto')
  await accessible()

  await page.getByLabel('Y-tunnus').fill('1234567-8')
  await page.getByRole('button', { name: 'Lisää rekisteriin' }).click()
  await page
    .getByText(/tarkistusmerkki|Y-tunnus/i)
    .first()
    .waitFor()
  await field(page, 'Sukunimi', 'Mäki')
  await page.getByLabel('Y-tunnus').fill('0112038-9')
  await page.getByRole('button', { name: 'Lisää rekisteriin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sirkka Mäki' }).waitFor()

  await page.goto('/desk/capture')
  await page.getByLabel('Liitä allekirjoitus tähän').fill(signature)
  await page.getByRole('button', { name: 'Ehdota kenttiin' }).click()
  await page.getByText('Rekisterissä on jo nämä').waitFor()
  await page.getByText('sama sähköposti').waitFor()
  await page.getByText('Henkilö liitetään yritykseen Rinteen Leipomo Oy.').waitFor()
  await accessible()
  await leave(/422/)
  assert.deepEqual((await site.ledger()).filter((line) => line.endsWith('saku')).slice(-5), [
    'organisation.created by saku',
    'relationship.begun by saku',
    'person.created by saku',
    'notice.queued by saku',
    'task.added by saku',
  ])
})

test('at a fair, on a phone: the preset brings source, note and next step, and the person was told at the stand', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page, 'saku')
  await page.goto('/desk/capture?way=fair')
  await field(page, 'Mitä tehdään', 'Soita ja jatka messukeskustelua')
  await page.getByLabel('Etunimi').fill('Pekka')
  await page.getByLabel('Sukunimi').fill('Ranta')
  await page.getByLabel('Sähköposti', { exact: true }).fill('pekka.ranta@hame.example')
  await page.getByText(/^Annoin selosteen/).click()
  await accessible()
  await page.getByRole('button', { name: 'Lisää rekisteriin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Pekka Ranta' }).waitFor()
  const { rows } = {
    rows: await site.register.db.owner().selectFrom('register.person_source').select('note').execute(),
  }
  assert.ok(rows.some(({ note }) => note === 'Messut:'))
  await leave()
})

async function field(page: Page, label: string, value: string) {
  const input = page.getByLabel(label, { exact: true })
  await input.waitFor()
  await page.waitForFunction(([element, said]) => (element as HTMLInputElement).value === said, [
    await input.elementHandle(),
    value,
  ] as const)
}

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}
