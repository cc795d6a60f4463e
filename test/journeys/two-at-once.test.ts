import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing] = [site.as('saku'), site.as('bo')]
type Who = typeof sales
const made = async (path: string, body: object, who: Who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const { id: company } = await made('/companies', { values: { 'org.name': 'Rinteen Leipomo Oy' }, source: 'order' })
const line = { id: 'a', text: 'Asennustyö', unit: 'h', quantity: 8000, unitPrice: 650_000, vatRate: 2550 }
const reading = async (who: Who, path: string) => (await who('GET', path)).json()

/** Whether a field of the page says these words; asked in the browser. */
const isShown = (words: string) =>
  [...document.querySelectorAll('input, textarea')].some((one) => 'value' in one && one.value === words)

/** Each form of a document: how it is made, what somebody types in it, and what a colleague saves meanwhile. */
const forms = [
  {
    name: 'a quote',
    who: sales,
    login: 'saku',
    path: 'quotes',
    make: () => made('/quotes', { company, title: 'Uuni', lines: [line] }),
    field: /^Ämne|^Aihe|^Mitä sovitaan/,
    save: (path: string, revision: number) =>
      sales('PATCH', path, { payload: { opening: 'Kollegan sanat' }, headers: { 'if-match': `"${revision}"` } }),
    ...{ theirs: 'opening', mine: 'title' },
  },
  {
    name: 'a contract',
    who: sales,
    login: 'saku',
    path: 'contracts',
    make: () => made('/contracts', { company, title: 'Huolto', startsOn: '2026-01-01', lines: [line] }),
    field: /^Ämne|^Aihe|^Mitä sovitaan/,
    save: (path: string, revision: number) =>
      sales('PATCH', path, { payload: { text: 'Kollegan sanat' }, headers: { 'if-match': `"${revision}"` } }),
    ...{ theirs: 'text', mine: 'title' },
  },
  {
    name: 'an opportunity',
    who: sales,
    login: 'saku',
    path: 'opportunities',
    make: () => made('/opportunities', { company, title: 'Uuni' }),
    field: /^Mitä asiakas tarvitsee/,
    save: (path: string, revision: number) =>
      sales('PATCH', path, { payload: { nextStep: 'Kollegan sanat' }, headers: { 'if-match': `"${revision}"` } }),
    ...{ theirs: 'nextStep', mine: 'title' },
  },
  {
    name: 'an invoice',
    who: billing,
    login: 'bo',
    path: 'invoices',
    make: () => made('/invoices/drafts', { company, lines: [line] }, billing),
    field: /^Er referens/,
    save: (path: string, revision: number) => billing('PATCH', path, { ourReference: 'Kollegan sanat', revision }),
    ...{ theirs: 'ourReference', mine: 'yourReference' },
  },
] as const

for (const { name, who, login, path, make, field, save, theirs, mine } of forms)
  for (const [where, options] of [
    ['at the desk', { viewport: { width: 1280, height: 900 } }],
    ['on a phone', phone],
  ] as const)
    test(`${where}: of two who write ${name} at once the second is told, keeps what was typed, and puts it upon the new content`, async () => {
      const { id } = await make()
      const { page, accessible, leave } = await aVisit(browser, site.url, options)
      await page.goto(await site.linkFor(login))
      await page.getByRole('button').first().click()
      await page.waitForURL('**/desk/**')
      await page.goto(`/desk/${path}/${id}`)
      const typed = page.getByRole('textbox', { name: field }).first()
      await typed.fill('Omat sanat')
      const { revision } = await reading(who, `/${path}/${id}`)
      const saved = await save(`/${path}/${id}`, revision)
      assert.ok(saved.statusCode < 300, saved.body)
      // The desk reads it anew, as when the window is looked at again: what is typed stays, and is not written over theirs.
      const again = page.waitForResponse((answer) => answer.url().endsWith(`/${path}/${id}`) && answer.ok())
      await page.evaluate(() => {
        const now = Date.now
        Date.now = () => now() + 60_000
        window.dispatchEvent(new Event('visibilitychange'))
      })
      await again
      const refused = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
      await page
        .getByRole('button', { name: /^Spara|^Tallenna/ })
        .first()
        .click()
      assert.equal((await refused).status(), 409)
      await page
        .getByText(/ändrade detta under tiden|muutti tätä sillä välin/)
        .first()
        .waitFor()
      await accessible('with a pop-up')
      assert.equal(await typed.inputValue(), 'Omat sanat')
      assert.equal((await reading(who, `/${path}/${id}`))[theirs], 'Kollegan sanat')

      // The way on: their words are shown, one's own are put upon them, and both are kept.
      await page.getByRole('button', { name: /^Visa det nya innehållet|^Näytä uusi sisältö/ }).click()
      await page.waitForFunction(isShown, 'Kollegan sanat')
      assert.notEqual(await typed.inputValue(), 'Omat sanat')
      await accessible('with a pop-up')
      await page.getByRole('button', { name: /^Återställ egna ändringar|^Palauta omat muutokset/ }).click()
      assert.equal(await typed.inputValue(), 'Omat sanat')
      const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
      await page
        .getByRole('button', { name: /^Spara|^Tallenna/ })
        .first()
        .click()
      assert.equal((await kept).ok(), true)
      const both = await reading(who, `/${path}/${id}`)
      assert.deepEqual([both[theirs], both[mine]], ['Kollegan sanat', 'Omat sanat'])
      await leave(/409/)
    })
