import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

const values = { 'person.name': 'Aino Harju', 'person.email': 'aino@asiakas.example' }
const aino = (await site.as('saku')('POST', '/people', { values, source: 'contact' })).json().id as string

async function desk(who: 'ingrid' | 'tomas', options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('8 Kenelle tietoja luovutetaan: an authority receives an extract only after two people, and the person’s card tells of it', async () => {
  const ingrid = await desk('ingrid')
  const { page } = ingrid
  await page.goto('/desk/oversight/authorities')
  await page.getByRole('heading', { level: 1, name: 'Myndighetsbegäranden' }).waitFor()
  await page.getByText('Det finns inga myndighetsbegäranden').waitFor()
  await ingrid.accessible()

  await page.getByRole('button', { name: 'Ny begäran' }).click()
  await page.getByRole('textbox', { name: 'Myndighet', exact: true }).fill('Påhittad tillsynsmyndighet')
  await page.getByLabel(/^Bestämmelse som begäran grundar sig på/).fill('Påhittad lag 1/2020, 5 §')
  await page.getByLabel(/^Begärans beteckning/).fill('PTM/2026/17')
  await page.getByLabel(/^Begärans datum/).fill('2026-02-27')
  await page.getByLabel(/^Vad uppgifterna behövs för/).fill('Utredning')
  await page.getByRole('combobox', { name: 'Lägg till en person' }).fill('Aino')
  await page.getByRole('option', { name: /Aino Harju/ }).click()
  await page.getByRole('checkbox', { name: 'Kontaktpersonens namn' }).check()
  await ingrid.accessible()
  await page.getByRole('button', { name: 'Skicka för godkännande' }).click()
  await page.getByRole('heading', { level: 1, name: 'Påhittad tillsynsmyndighet' }).waitFor()

  const approve = page.getByRole('button', { name: 'Godkänn' })
  assert.equal(await approve.getAttribute('aria-disabled'), 'true')
  await page.getByText('Du beredde begäran själv: en annan person måste avgöra den.').first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Lämna ut utdraget' }).getAttribute('aria-disabled'), 'true')
  await ingrid.accessible()
  const address = new URL(page.url()).pathname

  const tomas = await desk('tomas', phone)
  await tomas.page.goto(address)
  await tomas.page.getByText('Hyväksyt pyynnön laillisuuden ja laajuuden.').waitFor()
  assert.equal(await tomas.page.getByText('Aino Harju').count(), 0, 'the administrator sees no customer')
  await tomas.accessible()
  await tomas.page.getByRole('button', { name: 'Hyväksy' }).click()
  await tomas.page.getByText(/Hyväksyi Tomás Rintala/).waitFor()
  await tomas.leave()

  await page.reload()
  await page.getByRole('button', { name: 'Lämna ut utdraget' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Spara PDF' }).click()
  assert.equal((await saved).suggestedFilename(), 'PTM-2026-17.pdf')
  await page.keyboard.press('Escape')

  await page.goto(`/desk/people/${aino}?tab=rights`)
  await page.getByRole('heading', { name: 'Utlämnanden' }).waitFor()
  await page.getByText('Påhittad tillsynsmyndighet').waitFor()
  await ingrid.accessible()
  await page.goto('/desk/oversight/disclosures')
  await page.getByText('Påhittad tillsynsmyndighet').waitFor()
  await ingrid.accessible()
  ingrid.askedNobodyElse()
  await ingrid.leave()
  assert.deepEqual(
    (await site.ledger()).filter((line) => /authority|disclosure/.test(line)),
    [
      'authority-request.prepared by ingrid',
      'authority-request.approved by tomas',
      'authority-request.released by ingrid',
      'disclosure.noted by ingrid',
    ],
  )
})

test('8 Kenelle tietoja luovutetaan: what the statement does not name receives nothing, and the desk has no way round it', async () => {
  for (const recipient of ['custom-audience', 'naapuri']) {
    const asked = {
      ...{ recipient, authority: 'X', provision: 'Y', documentRef: 'Z', purpose: 'Q', askedOn: '2026-02-27' },
      ...{ people: [aino], fields: ['person.name'] },
    }
    const refused = await site.as('ingrid')('POST', '/authority-requests', asked)
    assert.deepEqual([refused.statusCode, refused.json().code], [403, 'RECIPIENT_NOT_DECLARED'])
  }
})
