import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
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

/** Each form whose words the register keeps otherwise than they are typed: twice typed, and what is then held. */
const settings = [
  {
    ...{ name: 'an account number in groups', path: 'invoicing', field: 'Kontonummer (IBAN)', button: 'Spara' },
    typed: ['FI58 1017 1000 0001 22', 'FI21 1234 5600 0007 85'],
    kept: ['FI5810171000000122', 'FI2112345600000785'],
  },
  {
    ...{ name: 'a standing text of spaces alone', path: 'paper-settings', field: 'Offert', button: 'Spara texterna' },
    typed: ['  ', 'Voimassa kuukauden. '],
    kept: ['', 'Voimassa kuukauden.'],
  },
  {
    ...{ name: 'an account with a space after it', path: 'bookkeeping', field: 'Bankkonto', button: 'Spara kontona' },
    typed: ['1911 ', '1912 '],
    kept: ['1911', '1912'],
  },
] as const

for (const { name, path, field, button, typed, kept } of settings)
  test(`${name} is saved twice in a row, and shown as it is kept`, async () => {
    const { page, leave } = await entered('bo')
    await page.goto(`/desk/${path}`)
    const input = page.getByRole('textbox', { name: field, exact: true })
    for (const [nth, words] of typed.entries()) {
      await input.fill(words)
      const answer = page.waitForResponse((one) => one.request().method() === 'PUT')
      await page.getByRole('button', { name: button, exact: true }).click()
      assert.equal((await answer).status(), 200)
      await shows(input, kept[nth] as string)
    }
    await leave()
  })

test('what is typed in a form of settings stays, though the statement that names the companies comes late', async () => {
  const { page, leave } = await entered('bo')
  await page.route('**/api/v1/statement', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto('/desk/bookkeeping')
  const input = page.getByRole('textbox', { name: 'Bankkonto', exact: true })
  const companies = page.waitForResponse((one) => one.url().endsWith('/api/v1/statement'))
  await input.fill('1955')
  await companies
  await page.waitForTimeout(500)
  assert.equal(await input.inputValue(), '1955')
  await leave()
})

for (const moment of ['while the first is being answered', 'before the first is read again'])
  test(`a second account typed ${moment} is kept and shown as it is kept, and so is the first`, async () => {
    const { page, leave } = await entered('bo')
    await page.goto('/desk/bookkeeping')
    const [bank, vat] = ['Bankkonto', 'Momsskuld'].map((name) => page.getByRole('textbox', { name, exact: true }))
    assert.ok(bank && vat)
    await bank.fill('1921 ')
    const method = moment.startsWith('while') ? 'PUT' : 'GET'
    let go = () => {}
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    await page.route(/api\/v1\/bookkeeping/, async (route) => {
      const answer = await route.fetch()
      if (route.request().method() === method) await gate
      await route.fulfill({ response: answer })
    })
    const asked = page.waitForRequest((one) => one.method() === method && one.url().includes('/api/v1/bookkeeping'))
    await page.getByRole('button', { name: 'Spara kontona' }).click()
    await asked
    await vat.fill('2940 ')
    go()
    await shows(bank, '1921')
    assert.equal(await vat.inputValue(), '2940 ')
    await page.getByRole('button', { name: 'Spara kontona' }).click()
    await shows(vat, '2940')
    assert.equal(await bank.inputValue(), '1921')
    await leave()
  })

test('an opportunity with a space after its name is saved twice on a phone, and then moved to another stage', async () => {
  const { id } = (await sales('POST', '/opportunities', { company: firm.id, title: 'Uuni' })).json()
  const { page, leave } = await entered('saku', phone)
  await page.goto(`/desk/opportunities/${id}`)
  const title = page.getByRole('textbox', { name: 'Mitä asiakas tarvitsee' })
  for (const words of ['Kaksi uunia ', 'Kolme uunia ']) {
    await title.fill(words)
    const answer = page.waitForResponse((one) => one.request().method() === 'PATCH')
    await page.getByRole('button', { name: 'Tallenna' }).click()
    assert.equal((await answer).status(), 200)
    // What is selected while the answer comes in is selected no more.
    await shows(title, words.trim())
  }
  const moved = page.waitForResponse((one) => one.url().endsWith(`/opportunities/${id}/stage`))
  await page.getByRole('combobox', { name: 'Vaihe' }).click()
  await page.getByRole('option', { name: 'Tarjottu' }).click()
  assert.equal((await moved).status(), 201)
  assert.equal(await title.inputValue(), 'Kolme uunia')
  await leave()
})

test('every form of a record tells what its save was answered with, and shows what a colleague changed', async () => {
  const forms: string[] = []
  for await (const file of glob('web/src/**/*.{ts,tsx}')) {
    const text = await readFile(file, 'utf8')
    if (!/= useTyped\(/.test(text)) continue
    forms.push(file)
    assert.match(text, /^ +saved\(/m, file)
    assert.match(text, /news/, file)
  }
  assert.ok(forms.length >= 9, forms.join(' '))
})

/** Waits by the clock: a page that is drawn seldom asks itself seldom. */
async function shows(input: Locator, words: string) {
  for (const until = Date.now() + 15_000; (await input.inputValue()) !== words && Date.now() < until; )
    await input.page().waitForTimeout(50)
  assert.equal(await input.inputValue(), words)
}

async function entered(who: CastName, options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await enter(visit.page, who)
  return visit
}

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').first().click()
  await page.waitForURL('**/desk/**')
}
