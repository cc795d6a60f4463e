import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const values = { 'org.name': 'Rinteen Leipomo Oy' }
const firm = (await sales('POST', '/companies', { values, source: 'contact' })).json()
const opportunity = async (title: string) => (await sales('POST', '/opportunities', { company: firm.id, title })).json()

test('one Escape closes one window: the reason for losing is not lost with the panel beneath it, nor by a refusal', async () => {
  const { id } = await opportunity('Kylmiö')
  const { page, leave } = await entered()
  const { stay, go } = asked(page)
  await page.goto(`/desk/pipeline?open=${id}`)
  await page.getByRole('combobox', { name: 'Vaihe' }).click()
  await page.getByRole('option', { name: 'Hävitty' }).click()
  const why = page.getByRole('textbox', { name: 'Tarkennus' })
  await why.fill('Vanha kestää vielä')
  for (const _ of [1, 2]) {
    await page.keyboard.press('Escape')
    await stay.waitFor()
    await page.keyboard.press('Escape') // closes the question, and asks nothing anew
    await stay.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]')) // back where one typed
  }
  assert.equal(await why.inputValue(), 'Vanha kestää vielä')
  await page.getByRole('radio', { name: 'Hinta' }).check()
  await page.route(`**/opportunities/${id}/stage`, (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Merkitse hävityksi' }).click()
  await page.getByRole('alert').first().waitFor()
  assert.equal(await why.inputValue(), 'Vanha kestää vielä')
  await page.getByRole('button', { name: 'Merkitse hävityksi' }).click()
  await why.waitFor({ state: 'detached' })
  assert.equal((await sales('GET', `/opportunities/${id}`)).json().lostNote, 'Vanha kestää vielä')
  await page.getByRole('textbox', { name: 'Mitä asiakas tarvitsee' }).fill('Pakastin')
  await page.keyboard.press('Escape')
  await go.click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await leave(/ERR_FAILED/)
})

test('the panel beside the board is closed by going back, and asks first', async () => {
  const { id } = await opportunity('Paistouuni')
  const { page, leave } = await entered()
  const { stay, go } = asked(page)
  await page.goto('/desk/pipeline')
  await page
    .getByRole('button', { name: /Paistouuni/ })
    .first()
    .click()
  await page.waitForURL(`**/pipeline?open=${id}`)
  const title = page.getByRole('textbox', { name: 'Mitä asiakas tarvitsee' })
  await title.fill('Kaksi uunia')
  await page.goBack()
  await stay.click()
  assert.equal(await title.inputValue(), 'Kaksi uunia')
  await page.goBack()
  await go.click()
  await title.waitFor({ state: 'detached' })
  assert.match(page.url(), /\/pipeline$/)
  // Closed by its cross, it asks once.
  await page.goto(`/desk/pipeline?open=${id}`)
  await title.fill('Kolme uunia')
  await page.getByRole('button', { name: 'Sulje' }).click()
  await go.click()
  await title.waitFor({ state: 'detached' })
  assert.equal(await page.getByRole('dialog').count(), 0)
  await leave()
})

test('an opportunity added in its stage: an Escape closes the list of names, the next one asks', async () => {
  const { page, leave } = await entered()
  await page.goto('/desk/pipeline')
  await page.getByRole('button', { name: 'Lisää vaiheeseen Uusi' }).click()
  const name = page.locator('.quick-add').getByRole('textbox', { name: 'Mitä asiakas tarvitsee' })
  await name.fill('Taikinakone')
  await page.locator('.quick-add input').first().fill('Rint')
  await page.getByRole('option', { name: /Rinteen/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await asked(page).stay.click()
  assert.equal(await name.inputValue(), 'Taikinakone')
  await leave()
})

test('what is deleted is asked about once, and its words go with it', async () => {
  const { id } = await opportunity('Pesukone')
  const { page, leave } = await entered()
  await page.goto(`/desk/opportunities/${id}`)
  await page.getByRole('textbox', { name: 'Mitä asiakas tarvitsee' }).fill('Pakastin')
  await page.getByRole('button', { name: 'Poista' }).click()
  await asked(page).go.click()
  await page.waitForURL('**/desk/pipeline**')
  assert.equal(await page.getByRole('dialog').count(), 0)
  await leave()
})

test('of saving and moving, only the refusal of what was done last is said', async () => {
  const { id } = await opportunity('Hylly')
  const { page, leave } = await entered()
  await page.goto(`/desk/opportunities/${id}`)
  const title = page.getByRole('textbox', { name: 'Mitä asiakas tarvitsee' })
  await title.fill('')
  await page.getByRole('combobox', { name: 'Vaihe' }).click()
  await page.getByRole('option', { name: 'Tarjottu' }).click()
  await page.locator('input[aria-invalid=true]').waitFor()
  await title.fill('Korkea hylly')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByRole('heading', { level: 1, name: 'Korkea hylly' }).waitFor()
  assert.equal(await page.locator('input[aria-invalid=true]').count(), 0)
  await leave(/422/)
})

test('what is read out of a signature is asked about, and stands whichever way one has met', async () => {
  const { page, leave } = await entered()
  await page.goto('/desk/capture')
  await page.getByLabel('Liitä allekirjoitus tähän').fill('Sirkka Mäki\nOstopäällikkö\nsirkka.maki@rinne.example')
  await page.getByRole('button', { name: 'Ehdota kenttiin' }).click()
  await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Mäki'))
  await page.getByText('Messut', { exact: true }).click()
  await page.waitForURL('**/capture?way=fair')
  assert.equal(await page.getByLabel('Sukunimi').inputValue(), 'Mäki')
  assert.equal(await page.getByLabel('Mitä tehdään').inputValue(), 'Soita ja jatka messukeskustelua')
  await page.getByRole('link', { name: 'Yritykset' }).first().click()
  await asked(page).stay.click()
  assert.equal(await page.getByLabel('Sukunimi').inputValue(), 'Mäki')
  await leave()
})

test('the settings of a campaign are not lost to its next part', async () => {
  const marketing = site.as('maija')
  const made = await marketing('POST', '/campaigns', { name: 'Kevätkirje', channel: 'email', topics: ['news'] })
  assert.equal(made.statusCode, 201, made.body)
  const { page, leave } = await entered('maija')
  await page.goto(`/desk/campaigns/${made.json().id}?part=audience`)
  const name = page.getByRole('textbox', { name: 'Nimi' })
  await name.fill('Kevätkirje asiakkaille')
  await page.getByRole('tab', { name: 'Sisältö' }).click()
  await asked(page).stay.click()
  assert.equal(await name.inputValue(), 'Kevätkirje asiakkaille')
  await page.getByRole('button', { name: 'Tallenna heti' }).click()
  await page.getByRole('tab', { name: 'Sisältö' }).click()
  await page.waitForURL('**?part=content')
  await leave()
})

const asked = (page: Page) => ({
  stay: page.getByRole('button', { name: 'Jatka muokkaamista' }).last(),
  go: page.getByRole('button', { name: 'Hylkää muutokset' }),
})

async function entered(who: 'saku' | 'maija' = 'saku') {
  const visit = await aVisit(browser, site.url, { viewport: { width: 1280, height: 900 } })
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').first().click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}
