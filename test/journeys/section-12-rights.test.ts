import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { mailOut } from '#platform/mail'
import { tendRequests } from '#rights'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const mail = mailOut(site.mailbox.smtpUrl, 'localhost')
after(() => mail.close())
const tend = () => tendRequests(site.register as never, mail, site.url)

const ingrid = site.as('ingrid')
const made = async (path: string, body: object) => (await ingrid('POST', path, body)).json()
const aino = { 'person.name': 'Aino Virtanen', 'person.email': ['aino@koti.example'] }
await made('/people', { kind: 'private-customer', values: aino, source: 'contact' })

const atDesk = async (path: string, options = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('ingrid'))
  await visit.page.getByRole('button', { name: /^Kirjaudu|^Jatka|^Logga/ }).click()
  await visit.page.waitForURL('**/desk/**')
  await visit.page.goto(path)
  await visit.page.getByRole('heading', { level: 1 }).first().waitFor()
  return visit
}
const shot = async (page: Page, name: string) => {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/rights-${name}.png`, fullPage: true })
}
const linkIn = (text: string) => /http:\/\/localhost:\d+(\/fi\/request\/\w+\/[\w-]+\/)/.exec(text)?.[1] ?? ''

test('12 Rekisteröidyn oikeudet: an empty desk says what will appear there', async () => {
  const { page, accessible, leave } = await atDesk('/desk/requests')
  await page.getByText(/Avoimia pyyntöjä ei ole|Det finns inga öppna begäranden/).waitFor()
  await accessible()
  await leave()
})

test('12 Rekisteröidyn oikeudet: somebody asks by the form, without JavaScript', async () => {
  const { page, accessible, askedNobodyElse, leave } = await aVisit(browser, site.url, { javaScriptEnabled: false })
  await page.goto('/pyynto')
  await page.getByLabel('Pyyntösi').fill('Mitä tietoja teillä on minusta?')
  await page.getByLabel(/Mihin vastaamme/).fill('aino@koti.example')
  await shot(page, 'form')
  await site.pass(30)
  await page.getByRole('button', { name: 'Lähetä pyyntö' }).click()
  await page.getByText('Pyyntösi on perillä').waitFor()
  askedNobodyElse()
  await leave()
  const again = await aVisit(browser, site.url, phone)
  await again.page.goto('/fi/request/')
  await again.accessible()
  await shot(again.page, 'form-phone')
  await again.leave()
  assert.ok(accessible)
})

test('12 Rekisteröidyn oikeudet: one press in their own mailbox proves who asks', async () => {
  await tend()
  const question = await site.mailTo('aino@koti.example')
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await page.goto(linkIn(question.text))
  await accessible()
  await page.getByRole('button', { name: 'Pyyntö on minun' }).click()
  await page.getByText(/on vahvistettu/).waitFor()
  await leave()
})

test('12 Rekisteröidyn oikeudet: the desk decides, reads the letter and sends it', async () => {
  const { page, accessible, leave } = await atDesk('/desk/requests')
  await shot(page, 'list')
  await page.getByRole('link', { name: /Tietojen tarkastaminen|Tillgång till uppgifter/ }).click()
  await page.getByText('Mitä tietoja teillä on minusta?').waitFor()
  await page.getByText(/Vapaista teksteistä ei|Inga andra människor/).waitFor()
  await accessible()
  await shot(page, 'request')
  await page.getByRole('button', { name: /^(Ratkaise|Avgör)$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Ratkaisu|Avgörande)$/ })
    .click()
  await page.getByRole('button', { name: /Kirjoita vastaus|Skriv svaret/ }).click()
  const letter = page.getByLabel(/^(Teksti|Text)/)
  await letter.waitFor()
  assert.match(await letter.inputValue(), /Tietosuojavaltuutetun toimisto/)
  await shot(page, 'letter')
  await page.getByRole('button', { name: /^(Lähetä|Skicka)$/ }).click()
  await page.getByText(/Vastaus on lähdössä|Svaret är på väg ut/).waitFor()
  await leave()
})

test('12 Rekisteröidyn oikeudet: the link asks a code, the code opens the package', async () => {
  await tend()
  const reply = await site.mailTo('aino@koti.example')
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await page.goto(linkIn(reply.text))
  await page.getByRole('button', { name: 'Lähetä avauskoodi' }).click()
  const code = /^(\d{6})$/m.exec((await site.mailTo('aino@koti.example')).text)?.[1] ?? ''
  await page.getByLabel('Avauskoodi').fill(code)
  await page.getByRole('button', { name: 'Avaa' }).click()
  await accessible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lataa luettavana sivuna' }).click(),
  ])
  assert.match(download.suggestedFilename(), /^access-[0-9A-F]{8}\.html$/)
  await leave()
})

for (const [name, options] of [
  ['at a desk in the dark', { colorScheme: 'dark' as const }],
  ['on a phone', phone],
] as const)
  test(`12 Rekisteröidyn oikeudet: the answered request shows its whole way, ${name}`, async () => {
    const { page, accessible, leave } = await atDesk('/desk/requests?show=all', options)
    await page.getByRole('link', { name: /Tietojen tarkastaminen|Tillgång till uppgifter/ }).click()
    await page.getByText(/Pyyntö päätettiin|Begäran avslutades/).waitFor()
    await accessible()
    await shot(page, `closed-${name.replaceAll(' ', '-')}`)
    await leave()
  })
