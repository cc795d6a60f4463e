import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { mailboxWish } from '../../src/mail/mail-world.fixture.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing] = [site.as('saku'), site.as('bo')]

const company = async (name: string) => {
  const address = { kind: 'billing', street: 'Sahatie', houseNumber: '4', postcode: '33100', city: 'Tampere' }
  const values = { 'org.name': name, 'org.addresses': [address] }
  return (await sales('POST', '/companies', { values, source: 'order' })).json().id as string
}
const parent = await company('Kivelän Konserni Oy')
const daughter = await company('Kivelän Saha Oy')

async function signedIn(who: CastName, options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('main').getByRole('button').first().click()
  await visit.page.waitForURL(/\/desk\//)
  return visit
}

async function download(page: Page, press: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('a second pipeline is laid with stages of its own, put in order, refused without an end, and taken out of use', async () => {
  const { page, accessible, leave } = await signedIn('saku')
  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'Muut toiminnot' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await page.goto('/desk/pipeline')
  await menu('Uusi myyntiputki')
  const form = page.getByRole('dialog')
  await form.getByLabel('Myyntiputken nimi').fill('Huoltomyynti')
  await form.getByLabel('Vaiheen nimi').first().fill('Kartoitettu')
  await form.getByRole('button', { name: 'Lisää vaihe' }).click()
  await form.getByLabel('Vaiheen nimi').nth(1).fill('Tarkastettu')
  await form.getByLabel('Todennäköisyys %').nth(1).fill('70')
  await form.getByRole('button', { name: 'Siirrä vaihe Tarkastettu aiemmaksi' }).click()
  await form.getByRole('button', { name: 'Poista vaihe Hävitty' }).click()
  await accessible('with a pop-up')
  await form.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText(/vähintään yksi avoin vaihe, yksi voitettu ja yksi hävitty/).waitFor()
  assert.equal(await form.getByLabel('Myyntiputken nimi').inputValue(), 'Huoltomyynti', 'what was typed stays')
  await form.getByRole('button', { name: 'Lisää vaihe' }).click()
  await form.getByLabel('Vaiheen nimi').nth(2).fill('Hävitty')
  await form.getByRole('combobox', { name: 'Laji' }).nth(2).click()
  await page.getByRole('option', { name: 'Hävitty' }).click()
  await form.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Myyntiputki lisätty').waitFor()

  await page.getByRole('combobox', { name: 'Myyntiputki' }).click()
  await page.getByRole('option', { name: 'Huoltomyynti' }).click()
  await page.getByRole('region', { name: /^Tarkastettu:/ }).waitFor()
  await accessible()
  const laid = async () =>
    (await sales('GET', '/pipelines'))
      .json()
      .items.find((one: { names: { fi: string } }) => /^Huolto/.test(one.names.fi))
  assert.deepEqual(
    (await laid()).stages.map((stage: { names: { fi: string }; probability: number; kind: string }) => [
      stage.names.fi,
      stage.probability,
      stage.kind,
    ]),
    [
      ['Tarkastettu', 70, 'open'],
      ['Kartoitettu', 20, 'open'],
      ['Hävitty', 0, 'lost'],
      ['Voitettu', 100, 'won'],
    ],
  )

  await menu('Muokkaa vaiheita')
  await form.getByLabel('Myyntiputken nimi').fill('Huoltosopimukset')
  await form.getByRole('switch', { name: 'Poissa käytöstä' }).check()
  await form.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Vaiheet tallennettu').waitFor()
  const { names, retiredAt } = await laid()
  assert.deepEqual([names.fi, retiredAt !== null], ['Huoltosopimukset', true])
  await page.goto('/desk/pipeline')
  await page.getByRole('region', { name: /^Uusi:/ }).waitFor()
  assert.equal(await page.getByRole('combobox', { name: 'Myyntiputki' }).count(), 0, 'one is left to work in')
  await leave(/422/)
})

test('a company is put under its parent, the group is read from both cards, and it is taken out again', async () => {
  const { page, accessible, leave } = await signedIn('saku', phone)
  await page.goto(`/desk/companies/${daughter}`)
  await page.getByText('Yritys ei kuulu konserniin').waitFor()
  await page.getByRole('button', { name: 'Aseta emoyhtiö' }).click()
  await page.getByRole('combobox', { name: 'Hae emoyhtiö' }).fill('kivelän')
  await page.getByRole('option', { name: /Kivelän Konserni Oy/ }).click()
  await page.getByText('Emoyhtiö asetettu').waitFor()
  await accessible()
  await page.getByRole('link', { name: 'Kivelän Konserni Oy' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kivelän Konserni Oy' }).waitFor()

  // A group is not its own daughter's daughter.
  await page.getByRole('button', { name: 'Aseta emoyhtiö' }).click()
  await page.getByRole('combobox', { name: 'Hae emoyhtiö' }).fill('kivelän')
  await page.getByRole('option', { name: /Kivelän Saha Oy/ }).click()
  await page
    .getByText(/ei voi olla oman konserninsa alla/)
    .first()
    .waitFor()

  await page.getByRole('link', { name: 'Kivelän Saha Oy' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kivelän Saha Oy' }).waitFor()
  await page.getByRole('button', { name: 'Vaihda emoyhtiö' }).click()
  await page.getByRole('button', { name: 'Irrota konsernista' }).click()
  await page.getByText('Yritys ei kuulu konserniin').waitFor()
  const { items } = (await sales('GET', `/companies/${parent}/tree`)).json()
  assert.deepEqual(
    items.map(({ id }: { id: string }) => id),
    [parent],
  )
  await leave(/409|422/)
})

test('somebody makes an address for blind copies, which a new one replaces; without a shared mailbox there is none', async () => {
  const before = await signedIn('saku')
  await before.page.goto('/desk/mailboxes')
  await before.page.getByText('Osoite tarvitsee yhteisen postilaatikon').waitFor()
  assert.equal(await before.page.getByRole('button', { name: 'Luo osoite' }).count(), 0)
  await before.leave()

  const wish = mailboxWish('info@valo.example', { shared: true, sharing: 'all', opensEnquiries: true })
  assert.equal((await site.as('helmi')('POST', '/mailboxes', wish)).statusCode, 201)
  const { page, accessible, leave } = await signedIn('saku', phone)
  await page.goto('/desk/mailboxes')
  await page.getByRole('button', { name: 'Luo osoite' }).click()
  const shown = page.getByText(/^info\+bcc-[0-9a-f]{32}@valo\.example$/)
  const first = await shown.textContent()
  await accessible()
  await page.getByRole('button', { name: 'Vaihda osoite' }).click()
  await page.getByText(first ?? '').waitFor({ state: 'detached' })
  const second = await shown.textContent()
  assert.notEqual(second, first)
  assert.equal((await sales('GET', '/copy-address')).json().address, second)
  await leave()
})

for (const [how, options] of [
  ['at a desk', {}],
  ['on a phone', phone],
] as const) {
  test(`an invoice in instalments gets its e-invoice address and leaves as a Finvoice, ${how}`, async () => {
    const account = { iban: 'FI58 1017 1000 0001 22', bic: 'NDEAFIHH' }
    const own = { accounts: [account], vatNumber: 'FI00000174', eAddress: '003700000174', eOperator: '003721291126' }
    assert.equal((await billing('PUT', '/invoicing', own)).statusCode, 200)
    const buyer = await company(`Rinteen Leipomo ${how.length} Oy`)
    const line = { text: 'Uunin huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, discount: 0, vatRate: 2550 }
    const { id } = (await billing('POST', '/invoices/drafts', { company: buyer, lines: [line] })).json()
    const { page, accessible, leave } = await signedIn('bo', options)

    await page.goto(`/desk/invoices/${id}`)
    await page.getByLabel('Delbetalningar').check()
    await page.getByRole('button', { name: 'Lägg till post' }).click()
    await page.getByRole('button', { name: 'Ta bort post 3' }).click()
    await page.getByRole('button', { name: 'Ta bort post 2' }).click()
    // One left is the whole again.
    await page
      .getByRole('button', { name: 'Spara', exact: true })
      .or(page.getByRole('button', { name: 'Spara utkast' }))
      .first()
      .click()
    await page.getByText('Utkastet har sparats').waitFor()
    const { terms } = (await billing('GET', `/invoices/${id}`)).json()
    assert.deepEqual(terms, [{ share: 10_000, days: 14 }])
    await page.getByLabel('Delbetalningar').check()
    await page.getByLabel('Andel %').first().fill('50')
    await page.getByLabel('Dagar från fakturan').first().fill('7')
    await accessible()
    await page.getByRole('button', { name: 'Fakturera', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Fakturera', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /^Faktura \d/ }).waitFor()
    const { instalments } = (await billing('GET', `/invoices/${id}`)).json()
    assert.deepEqual(
      instalments.map(({ cents }: { cents: number }) => cents),
      [6275, 6275],
    )
    const finvoice = page.getByRole('button', { name: 'Ladda ner Finvoice' })
    assert.equal(await finvoice.getAttribute('aria-disabled'), 'true', 'the buyer has no address')

    await page.goto(`/desk/companies/${buyer}?tab=dealings`)
    await page.getByText('Det finns ingen e-fakturaadress.').waitFor()
    await page.getByRole('button', { name: 'Lägg till adress' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('E-fakturaadress').fill('tämä ei ole osoite')
    await form.getByLabel('Operatörens kod').fill('003721291126')
    await form.getByRole('button', { name: 'Spara' }).click()
    await form.locator('[aria-invalid=true]').waitFor()
    await accessible('with a pop-up')
    await form.getByLabel('E-fakturaadress').fill('003700000254')
    await form.getByRole('button', { name: 'Spara' }).click()
    await page.getByText(/E-fakturor: 003700000254 · 003721291126/).waitFor()
    await accessible()

    await page.goto(`/desk/invoices/${id}`)
    const { name, text } = await download(page, () => page.getByText('Ladda ner Finvoice').click())
    assert.match(name, /^[a-z-]+\d+\.xml$/)
    assert.match(text, /<ToIdentifier>003700000254</)
    assert.match(text, /<InvoiceTotalVatIncludedAmount [^>]*>125,50</)
    await leave(/422/)
  })
}

test('business cards of a phone are brought in as a vCard file', async () => {
  const { page, accessible, leave } = await signedIn('saku')
  await page.goto('/desk/imports')
  const cards = ['Silja', 'Kaino'].flatMap((given) => [
    ...['BEGIN:VCARD', 'VERSION:3.0', `N:Korpi;${given};;;`, `FN:${given} Korpi`, 'ORG:Korven Kello Oy'],
    ...[`EMAIL;TYPE=WORK:${given.toLowerCase()}@korpi.example`, 'END:VCARD'],
  ])
  const file = { name: 'yhteystiedot.vcf', mimeType: 'text/vcard', buffer: Buffer.from(cards.join('\r\n')) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('heading', { name: 'Sarakkeet' }).waitFor()
  await page.getByRole('combobox', { name: /Mistä tiedot ovat peräisin/ }).click()
  await page.getByRole('option', { name: 'Henkilön edustama yritys' }).click()
  await accessible()
  await page.getByRole('button', { name: 'Kokeile' }).click()
  await page.getByRole('button', { name: 'Tuo 2 riviä' }).click()
  await page.getByRole('heading', { name: 'Tuotu rekisteriin' }).waitFor()
  const { items } = (await sales('POST', '/search', { q: 'korpi' })).json()
  assert.equal(items.filter(({ kind }: { kind: string }) => kind === 'person').length, 2)
  await leave()
})
