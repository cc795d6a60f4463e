import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { addressKey, choicesKeyIn, unsubscribeToken } from '#choices'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone, type Visit } from './visit.ts'

// Section 12 of the statement: to see one's data, to say no, to correct, and to be forgotten.

const site = await aSite()
const { register } = site
const browser = await openBrowser()
after(() => browser.close())
const pictures = process.env.PICTURES

test('12 Rekisteröidyn oikeudet: one’s own page: asked for by address, opened from the mail, marketing stopped, a correction asked for', async () => {
  await person('Sirkka Mäki', 'sirkka@maki.example')
  const { page, ...visit } = await aVisit(browser, site.url, phone)
  await page.goto('/my')
  await visit.accessible()
  await page.getByLabel('Sähköpostiosoite').fill('sirkka')
  await page.getByRole('button', { name: 'Lähetä linkki' }).click()
  await page.getByText('Kirjoita koko sähköpostiosoite').waitFor()
  await visit.accessible()
  await page.getByLabel('Sähköpostiosoite').fill('sirkka@maki.example')
  await page.getByRole('button', { name: 'Lähetä linkki' }).click()
  await page.getByRole('heading', { name: 'Katso sähköpostisi' }).waitFor()
  await visit.accessible()

  const letter = await site.mailTo('sirkka@maki.example')
  const link = /http:\/\/localhost:\d+(\/my\/\S+)/.exec(letter.text)?.[1] ?? ''
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'Omat tietosi: Sirkka Mäki' }).waitFor()
  await page.getByRole('cell', { name: 'sirkka@maki.example' }).waitFor()
  await page
    .getByRole('cell', { name: /tilaus, 2\.3\.2026/ })
    .first()
    .waitFor()
  await page.getByRole('rowheader', { name: '2.3.2026' }).first().waitFor()
  await visit.accessible()
  await picture(page, 'my-page-phone')

  await page.getByRole('button', { name: 'Lopeta kaikki markkinointi' }).click()
  await page.getByText('Kaikki markkinointi sinulle on lopetettu.').waitFor()
  await visit.accessible()
  assert.equal(await page.getByText('Saku').count(), 0)

  await page.getByLabel('Mitä pyydät?').selectOption('rectification')
  await page.getByRole('button', { name: 'Lähetä pyyntö' }).click()
  await page.getByText('Korjauspyynnössä kerro myös, mikä tieto korjataan.').waitFor()
  await visit.accessible()
  await page.getByLabel('Mitä pyydät?').selectOption('rectification')
  await page.getByLabel(/Kerro omin sanoin/).fill('Sukunimeni on Mäkelä.')
  await page.getByRole('button', { name: 'Lähetä pyyntö' }).click()
  await page.getByText('Pyyntösi on vastaanotettu. Vastaamme viimeistään 2.4.2026.').waitFor()

  await page.getByText('Salli: sähköposti').click()
  await visit.accessible()
  await page.getByRole('button', { name: 'Annan suostumuksen' }).first().click()
  await page.getByText(/olet antanut suostumuksen/).waitFor()
  await page.getByRole('button', { name: 'Peru suostumus: sähköposti' }).click()
  await page.getByText('Valintasi on tallennettu.').waitFor()
  await ended({ page, ...visit }, /status of 422/)
})

test('12 Rekisteröidyn oikeudet: the link of a letter: one button, no way to press it by opening it, topics instead, and a way back', async () => {
  const id = await person('Aarne Salo', 'aarne@salo.example')
  const digest = addressKey(choicesKeyIn(register), 'email', 'aarne@salo.example')
  const link = `/u/${unsubscribeToken(choicesKeyIn(register), { digest, channel: 'email', person: id })}`
  const { page, ...visit } = await aVisit(browser, site.url, { viewport: { width: 320, height: 640 } })
  await page.goto(link)
  assert.equal(await page.getByRole('button').count(), 1)
  await visit.accessible()
  await page.getByRole('link', { name: /mistä aiheista/ }).click()
  await visit.accessible()
  await page.getByLabel('tapahtumat').uncheck()
  await page.getByRole('button', { name: 'Tallenna aiheet' }).click()
  await page.getByRole('heading', { name: 'Aiheet on tallennettu' }).waitFor()
  await visit.accessible()

  await page.goto(link)
  await page.getByRole('button', { name: 'Lopeta viestit' }).click()
  await page.getByRole('heading', { name: 'Viestit on lopetettu' }).waitFor()
  await visit.accessible()
  await picture(page, 'unsubscribed-320')
  await page.getByRole('button', { name: 'Haluan viestit takaisin' }).click()
  await page.getByRole('heading', { name: 'Viestit jatkuvat' }).waitFor()

  await page.goto(`${link.slice(0, -3)}abc`).catch(() => null)
  await page.getByRole('heading', { name: 'Linkki ei toimi' }).waitFor()
  await visit.accessible()
  await page.getByRole('navigation', { name: 'Kieli' }).getByText('Svenska').click()
  await page.getByRole('heading', { name: 'Länken fungerar inte' }).waitFor()
  await ended({ page, ...visit }, /status of 404/)
})

