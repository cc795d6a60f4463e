import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const { register } = site
const browser = await openBrowser()
after(() => browser.close())

test('a day at the desk on a phone: a company and a person with their source, told, found, in Swedish and in the dark', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page, 'saku')
  await page.getByRole('link', { name: 'Yritykset' }).last().click()
  await page.getByRole('button', { name: 'Lisää yritys' }).first().click()
  await page.getByLabel('Yrityksen nimi').fill('Rinteen Leipomo Oy')
  await page.getByRole('combobox', { name: 'Mistä tiedot ovat peräisin?' }).click()
  await page.getByRole('option', { name: 'Tilaus' }).click()
  await accessible()
  await page.getByRole('button', { name: 'Lisää rekisteriin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rinteen Leipomo Oy' }).waitFor()
  await page.getByRole('button', { name: /^Tietolähde: Yrityksen nimi: Tilaus/ }).waitFor()
  await accessible()

  await page.getByRole('button', { name: 'Lisää yhteyshenkilö' }).click()
  await page.getByLabel('Etunimi').fill('Sirkka')
  await page.getByLabel('Sukunimi').fill('Mäki')
  await page.getByRole('button', { name: 'Lisää sähköpostiosoite' }).click()
  await page.getByRole('textbox', { name: 'Yhteyshenkilön sähköposti' }).fill('sirkka.maki@rinne.example')
  await page.getByRole('button', { name: 'Lisää rekisteriin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rinteen Leipomo Oy' }).waitFor()
  await page.getByRole('link', { name: 'Sirkka Mäki' }).click()
  await page.getByRole('button', { name: 'Anna seloste' }).click()
  await accessible('with a pop-up')
  await page.getByRole('menuitem', { name: 'Kerroin puhelimessa' }).click()
  await page.getByText(/^Annettu .* puhelimessa/).waitFor()
  await accessible()

  await page.getByRole('button', { name: 'Anna seloste' }).click()
  const opened = page.context().waitForEvent('page')
  const printed = page.context().waitForEvent('response', (answer) => answer.url().includes('/statement.pdf'))
  await page.getByRole('menuitem', { name: /^Tulosta/ }).click()
  assert.equal((await printed).headers()['content-type'], 'application/pdf')
  await (await opened).close()
  await page.getByText(/^Annettu .* tulosteena/).waitFor()

  await page.getByRole('button', { name: /^Haku ja komennot/ }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('maki')
  await page.getByRole('dialog').getByText('Sirkka Mäki').waitFor()
  await accessible('with a pop-up')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /Saku Koskela/ }).click()
  await page.getByText('Mörk').or(page.getByText('Tumma')).click()
  await page.getByText('Svenska').last().click()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Företag' }).last().waitFor()
  await page.getByRole('menu').waitFor({ state: 'hidden' })
  await accessible()
  const ledger = (await site.ledger()).filter((line) => line.endsWith('saku'))
  assert.deepEqual(ledger, [
    'session.opened by saku',
    'organisation.created by saku',
    'relationship.begun by saku',
    'person.created by saku',
    'notice.queued by saku',
    'notice.given by saku',
    'notice.given by saku',
  ])
  await leave()
})

test('two people at one company: the later is told, what was typed stays, and nothing is lost', async () => {
  const [saku, ellen] = [
    await aVisit(browser, site.url),
    await aVisit(browser, site.url, { ...phone, locale: 'en-GB' }),
  ]
  await enter(saku.page, 'saku')
  await enter(ellen.page, 'ellen')
  const [company] = await register.db.owner().selectFrom('register.organisation').select('id').execute()
  const edit = `/desk/companies/${company?.id}/edit`

  await ellen.page.goto(edit)
  await ellen.page.getByLabel('Company e-mail').fill('orders@rinne.example')
  await saku.page.goto(edit)
  await saku.page.getByLabel('Yrityksen sähköposti').fill('toimisto@rinne.example')
  await saku.page.getByRole('button', { name: 'Tallenna' }).click()
  await saku.page
    .getByRole('link', { name: 'toimisto@rinne.example' })
    .or(saku.page.getByText('toimisto@rinne.example'))
    .first()
    .waitFor()

  await ellen.page.getByRole('button', { name: 'Save' }).click()
  await ellen.page.getByRole('alert').getByText('toimisto@rinne.example').waitFor()
  assert.equal(await ellen.page.getByLabel('Company e-mail').inputValue(), 'orders@rinne.example')
  assert.deepEqual(await emails(), ['toimisto@rinne.example'])
  await ellen.accessible()
  await ellen.page.getByRole('button', { name: 'Save' }).click()
  await ellen.page.getByRole('heading', { level: 1, name: 'Rinteen Leipomo Oy' }).waitFor()
  assert.deepEqual(await emails(), ['orders@rinne.example'])

  await saku.leave()
  await ellen.leave(/409/)
})

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

async function emails() {
  const rows = await register.db.owner().selectFrom('register.organisation').select('email').execute()
  return rows.map(({ email }) => email)
}
