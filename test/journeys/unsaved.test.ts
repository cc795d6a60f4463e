import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const values = { 'org.name': 'Rinteen Leipomo Oy' }
const firm = (await sales('POST', '/companies', { values, source: 'contact' })).json()

for (const [where, options] of [
  ['at the desk', { viewport: { width: 1280, height: 900 } }],
  ['on a phone', phone],
] as const)
  test(`${where}: a window is not closed upon a note that is being written, unless that is meant`, async () => {
    const { page, accessible, leave } = await entered(options)
    await page.goto(`/desk/companies/${firm.id}?tab=timeline`)
    const write = page.getByRole('button', { name: 'Kirjoita muistiinpano' }).first()
    const [stay, go] = ['Jatka muokkaamista', 'Hylkää muutokset'].map((name) =>
      page.getByRole('button', { name }).last(),
    )
    assert.ok(stay && go)
    await write.click()
    const text = page.getByRole('dialog').getByRole('textbox')
    await page.keyboard.press('Escape')
    await text.waitFor({ state: 'detached' }) // nothing is typed: nothing is asked
    await write.click()
    await text.fill('Soitettava ensi viikolla')
    await page.keyboard.press('Escape')
    await stay.waitFor()
    await accessible('with a pop-up')
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/unsaved-${where.replaceAll(' ', '-')}.png` })
    await stay.click()
    await stay.waitFor({ state: 'detached' })
    assert.equal(await text.inputValue(), 'Soitettava ensi viikolla')
    await page.keyboard.press('Escape')
    await go.click()
    await text.waitFor({ state: 'detached' })
    await write.click()
    assert.equal(await text.inputValue(), '')
    await text.fill('Pitää leivistä')
    await page.getByRole('button', { name: 'Tallenna' }).click()
    await page.getByText('Pitää leivistä').first().waitFor()
    await leave()
  })

test('whoever leaves an opportunity or a tab with something typed is asked; what was saved is left freely', async () => {
  const { id } = (await sales('POST', '/opportunities', { company: firm.id, title: 'Uuni' })).json()
  const { page, leave } = await entered()
  await page.goto(`/desk/opportunities/${id}`)
  const title = page.getByRole('textbox', { name: 'Mitä asiakas tarvitsee' })
  await title.fill('Kaksi uunia')
  await page.getByRole('link', { name: 'Rinteen Leipomo Oy' }).first().click()
  await page.getByRole('button', { name: 'Jatka muokkaamista' }).last().click()
  assert.equal(await title.inputValue(), 'Kaksi uunia')
  // What is typed is saved with the stage.
  const moved = page.waitForResponse((one) => one.url().endsWith(`/opportunities/${id}/stage`))
  await page.getByRole('combobox', { name: 'Vaihe' }).click()
  await page.getByRole('option', { name: 'Tarjottu' }).click()
  assert.equal((await moved).status(), 201)
  assert.equal((await sales('GET', `/opportunities/${id}`)).json().title, 'Kaksi uunia')
  await page.getByRole('link', { name: 'Rinteen Leipomo Oy' }).first().click()
  await page.waitForURL(`**/desk/companies/${firm.id}`)
  // Another tab of a card draws its forms anew, and a thumb goes back on a phone.
  await page.getByRole('tab', { name: 'Aikajana' }).click()
  await page.getByRole('button', { name: 'Kirjoita muistiinpano' }).click()
  const note = page.getByRole('dialog').getByRole('textbox')
  await note.fill('Soitettava')
  await page.goBack()
  await page.getByRole('button', { name: 'Jatka muokkaamista' }).last().click()
  assert.equal(await note.inputValue(), 'Soitettava')
  await leave()
})

test('a request for a quote with a wrong value is thrown away all the same, and comes back as it was saved', async () => {
  const { id } = (
    await sales('POST', '/quote-requests', { company: firm.id, title: 'Uuni', buyerReference: 'K 9' })
  ).json()
  const { page, leave } = await entered()
  await page.goto(`/desk/quote-requests/${id}`)
  await page.getByRole('textbox', { name: 'Mitä pyydetään' }).fill('')
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Muut toiminnot' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  // What is closed is saved first; a refusal of that is told, and nothing is asked.
  await choose('Asiakas perui pyynnön')
  await page.getByRole('alert').filter({ visible: true }).first().waitFor()
  assert.equal(await page.getByRole('dialog').count(), 0)
  await choose('Poista')
  await page.getByRole('button', { name: 'Hylkää muutokset' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Poista', exact: true }).click()
  await page.waitForURL('**/desk/quote-requests')
  assert.equal((await sales('GET', `/quote-requests/${id}`)).statusCode, 404)
  await page.getByRole('button', { name: 'Kumoa' }).click()
  await page.getByText('Palautettu ennalleen').waitFor()
  await page.goto(`/desk/quote-requests/${id}`)
  assert.equal(await page.getByLabel('Asiakkaan viite').inputValue(), 'K 9')
  assert.equal(await page.getByRole('textbox', { name: 'Mitä pyydetään' }).inputValue(), 'Uuni')
  await leave(/422/)
})

async function entered(options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('saku'))
  await visit.page.getByRole('button').first().click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}