test('12 Rekisteröidyn oikeudet: at the desk an objection takes one step, and the card says why and by which clause', async () => {
  const id = await person('Lea Koski', 'lea@koski.example')
  const { page, ...visit } = await aVisit(browser, site.url, { viewport: { width: 1280, height: 900 } })
  await page.goto(await site.linkFor('saku'))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
  await page.goto(`/desk/people/${id}?tab=choices`)
  const part = page.getByRole('region', { name: 'Markkinointi ja valinnat' })
  await part.getByText('Ei valintaa').first().waitFor()
  await part.getByRole('button', { name: 'Kirjaa kielto' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa kielto' }).click()
  await part.getByText('Kielletty').first().waitFor()
  await part.getByText('S12.16').first().waitFor()
  await part
    .getByText(/puhelimessa/)
    .first()
    .waitFor()
  await visit.accessible()
  await picture(page, 'card-desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await visit.accessible()
  await picture(page, 'card-phone')
  await page.setViewportSize({ width: 1280, height: 900 })
  await part.getByText(/^Historia/).click()
  await part.getByText('Kielto: kaikki markkinointi').waitFor()
  await visit.accessible()

  await part.getByRole('button', { name: 'Muut toiminnot' }).click()
  await page.getByRole('menuitem', { name: 'Kirjaa suostumus' }).click()
  await page.getByText(/Suostumus kirjautuu vain, kun hän itse avaa linkin/).waitFor()
  await page.getByRole('button', { name: 'Lähetä vahvistuslinkki' }).click()
  const letter = await site.mailTo('lea@koski.example')
  const confirm = /http:\/\/localhost:\d+(\/c\/\S+)/.exec(letter.text)?.[1] ?? ''
  await page.goto(confirm)
  await visit.accessible()
  await page.getByRole('button', { name: 'Annan suostumuksen' }).click()
  await page.getByText('Suostumuksesi on kirjattu.').waitFor()
  await page.goto(`/desk/people/${id}?tab=choices`)
  await part.getByText('Suostumus voimassa').waitFor()

  await part.getByRole('button', { name: 'Muut toiminnot' }).click()
  await page.getByRole('menuitem', { name: 'Rajoita käsittelyä' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Rajoita käsittelyä' }).click()
  await part
    .getByText(/^Rajoitettu/)
    .first()
    .waitFor()
  await page.getByRole('tab', { name: 'Yleiskuva' }).click()
  await page.getByRole('region', { name: 'Tiedot' }).waitFor()
  assert.equal(await page.getByText('lea@koski.example').count(), 0)
  await page.getByRole('tab', { name: 'Valinnat' }).click()
  await visit.accessible()
  await picture(page, 'restricted-desk')
  await part.getByRole('button', { name: 'Merkitse kerrotuksi' }).click()
  await page.getByRole('menuitem', { name: 'Kirjeellä' }).click()
  await part.getByRole('button', { name: 'Pura rajoitus' }).click()
  await part.getByRole('button', { name: 'Pura rajoitus' }).waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: 'Yleiskuva' }).click()
  await page.getByText('lea@koski.example').first().waitFor()
  await ended({ page, ...visit })
})

async function person(name: string, email: string): Promise<string> {
  const values = { 'person.name': name, 'person.email': email }
  return (await site.as('saku')('POST', '/people', { values, source: 'order' })).json().id as string
}

async function picture(page: Page, name: string) {
  if (!pictures) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

async function ended(visit: Visit, allowed?: RegExp) {
  visit.askedNobodyElse()
  await visit.leave(allowed)
}
