import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const { as } = site
const browser = await openBrowser()
after(() => browser.close())

const company = (
  await as('saku')('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
).json()
const shots = process.env.SHOTS

async function enter(page: Page, who: Parameters<typeof site.linkFor>[0]) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

test('a salesperson writes a note that calls on a colleague, gives a task, ticks it, and looks back', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  await page.getByRole('heading', { level: 1, name: 'Hei, Saku' }).waitFor()
  await accessible()

  await page.goto(`/desk/companies/${company.id}`)
  await page.getByRole('tab', { name: 'Aikajana' }).click()
  await page.waitForURL('**?tab=timeline')
  await page.getByRole('button', { name: 'Kirjoita muistiinpano' }).click()
  await page.getByLabel('Muistiinpano', { exact: false }).last().pressSequentially('Soita heille. @hel')
  await page.getByRole('option', { name: /Helmi/ }).click()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Soita heille.').waitFor()

  await page.getByRole('button', { name: 'Puhelu tai tapaaminen' }).click()
  await page.getByLabel('Aihe').fill('Kattilan vaihto')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Kattilan vaihto').waitFor()

  await page.getByRole('button', { name: 'Lisää tehtävä' }).click()
  await page.getByLabel('Mitä tehdään').fill('Lähetä tarjous')
  await page.getByLabel('Määräpäivä').fill('2026-03-02')
  await page.getByLabel('Kello').fill('15:00')
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Lähetä tarjous').waitFor()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/timeline.png`, fullPage: true })

  await page.goto('/desk/day')
  await page.getByText('Lähetä tarjous').waitFor()
  if (shots) await page.screenshot({ path: `${shots}/day.png`, fullPage: true })
  await page.getByRole('checkbox', { name: 'Merkitse tehdyksi: Lähetä tarjous' }).click()
  await page.getByText('Tehtävä tehty').waitFor()
  await page.goto('/desk/tasks?state=done')
  await page.getByRole('checkbox', { name: 'Avaa uudelleen: Lähetä tarjous' }).waitFor()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/tasks.png`, fullPage: true })

  await page.getByRole('button', { name: 'Lisää tehtävä' }).click()
  await page.getByLabel('Mitä tehdään').fill('Soita kattilasta')
  await page.getByLabel('Ketä tehtävä koskee').first().fill('kivelän')
  await page.getByRole('option', { name: /Kivelän Puu Oy/ }).click()
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Tehtävä lisätty').waitFor()
  await page.goto('/desk/tasks')
  await page.getByRole('link', { name: 'Kivelän Puu Oy' }).first().waitFor()
  await leave()
})

test('whoever was mentioned is told at the desk, also on a phone', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page, 'helmi')
  await page.getByRole('button', { name: 'Ilmoitukset, 1 lukematta' }).click()
  await page.getByRole('link', { name: /Saku Koskela mainitsi sinut/ }).waitFor()
  await accessible('with a pop-up')
  if (shots) await page.screenshot({ path: `${shots}/bell-phone.png` })
  await page.getByRole('link', { name: /mainitsi sinut/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Kivelän Puu Oy' }).waitFor()
  await page.getByRole('button', { name: 'Ilmoitukset', exact: true }).waitFor()
  await page.getByRole('tab', { name: 'Aikajana' }).click()
  await page.getByText('@Helmi').waitFor()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/timeline-phone.png`, fullPage: true })
  await leave()
})

test('a document is filed, looked at and gets a new version; what is no document is refused in words', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  await page.goto(`/desk/companies/${company.id}?tab=documents`)
  await page.getByText('Asiakirjoja ei ole.').waitFor()
  const choose = async (button: () => Promise<void>, name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await button()
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer })
  }
  const add = () => page.getByRole('button', { name: 'Lisää asiakirja' }).click()
  await choose(add, 'piirros.png', png)
  await page.getByText('Asiakirja lisätty').waitFor()
  if (shots) await page.screenshot({ path: `${shots}/doc0.png`, fullPage: true })
  await page.getByRole('button', { name: 'Katso: piirros' }).click()
  await page.getByRole('img', { name: 'piirros' }).waitFor()
  await accessible('with a pop-up')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Muut toiminnot: piirros' }).click()
  await choose(
    () => page.getByRole('menuitem', { name: 'Uusi versio' }).click(),
    'piirros.pdf',
    Buffer.from('%PDF-1.7 piirros'),
  )
  await page.getByText(/versio 2/).waitFor()
  await choose(add, 'sivu.html', Buffer.from('<html></html>'))
  await page.getByText(/Tätä tiedostoa ei oteta vastaan/).waitFor()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/documents.png`, fullPage: true })
  await leave(/415/)
})

test('a rule is made in one sentence, and one’s calendar gets its secret address', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  await page.goto('/desk/rules')
  await page.getByRole('button', { name: 'Uusi sääntö' }).click()
  await page.getByLabel('Säännön nimi').fill('Yhteydenotot Helmille')
  await page.getByRole('combobox', { name: 'niin' }).click()
  await page.getByRole('option', { name: 'anna se käsiteltäväksi' }).click()
  await page.getByRole('combobox', { name: 'Kenelle' }).click()
  await page.getByRole('option', { name: /Helmi/ }).click()
  await page.getByLabel('Säännön nimi').click()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByRole('heading', { name: 'Yhteydenotot Helmille' }).waitFor()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/rules.png`, fullPage: true })

  await page.getByRole('button', { name: 'Uusi sääntö' }).click()
  await page.getByLabel('Säännön nimi').fill('Vanhenevat tarjoukset')
  await page.getByRole('combobox', { name: 'Kun' }).click()
  await page.getByRole('option', { name: /tarjouksen voimassaoloa/ }).click()
  await page.getByLabel('Tehtävän nimi').fill('Soita tarjouksesta')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Sääntöä ei voi tehdä näin. Tarkista tämä kohta.').waitFor()
  await page.getByRole('combobox', { name: 'Kenelle' }).click()
  await page.getByRole('option', { name: /Saku/ }).click()
  await page.getByLabel('Säännön nimi').click()
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('tarjouksen voimassaoloa on jäljellä enintään 7 päivää').waitFor()

  await page.goto('/desk/reminding')
  await page.getByRole('button', { name: 'Luo osoite' }).click()
  const address = await page.getByRole('textbox', { name: 'Kalenterin osoite' }).inputValue()
  assert.match(address, /\/calendar\/[\w-]{43}\.ics$/)
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/reminding.png`, fullPage: true })
  await leave(/422/)
})

test('a timeline goes back to its beginning as one reads down', async () => {
  for (let nth = 1; nth <= 90; nth += 1)
    await as('saku')('POST', '/notes', { company: company.id, text: `Vanha muistiinpano ${nth}` })
  const { page, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  await page.goto(`/desk/companies/${company.id}?tab=timeline`)
  for (let press = 0; press < 30 && !(await page.getByText('Asiakassuhde alkoi').isVisible()); press += 1) {
    await page.keyboard.press('End')
    await page.waitForTimeout(150)
  }
  await page.getByText('Asiakassuhde alkoi').waitFor()
  await leave()
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
