import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const firm = (
  await sales('POST', '/companies', { values: { 'org.name': 'Rinteen Leipomo Oy' }, source: 'contact' })
).json()
const made = async (title: string, valueCents: number, expectedClose: string) =>
  (await sales('POST', '/opportunities', { company: firm.id, title, valueCents, expectedClose })).json().id as string
await made('Uunien lämmöntalteenotto', 4_800_000, '2099-03-27')
await made('Huoltosopimus', 360_000, '2020-01-31')
const stateOf = async (title: string) => {
  const { columns } = (await sales('GET', '/board')).json()
  for (const column of columns)
    if (column.cards.some((card: { title: string }) => card.title === title)) return column.names.fi
}
const stage = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}:`) })

test('the pipeline by mouse: a card is dragged, the move taken back, a loss explained, a deletion undone', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1440, height: 900 } })
  await enter(page, 'saku')
  await page.getByRole('link', { name: 'Myyntiputki' }).click()
  await page.getByRole('heading', { level: 1, name: 'Myyntiputki' }).waitFor()
  await stage(page, 'Uusi').getByText('1 myöhässä').waitFor()
  await stage(page, 'Uusi')
    .getByText(/^Myöhässä: 31\.1\.2020/)
    .waitFor()
  await accessible()

  await dragged(page, card(page, 'Huoltosopimus'), stage(page, 'Tarjottu'))
  await stage(page, 'Tarjottu').getByRole('button', { name: 'Huoltosopimus', exact: true }).waitFor()
  await stage(page, 'Tarjottu').getByText('painotettu 1 800 €').waitFor()
  await page.getByText('”Huoltosopimus” siirretty vaiheeseen Tarjottu').waitFor()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Kumoa' }).click()
  await stage(page, 'Uusi').getByRole('button', { name: 'Huoltosopimus', exact: true }).waitFor()
  await page.getByText('Siirto kumottu').waitFor()
  assert.equal(await stateOf('Huoltosopimus'), 'Uusi')

  await page.getByRole('button', { name: 'Toiminnot: Huoltosopimus' }).click()
  await page.getByRole('menuitem', { name: 'Hävitty' }).click()
  await page.getByRole('radio', { name: 'Kilpailija valittiin' }).check()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Merkitse hävityksi' }).click()
  await stage(page, 'Hävitty').getByText('Kilpailija valittiin').waitFor()

  await page.getByRole('button', { name: 'Toiminnot: Huoltosopimus' }).click()
  await page.getByRole('menuitem', { name: 'Poista' }).click()
  await page.getByText('Mahdollisuus siirretty roskakoriin').waitFor()
  await card(page, 'Huoltosopimus').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Muut toiminnot' }).click()
  await page.getByRole('menuitem', { name: 'Roskakori' }).click()
  await page.getByText('Huoltosopimus', { exact: true }).waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Palauta' }).click()
  await page.getByText('Roskakori on tyhjä').waitFor()
  assert.equal(await stateOf('Huoltosopimus'), 'Hävitty')
  await leave()
})

test('the pipeline by keyboard: a card is lifted, carried and dropped, and the screen reader hears each step', async () => {
  const { page, leave } = await aVisit(browser, site.url, { viewport: { width: 1440, height: 900 } })
  await enter(page, 'saku')
  await page.goto('/desk/pipeline')
  await page.getByRole('button', { name: 'Siirrä: Uunien lämmöntalteenotto' }).focus()
  const heard = page.getByTestId('board-told')
  await page.keyboard.press('Space')
  await heard.getByText('Uunien lämmöntalteenotto nostettu vaiheesta Uusi.').waitFor()
  await page.keyboard.press('ArrowRight')
  await heard.getByText('Kohde: Tarve selvitetty, 2/6.').waitFor()
  await page.keyboard.press('Escape')
  await heard.getByText('Siirto peruttu.').waitFor()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await heard.getByText('siirretty vaiheeseen Tarjottu.').waitFor()
  await stage(page, 'Tarjottu').getByRole('button', { name: 'Uunien lämmöntalteenotto', exact: true }).waitFor()
  await page.getByText('”Uunien lämmöntalteenotto” siirretty vaiheeseen Tarjottu').waitFor()
  assert.equal(await stateOf('Uunien lämmöntalteenotto'), 'Tarjottu')
  await leave()
})

test('the pipeline by touch on a tablet: a finger held on a card carries it, and a swipe only scrolls', async () => {
  const tablet = { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true }
  const { page, accessible, leave } = await aVisit(browser, site.url, tablet)
  await enter(page, 'saku')
  await page.goto('/desk/pipeline')
  const title = 'Uunien lämmöntalteenotto'
  await card(page, title).waitFor()
  await touched(page, card(page, title), stage(page, 'Uusi'), 0)
  assert.equal(await stateOf(title), 'Tarjottu', 'a swipe moves nothing')
  await page.reload()
  await card(page, title).waitFor()
  await touched(page, card(page, title), stage(page, 'Tarve selvitetty'), 380)
  await stage(page, 'Tarve selvitetty').getByRole('button', { name: title, exact: true }).waitFor()
  await page.getByText(`”${title}” siirretty vaiheeseen Tarve selvitetty`).waitFor()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Kumoa' }).click()
  await page.getByText('Siirto kumottu').waitFor()
  assert.equal(await stateOf(title), 'Tarjottu')
  await leave()
})

test('two people drag one card: the second is told where it stands, and nothing is lost', async () => {
  const { page, leave } = await aVisit(browser, site.url, { viewport: { width: 1440, height: 900 } })
  await enter(page, 'saku')
  await page.goto('/desk/pipeline')
  await card(page, 'Uunien lämmöntalteenotto').waitFor()
  const { columns } = (await sales('GET', '/board')).json()
  const held = columns[2].cards[0]
  await sales('POST', `/opportunities/${held.id}/stage`, {
    payload: { stage: columns[3].id },
    headers: { 'if-match': `"${held.revision}"` },
  })
  await dragged(page, card(page, 'Uunien lämmöntalteenotto'), stage(page, 'Tarve selvitetty'))
  await page.getByText('Joku toinen ehti muuttaa tätä: kortti on nyt vaiheessa').waitFor()
  await stage(page, 'Neuvottelu').getByRole('button', { name: 'Uunien lämmöntalteenotto', exact: true }).waitFor()
  assert.equal(await stateOf('Uunien lämmöntalteenotto'), 'Neuvottelu')
  await leave(/409/)
})

test('the pipeline on a phone: one stage at a time, a new opportunity in its stage, details changed, the forecast read', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page, 'saku')
  await page.goto('/desk/pipeline')
  await page.getByRole('button', { name: /^Uusi \d/ }).click()
  await page.getByRole('button', { name: 'Lisää vaiheeseen Uusi' }).click()
  await page.getByRole('combobox', { name: 'Hae yritys tai henkilö' }).fill('rinteen')
  await page.getByRole('option', { name: /^Rinteen Leipomo/ }).click()
  await page.getByLabel('Mitä asiakas tarvitsee').fill('Kylmähuoneen saneeraus')
  await page.getByLabel('Arvo ilman veroa (€)').fill('12500,50')
  await accessible()
  await page.locator('form').getByRole('button', { name: 'Uusi mahdollisuus' }).click()
  await page.getByText('Mahdollisuus lisätty').waitFor()
  await page.getByRole('button', { name: 'Kylmähuoneen saneeraus', exact: true }).click()
  await page.getByLabel('Seuraava askel').fill('Soita keittiömestarille')
  await page.getByLabel('Todennäköisyys (%)').fill('40')
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Muutokset tallennettu').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Ennuste', { exact: true }).click()
  await page.getByRole('heading', { name: 'Ennuste kuukausittain' }).waitFor()
  await page.getByText('Ei päivää').waitFor()
  await page
    .getByText(/12\s501\s€/)
    .first()
    .waitFor()
  await accessible()
  await leave()
})

function card(page: Page, title: string): Locator {
  return page.getByRole('button', { name: title, exact: true })
}

async function dragged(page: Page, what: Locator, where: Locator) {
  const [from, into] = [await what.boundingBox(), await where.boundingBox()]
  assert.ok(from && into)
  await page.mouse.move(from.x + 30, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 30, { steps: 4 })
  await page.mouse.move(into.x + into.width / 2, into.y + 160, { steps: 12 })
  await page.mouse.up()
}

/** A finger put down, held for a while, carried and lifted. */
async function touched(page: Page, what: Locator, where: Locator, held: number) {
  await what.click({ trial: true }) // until what a swipe has set scrolling stands still
  const [from, into] = [await what.boundingBox(), await where.boundingBox()]
  assert.ok(from && into)
  const fingers = await page.context().newCDPSession(page)
  const put = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const [x, y] = [from.x + 30, from.y + 8]
  await put('touchStart', x, y)
  if (held > 0) await page.waitForTimeout(held)
  for (let step = 1; step <= 10; step += 1)
    await put('touchMove', x + ((into.x + into.width / 2 - x) * step) / 10, y + (60 * step) / 10)
  if (held > 0) await where.and(page.locator('.aimed')).waitFor()
  await put('touchEnd')
}

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

test('a pipeline is taken out of use and brought back; what is refused stands at its field, and what was typed stays', async () => {
  const stages = [
    { names: { fi: 'Kysely' }, probability: 20, kind: 'open' },
    { names: { fi: 'Voitettu' }, probability: 100, kind: 'won' },
    { names: { fi: 'Hävitty' }, probability: 0, kind: 'lost' },
  ]
  const { id } = (await sales('POST', '/pipelines', { names: { fi: 'Vuokraus' }, stages })).json()
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  await page.goto(`/desk/pipeline?pipeline=${id}`)
  const menu = async (name: string) => {
    await page.getByRole('button', { name: 'Muut toiminnot' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await menu('Muokkaa vaiheita')
  const form = page.getByRole('dialog')
  await form.getByLabel('Myyntiputken nimi').fill('Laitevuokraus')
  await form.getByRole('button', { name: 'Poista vaihe Voitettu' }).click()
  await form.getByRole('button', { name: 'Tallenna' }).click()
  await form.getByRole('alert').filter({ hasText: /vaihe/i }).waitFor()
  await accessible('with a pop-up')
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/pipeline-refused.png` })
  assert.equal(await form.getByLabel('Myyntiputken nimi').inputValue(), 'Laitevuokraus')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Hylkää muutokset' }).click()

  await menu('Muokkaa vaiheita')
  await form.getByRole('switch', { name: 'Poissa käytöstä' }).check()
  await form.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Vaiheet tallennettu').waitFor()
  await menu('Poissa käytöstä olevat putket')
  await form.getByText('Vuokraus', { exact: true }).waitFor()
  await accessible('with a pop-up')
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/pipeline-retired.png` })
  await form.getByRole('button', { name: 'Ota takaisin käyttöön: Vuokraus' }).click()
  await page.getByText('Putki on taas käytössä').waitFor()
  const held = (await sales('GET', '/pipelines')).json().items.find((one: { id: string }) => one.id === id)
  assert.equal(held.retiredAt, null)
  await leave(/422/) // the refusal that is shown
})
