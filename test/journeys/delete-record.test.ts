import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, further, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const shots = process.env.SHOTS
const sales = site.as('saku')
const made = async (path: string, body: object): Promise<{ id: string }> => (await sales('POST', path, body)).json()

for (const [size, options] of [
  ['desk', {}],
  ['phone', phone],
] as const)
  test(`a company entered by mistake is deleted from its card and taken back from the bin, at the ${size}`, async () => {
    const name = `Virhe ${size} Oy`
    const firm = await made('/companies', { values: { 'org.name': name }, source: 'contact' })
    const who = await made('/people', { values: { 'person.name': `Anna ${size}` }, source: 'contact' })
    await made('/notes', { person: who.id, text: 'Soitti.' })
    await made('/opportunities', { person: who.id, title: 'Kiuas mökille' })
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    await page.goto(await site.linkFor('saku'))
    await page.getByRole('button').click()
    await page.waitForURL('**/desk/**')

    await page.goto(`/desk/companies/${firm.id}`)
    await further(page, 'Poista')
    const dialog = page.getByRole('dialog', { name: `Poistetaanko ${name}?` })
    await dialog.getByText('säilyy roskakorissa 14 päivää').waitFor()
    await accessible('with a pop-up')
    if (shots) await page.screenshot({ path: `${shots}/delete-${size}.png` })
    await dialog.getByRole('button', { name: 'Poista', exact: true }).click()
    await page.getByText('Yritys on roskakorissa 14 päivää').waitFor()
    await page.waitForURL('**/desk/companies')
    await page.goto('/desk/bin')
    await page.getByRole('button', { name: `Palauta: ${name}` }).click()
    await page.getByText('Yksi tieto palautettu').waitFor()
    assert.equal((await sales('GET', `/companies/${firm.id}`)).statusCode, 200)

    await page.goto(`/desk/people/${who.id}`)
    await further(page, 'Poista')
    const kept = page.getByRole('dialog')
    await kept.getByRole('button', { name: 'Poista', exact: true }).click()
    await kept.getByText('Muistiinpanoja, tehtäviä, tapaamisia tai asiakirjoja').waitFor()
    await kept.getByText('kirjaa siitä pyyntö').waitFor()
    await kept.getByRole('link', { name: 'Kiuas mökille' }).waitFor()
    await accessible('with a pop-up')
    if (shots) await page.screenshot({ path: `${shots}/delete-refused-${size}.png` })
    await leave(/409/)
  })
