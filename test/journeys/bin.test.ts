import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const shots = process.env.SHOTS
const [sales, service] = [site.as('saku'), site.as('helmi')]
const made = async (path: string, body: object): Promise<{ id: string }> => (await sales('POST', path, body)).json()
const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const person = await made('/people', {
  ...{ values: { 'person.name': 'Maija Mäki' }, source: 'contact', company: company.id },
})

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

async function dark(page: Page, name: string) {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
}

test('what was deleted is taken back at once from the toast, or later from the bin, one or many', async () => {
  await made('/notes', { person: person.id, text: 'Soittakaa ennen perjantaita.' })
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')

  await page.goto('/desk/bin')
  await page.getByRole('heading', { name: 'Roskakori on tyhjä' }).waitFor()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/bin-empty.png` })

  await page.goto(`/desk/companies/${company.id}?tab=timeline`)
  await page.getByText('Soittakaa ennen perjantaita.').waitFor() // a note about one of its people
  const remove = async () => {
    await page.getByRole('button', { name: 'Muistiinpano', exact: true }).click()
    await page.getByRole('button', { name: 'Poista' }).click()
    await page.getByText('Muistiinpano poistettu').first().waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Soittakaa ennen perjantaita.').waitFor({ state: 'detached' })
  }
  await remove()
  await accessible('with a pop-up')
  if (shots) await page.screenshot({ path: `${shots}/bin-toast.png` })
  await page.getByRole('button', { name: 'Kumoa' }).click()
  await page.getByText('Palautettu ennalleen').waitFor()
  await page.getByText('Soittakaa ennen perjantaita.').waitFor()
  await remove()

  for (const title of ['Kattilan vaihto', 'Vanha tarjouspyyntö']) {
    const { id } = await made('/opportunities', { company: company.id, title })
    await sales('DELETE', `/opportunities/${id}`)
  }
  const task = await service('POST', '/tasks', { title: 'Tilaa näyte', assignedTo: site.ids.helmi })
  await service('DELETE', `/tasks/${task.json().id}`)
  const product = await made('/products', {
    ...{ sku: 'LP-08', names: { fi: 'Ilmalämpöpumppu 8 kW' }, unit: 'pcs', vatCategory: 'S', vatRate: 2550 },
  })
  await sales('DELETE', `/products/${product.id}`)

  await page.goto('/desk/bin')
  await page.getByRole('listitem').filter({ hasText: 'Tilaa näyte' }).waitFor()
  await page.getByText('14 päivää jäljellä').first().waitFor()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/bin.png`, fullPage: true })
  await page.getByRole('combobox', { name: 'Kuka poisti' }).click()
  await page.getByRole('option', { name: /Helmi/ }).click()
  await page.getByText('Kattilan vaihto').waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'Mitä poistettiin' }).click()
  await page.getByRole('option', { name: 'Asiakirja', exact: true }).click()
  await page.getByRole('heading', { name: 'Näillä rajauksilla ei löydy mitään' }).waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Poista rajaukset' }).click()

  await page.getByRole('checkbox', { name: 'Valitse: Kattilan vaihto' }).check()
  await page.getByRole('checkbox', { name: /^Valitse: Soittakaa/ }).check()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/bin-chosen.png`, fullPage: true })
  if (shots) await dark(page, 'bin-dark')
  await page.getByRole('button', { name: 'Palauta valitut (2)' }).click()
  await page.getByText('2 tietoa palautettu').waitFor()
  await page.getByRole('button', { name: 'Palauta: Tilaa näyte' }).click()
  await page.getByText('Tilaa näyte').waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Tuhoa omat poistot nyt' }).click()
  await accessible('with a pop-up')
  if (shots) await page.screenshot({ path: `${shots}/bin-ask.png` })
  await page.getByRole('dialog').getByRole('button', { name: 'Tuhoa pysyvästi' }).click()
  await page.getByRole('heading', { name: 'Roskakori on tyhjä' }).waitFor()
  await leave()
})

test('on a phone what a colleague deleted is taken back, and a bin that cannot be reached says so', async () => {
  const { id } = await made('/tasks', {
    person: person.id,
    title: 'Soita ja sovi kattilahuoneen katselmuksesta',
    assignedTo: site.ids.saku,
  })
  await sales('DELETE', `/tasks/${id}`)
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page, 'helmi')
  await page.route('**/api/v1/bin*', (route) =>
    route.fulfill({ status: 500, json: { title: 'Vika', status: 500, code: 'FAULT' } }),
  )
  await page.goto('/desk/bin')
  await page.getByRole('button', { name: 'Yritä uudelleen' }).waitFor({ timeout: 20_000 })
  await accessible()
  await page.unroute('**/api/v1/bin*')
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
  await page.getByText('Soita ja sovi').waitFor()
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/bin-phone.png`, fullPage: true })
  if (shots) await dark(page, 'bin-phone-dark')
  await page.getByRole('button', { name: /^Palauta: Soita/ }).click()
  await page.getByText('Yksi tieto palautettu').waitFor()
  await leave(/500/)
})

