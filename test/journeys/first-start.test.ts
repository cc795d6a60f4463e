import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setupLink } from '#access'
import { businessIdCheckDigit } from '#platform/business-id'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { codeAt } from '../../src/access/authenticator.ts'
import { aVisit, type Visit } from './visit.ts'

const site = await aSite({ staff: 'none', statement: null })
const browser = await openBrowser()
after(() => browser.close())

const facts = {
  'Rekisterinpitäjän nimi': 'Tuomenkukka Oy',
  'Y-tunnus': `9990005-${businessIdCheckDigit('9990005')}`,
  Katuosoite: 'Tuomikuja 4',
  Postinumero: '00100',
  Postitoimipaikka: 'Helsinki',
  Puhelinnumero: '09 000 0404',
  'Sähköposti tietosuoja-asioihin': 'tietosuoja@tuomenkukka.example',
  Verkkosivut: 'https://www.tuomenkukka.example',
}

test('from an empty register to a published statement: one account, at most ten typed facts, no help', async () => {
  const began = performance.now()
  const visit = await aVisit(browser, site.url)
  const { page, accessible, leave } = visit
  await becomeAdministrator(visit)

  await page.getByRole('link', { name: 'Työpöydälle' }).click()
  assert.equal((await storePerson(visit)).code, 'NO_ACTIVE_STATEMENT')
  await page.getByRole('link', { name: 'Seloste', exact: true }).first().click()
  await page.getByRole('heading', { name: 'Ei julkaistua selostetta' }).waitFor()
  await accessible()
  await page.getByRole('link', { name: 'Kysymyksiin vastaamalla' }).click()

  const questions = await page.getByRole('textbox').count()
  assert.ok(questions <= 10, `${questions} questions`)
  for (const [label, answer] of Object.entries(facts)) await page.getByLabel(label).first().fill(answer)
  await accessible()
  await page.getByRole('button', { name: 'Tee luonnos vastauksista' }).click()

  await page.getByRole('heading', { level: 1, name: 'Luonnos' }).waitFor()
  await page.getByText(/^0 virhettä/).waitFor()
  await accessible()
  await page.getByRole('link', { name: 'Suunnitelma ja julkaisu' }).click()
  await page.getByRole('heading', { name: 'Julkaisusuunnitelma' }).waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Julkaise', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Julkaise' }).click()
  await page.getByText('Tuomenkukka Oy').first().waitFor()
  await page.getByRole('link', { name: /Avaa julkinen seloste/ }).waitFor()

  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Tuomenkukka Oy').first().waitFor()
  await accessible()
  const seconds = (performance.now() - began) / 1000
  console.log(`${Object.keys(facts).length} typed facts, ${seconds.toFixed(1)} s with three examinations of the pages`)
  await leave(/409/)
})

async function becomeAdministrator({ page }: Visit) {
  await page.goto((await setupLink(site.register, site.url)) ?? '')
  await page.getByLabel('Etu- ja sukunimi').fill('Aino Harju')
  await page.getByLabel('Sähköpostiosoite').fill('aino.harju@tuomenkukka.example')
  await page.getByLabel('Uusi salasana').fill('kolme vihreää hylkeenpoikasta')
  await page.getByLabel('Salasana uudelleen').fill('kolme vihreää hylkeenpoikasta')
  await page.getByLabel('Allekirjoitettu').fill('2026-02-01')
  await page.getByLabel('Asiakirja').fill('Työsopimus, liite 1')
  await page.getByLabel('Olen lukenut ohjeen').check()
  await page.getByRole('button', { name: 'Luo tunnus' }).click()
  await page.getByRole('button', { name: 'Ota todennussovellus käyttöön' }).click()
  const key = await page.getByText(/^[A-Z2-7 ]{30,}$/).textContent()
  await page.getByLabel('Todennuskoodi').fill(codeAt((key ?? '').replaceAll(' ', ''), site.register.now()))
  await page.getByRole('button', { name: 'Jatka' }).click()
}

function storePerson({ page }: Visit): Promise<{ code: string }> {
  return page.evaluate(async () => {
    const body = {
      kind: 'private-customer',
      source: 'contact',
      values: { 'person.name': { given: 'Ensi', family: 'Ihminen' } },
    }
    const answer = await fetch('/api/v1/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answer.json()
  })
}
