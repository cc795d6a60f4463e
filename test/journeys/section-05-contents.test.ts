import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, further, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const made = async (path: string, body: object) => (await sales('POST', path, body)).json()

const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const prospect = await made('/companies', { values: { 'org.name': 'Mäen Sauna Oy' }, source: 'contact' })

const signedIn = async (who: CastName, options = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('5 Mitä tietoja käsittelemme: billing enters an invoice and marks it paid', async () => {
  const { page, accessible, leave } = await signedIn('bo')
  await page.goto(`/desk/companies/${company.id}?tab=dealings`)
  await page.getByText('Det finns inga fakturor.').waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Lägg till faktura' }).click()
  const form = page.getByRole('dialog', { name: 'Lägg till faktura' })
  await form.getByLabel('Fakturanummer').fill('2026-1')
  await form.getByLabel('Belopp').fill('1240,50')
  await form.getByLabel('Förklaring').fill('Lämpöpumpun huolto')
  await accessible('with a pop-up')
  await form.getByRole('button', { name: 'Lägg till faktura' }).click()
  await page.getByText('Fakturan har lagts till').waitFor()
  await page.getByText(/2026-1 · 1\s?240,50\s?€/).waitFor()

  await page.getByRole('button', { name: 'Lägg till faktura' }).click()
  await form.getByLabel('Fakturanummer').fill('2026-1')
  await form.getByLabel('Belopp').fill('10')
  await form.getByRole('button', { name: 'Lägg till faktura' }).click()
  await page.getByText('Koncernbolaget har redan en faktura med det här numret.').waitFor()
  assert.equal(await form.getByLabel('Fakturanummer').inputValue(), '2026-1', 'what was typed stays')
  await form.getByRole('button', { name: 'Avbryt' }).click()

  await page.getByRole('button', { name: 'Läge för faktura 2026-1' }).click()
  await page.getByRole('menuitem', { name: 'Markera som betald' }).click()
  await page.getByText('Betald', { exact: true }).waitFor()
  await accessible('with a pop-up')
  await leave(/409|403/)
})

for (const [name, options] of [
  ['at a desk', {}],
  ['on a phone', phone],
] as const)
  test(`5 Mitä tietoja käsittelemme: service enters a warranty and deals with a complaint, ${name}`, async () => {
    const { page, accessible, leave } = await signedIn('helmi', options)
    await page.goto(`/desk/companies/${company.id}?tab=dealings`)
    await page.getByRole('button', { name: 'Lisää takuu' }).click()
    await page.getByLabel('Mitä takuu koskee').fill(`Lämpöpumppu ${name}`)
    await page.getByRole('dialog').getByRole('button', { name: 'Lisää takuu' }).click()
    await page.getByText(`Lämpöpumppu ${name}`).waitFor()

    await page.getByRole('button', { name: 'Kirjaa reklamaatio' }).click()
    await page.getByLabel('Mitä asiakas kertoi').fill(`Pumppu pitää ääntä, 131052-308T.`)
    await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa reklamaatio' }).click()
    await page.getByText(/henkilötunnus\./).waitFor()
    await page.getByLabel('Mitä asiakas kertoi').fill(`Pumppu pitää ääntä (${name}).`)
    await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa reklamaatio' }).click()
    await page
      .locator('p', { hasText: `Pumppu pitää ääntä (${name}).` })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Merkitse käsitellyksi' }).first().click()
    await page.getByLabel('Miten asia ratkesi').fill('Laakeri vaihdettiin.')
    await page.getByRole('dialog').getByRole('button', { name: 'Merkitse käsitellyksi' }).click()
    await page.getByText('Laakeri vaihdettiin.').first().waitFor()
    await accessible('with a pop-up')
    if (process.env.SCREENS)
      await page.screenshot({ path: `${process.env.SCREENS}/dealings-${name}.png`, fullPage: true })
    await leave(/422/)
  })

test('5 Mitä tietoja käsittelemme: what a duty does not read is not on its screen, and what is not declared is refused', async () => {
  const { page, leave } = await signedIn('maija')
  await page.goto(`/desk/companies/${company.id}?tab=dealings`)
  await page.getByRole('heading', { name: 'Kivelän Puu Oy', level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  for (const title of ['Laskut', 'Takuut', 'Reklamaatiot'])
    assert.equal(await page.getByRole('heading', { name: title }).count(), 0, title)
  await leave()

  const undeclared = await site.as('bo')('POST', '/invoices', {
    ...{ company: company.id, number: '9', dueOn: '2026-04-01', amountCents: 1, birthday: '1980-01-01' },
  })
  assert.deepEqual([undeclared.statusCode, undeclared.json().code], [422, 'FIELD_NOT_DECLARED'])
})

test('5 Mitä tietoja käsittelemme: of a prospect no invoice is kept, and the clause says why', async () => {
  const { page, leave } = await signedIn('bo')
  await page.goto(`/desk/companies/${prospect.id}?tab=dealings`)
  await page.getByRole('button', { name: 'Lägg till faktura' }).click()
  await page.getByLabel('Fakturanummer').fill('2026-2')
  await page.getByLabel('Belopp').fill('10')
  await page.getByRole('dialog').getByRole('button', { name: 'Lägg till faktura' }).click()
  await page.getByText(/först i ett senare skede av kundrelationen.*S5\.11/).waitFor()
  await leave(/422|403/)
})

test('5 Mitä tietoja käsittelemme: two cards of one person become one, and nothing on them is lost', async () => {
  const kept = await made('/people', {
    values: { 'person.name': 'Maija Mäki', 'person.phone': '040 123 4567' },
    source: 'order',
  })
  await made('/people', {
    values: { 'person.name': 'Maija Mäkinen', 'person.email': 'maija@maki.example' },
    source: 'order',
  })
  const { page, leave } = await signedIn('saku')
  await page.goto(`/desk/people/${kept.id}`)
  await further(page, 'Yhdistä toiseen')
  await page
    .getByRole('textbox', { name: 'Toinen kortti' })
    .or(page.getByRole('combobox', { name: 'Toinen kortti' }))
    .fill('Maija Mäkinen')
  await page.getByRole('option', { name: /Maija Mäkinen/ }).click()
  await page.getByText('maija@maki.example').first().waitFor()
  await page.getByText(/pysyy kiellettynä/).waitFor()
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/merge.png`, fullPage: true })
  await page.getByRole('button', { name: 'Yhdistä kortit' }).click()
  await page.getByText('Kortit yhdistetty').waitFor()
  await page.getByText('maija@maki.example').first().waitFor()
  assert.equal(
    (await sales('POST', '/search', { q: 'Mäki' }))
      .json()
      .items.filter(({ kind }: { kind: string }) => kind === 'person').length,
    1,
  )
  await leave()
})
