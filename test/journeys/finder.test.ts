import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path} ${answer.body}`)
  return answer.json()
}
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const opportunity = await made('/opportunities', { company: firm.id, title: 'Ruukkutakka mökille' })
const line = { id: 'a', text: 'Hormi', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }
const text = `${'Käytiin paikka läpi. '.repeat(12)}Savupiipun juuri on halki, muurataan kesällä. ${'Soitetaan. '.repeat(12)}`
await made('/notes', { company: firm.id, text })
const order = await made('/orders', { company: firm.id, lines: [line] })

const atDesk = async (options: BrowserContextOptions = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('saku'))
  await visit.page.getByRole('button', { name: /^Kirjaudu|^Jatka/ }).click()
  await visit.page.waitForURL('**/desk/**')
  await visit.page.getByRole('button', { name: 'Haku ja komennot' }).waitFor()
  return visit
}
const field = (page: Page) => page.getByRole('textbox', { name: 'Haku ja komennot' })
const picture = async (page: Page, name: string) => {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/finder-${name}.png` })
}

test('at a desk, Ctrl+K and a word of a title open what bears it, by the keyboard alone', async () => {
  const { page, accessible, leave } = await atDesk()
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
  await page.keyboard.type('ruukku')
  const hit = page.getByRole('button', { name: /Ruukkutakka mökille/ })
  await hit.waitFor()
  await accessible('with a pop-up')
  await picture(page, 'desk-word')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/desk/opportunities/${opportunity.id}`)
  await page.getByRole('heading', { level: 1, name: 'Ruukkutakka mökille' }).waitFor()

  await page.keyboard.press('Control+k')
  await field(page).fill(String(order.number).toLowerCase())
  await page.getByRole('button', { name: new RegExp(order.number) }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/desk/orders/${order.id}`)

  await page.keyboard.press('Control+k')
  await field(page).fill('tee tarjous')
  await page.getByRole('dialog').getByRole('button', { name: 'Tee tarjous', exact: true }).waitFor()
  await picture(page, 'desk-command')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk/quotes')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await leave()
})

test('a note is found by its words and read in its place; what was opened stands first when nothing is typed', async () => {
  const dark = process.env.SCREENS ? { colorScheme: 'dark' as const } : {}
  const { page, accessible, leave } = await atDesk(dark)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  await field(page).fill('savupiip')
  await page.getByRole('button', { name: /Savupiipun juuri on halki/ }).waitFor()
  await accessible('with a pop-up')
  await picture(page, 'note')
  await page.keyboard.press('Enter')
  const note = page.getByRole('dialog', { name: 'Muistiinpano' })
  await note.getByText('muurataan kesällä').waitFor()
  assert.match(page.url(), /tab=timeline&note=[0-9a-f-]{36}$/)
  await page.keyboard.press('Escape')
  await note.waitFor({ state: 'hidden' })
  assert.match(page.url(), /tab=timeline$/)

  await page.keyboard.press('Control+k')
  const lately = page
    .getByRole('dialog')
    .getByRole('button', { name: /^Kivelän Puu Oy|Savupiipun|Käytiin|Ruukkutakka|1001/ })
  await lately.first().waitFor()
  await accessible('with a pop-up')
  await picture(page, 'lately')
  assert.ok((await lately.count()) >= 4, 'cards, deals and notes alike')
  await page.keyboard.press('Escape')
  await page.goto(`${site.url}/desk/day`)
  await page.getByRole('heading', { name: 'Viimeksi avatut' }).waitFor()
  await page.getByRole('link', { name: /Ruukkutakka mökille/ }).waitFor()
  await accessible()
  await picture(page, 'day')
  await leave()
})

test('"?" tells the keys, and Esc closes them', async () => {
  const { page, accessible, leave } = await atDesk()
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Shift+?')
  const help = page.getByRole('dialog', { name: 'Pikanäppäimet' })
  await help.getByRole('rowheader', { name: 'Haku ja komennot' }).waitFor()
  await help.getByRole('rowheader', { name: 'Avaa valittu' }).waitFor()
  await accessible('with a pop-up')
  await picture(page, 'desk-help')
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'hidden' })
  await leave()
})

test('on a phone the same is found by a press, and nothing found is said', async () => {
  const { page, accessible, leave } = await atDesk(phone)
  await page.getByRole('button', { name: 'Haku ja komennot' }).click()
  await field(page).fill('eikukaanmissään')
  await page.getByText('Ei osumia.').waitFor()
  await accessible('with a pop-up')
  await field(page).fill('takka mökille')
  await page.getByRole('button', { name: /Ruukkutakka mökille/ }).waitFor()
  await accessible('with a pop-up')
  await picture(page, 'phone-word')
  await page.getByRole('button', { name: /Ruukkutakka mökille/ }).click()
  await page.waitForURL(`**/desk/opportunities/${opportunity.id}`)
  await leave()
})