test('a draft of a quote or a contract is thrown away from its menu, and comes back from the toast', async () => {
  const { id: quote } = await made('/quotes', { company: company.id, title: 'Kattilan vaihto' })
  const { id: contract } = await made('/contracts', {
    ...{ company: company.id, title: 'Huoltosopimus', startsOn: '2026-03-02' },
  })
  for (const [path, size] of [
    [`quotes/${quote}`, {}],
    [`contracts/${contract}`, phone],
  ] as const) {
    const { page, accessible, leave } = await aVisit(browser, site.url, size)
    await enter(page, 'saku')
    await page.goto(`/desk/${path}`)
    await page.getByRole('button', { name: 'Muut toiminnot' }).click()
    await page.getByRole('menuitem', { name: 'Poista luonnos' }).click()
    const asked = page.getByRole('dialog')
    await asked.getByText('Luonnos siirtyy roskakoriin 14 päiväksi.').waitFor()
    await accessible('with a pop-up')
    if (shots) await page.screenshot({ path: `${shots}/bin-draft-${path.split('/')[0]}.png` })
    await asked.getByRole('button', { name: 'Poista luonnos' }).click()
    await page.getByText('Luonnos poistettu').first().waitFor()
    await page.waitForURL((url) => url.pathname === `/desk/${path.split('/')[0]}`)
    assert.equal((await sales('GET', `/${path}`)).statusCode, 404)
    if (shots) await page.screenshot({ path: `${shots}/bin-draft-${path.split('/')[0]}-gone.png` })
    await page.getByRole('button', { name: 'Kumoa' }).click()
    await page.getByText('Palautettu ennalleen').waitFor()
    assert.equal((await sales('GET', `/${path}`)).statusCode, 200)
    await leave()
  }
})

test('an audience that a marketer deletes comes back from the toast', async () => {
  const marketing = site.as('maija')
  await marketing('POST', '/segments', { name: 'Ostajat', audience: { postcode: '33' } })
  const content = { fi: { subject: 'Kevät', blocks: [{ kind: 'paragraph', text: 'Tervetuloa.' }] } }
  const wish = { name: 'Kevät', channel: 'email', topics: ['events'], audience: { postcode: '33' }, content }
  const campaign = await marketing('POST', '/campaigns', wish)
  assert.equal(campaign.statusCode, 201, campaign.body)
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'maija')
  await page.goto(`/desk/campaigns/${campaign.json().id}`)
  await page.getByRole('tab', { name: 'Kohderyhmä' }).click()
  await page.getByRole('button', { name: 'Poista tallennettu kohderyhmä: Ostajat' }).click()
  await page.getByText('Kohderyhmä siirretty roskakoriin').waitFor()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Kumoa' }).click()
  await page.getByRole('button', { name: 'Poista tallennettu kohderyhmä: Ostajat' }).waitFor()
  await leave()
})

test('on a phone without a viewer inside its pages, a PDF opens by itself', async () => {
  const filed = await sales('POST', `/documents?company=${company.id}`, {
    payload: pdf,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'puhelimelle.pdf' },
  })
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await page.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false }))
  await enter(page, 'saku')
  await page.goto(`/desk/companies/${company.id}?tab=documents`)
  await page.getByRole('button', { name: 'Katso: puhelimelle' }).click()
  const link = page.getByRole('link', { name: 'Avaa PDF' })
  await link.waitFor()
  await accessible('with a pop-up')
  assert.equal(await link.getAttribute('href'), `/api/v1/documents/${filed.json().id}/versions/1/view`)
  if (shots) await page.screenshot({ path: `${shots}/preview-phone.png` })
  await leave()
})

test('a document is looked at inside the desk: a PDF, a text and a picture; of anything else it says that there is no preview', async () => {
  const file = (name: string, bytes: Buffer) =>
    sales('POST', `/documents?company=${company.id}`, {
      payload: bytes,
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
    })
  await file('tarjous.pdf', pdf)
  await file('muistio.txt', Buffer.from('Kokous pidettiin maanantaina.\nPaikalla kaikki.'))
  await file('kirje.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(200)]))
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  await page.goto(`/desk/companies/${company.id}?tab=documents`)
  await page.getByRole('button', { name: 'Katso: tarjous' }).click()
  const frame = page.locator('iframe[title="tarjous"]')
  const [answer] = await Promise.all([
    page.waitForResponse(/\/versions\/1\/view$/).catch(() => null),
    frame.or(page.getByRole('link', { name: 'Avaa PDF' })).waitFor(),
  ])
  if (answer && answer.status() !== 200) throw new Error(`the PDF was refused: ${answer.status()}`)
  if (shots) await page.waitForTimeout(1500)
  if (shots) await page.screenshot({ path: `${shots}/preview-pdf.png` })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Katso: muistio' }).click()
  await page.getByText('Kokous pidettiin maanantaina.').waitFor()
  await accessible('with a pop-up')
  if (shots) await page.screenshot({ path: `${shots}/preview-text.png` })
  if (shots) await dark(page, 'preview-text-dark')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Katso: kirje' }).click()
  await page.getByRole('heading', { name: 'Tästä tiedostosta ei ole esikatselua' }).waitFor()
  await accessible('with a pop-up')
  if (shots) await page.screenshot({ path: `${shots}/preview-none.png` })
  await leave()
})

const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 60>>stream
BT /F1 28 Tf 72 740 Td (Tarjous Kivelan Puu Oy) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`)
