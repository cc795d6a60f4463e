import { after, test } from 'node:test'
import { perform } from '#ledger'
import { noteDisclosure, tellRecipients } from '#recipients'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { noon } from '../register.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

async function desk(who: 'ingrid' | 'tomas', options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('9 Palveluntarjoajat ja siirrot ETA-alueen ulkopuolelle: one press stops a transfer tool, and the public page says so at once', async () => {
  const reader = await aVisit(browser, site.url, phone)
  await reader.page.goto('/fi/recipients/')
  await reader.page.getByText('voimassa, tarkistettu 19.1.2026').waitFor()
  await reader.accessible()

  const tomas = await desk('tomas', phone)
  const { page } = tomas
  await page.goto('/desk/oversight')
  await page.getByRole('heading', { level: 1, name: 'Vastaanottajat ja siirrot' }).waitFor()
  await tomas.accessible()
  await page.getByRole('button', { name: /^Pysäytä: Riittävyyspäätös/ }).click()
  const question = page.getByRole('dialog')
  await question.getByText('Brightpost Inc.').waitFor()
  await question.getByRole('textbox', { name: 'Syy' }).fill('Päätös kumottiin')
  await question.getByRole('button', { name: 'Pysäytä' }).click()
  await page.getByText(/Pysäytetty .*: Päätös kumottiin/).waitFor()

  await reader.page.reload()
  await reader.page.getByText('pysäytetty: mitään ei siirretä').waitFor()
  await page.getByRole('button', { name: /^Avaa uudelleen/ }).click()
  await page.getByText('Avattu uudelleen').waitFor()
  await reader.page.reload()
  await reader.page.getByText('voimassa, tarkistettu 19.1.2026').waitFor()
  reader.askedNobodyElse()
  tomas.askedNobodyElse()
  await reader.leave()
  await tomas.leave()
})

test('9 Palveluntarjoajat ja siirrot ETA-alueen ulkopuolelle: who has received the data is told of an erasure, and the answer is kept', async () => {
  const values = { 'person.name': 'Otto Lahti', 'person.email': 'otto@asiakas.example' }
  const id = (await site.as('saku')('POST', '/people', { values, source: 'contact' })).json().id as string
  const db = site.register.db as never
  const of = (duty: string, by: string) => ({ by, duty, purpose: 'bookkeeping', at: noon, under: '1' })
  await perform(db, of('billing', site.ids.bo), (act) =>
    noteDisclosure(act as never, {
      ...{ processor: 'kirjurit', people: [id], fields: ['person.name'] },
      ...{ purpose: 'bookkeeping', ground: 'eu-gdpr:A28' },
    }),
  )
  await perform(db, of('rights', 'register'), (act) => tellRecipients(act as never, id, 'erasure'))

  const ingrid = await desk('ingrid')
  const { page } = ingrid
  await page.goto('/desk/oversight/receipts')
  await page.getByText('Otto Lahti, otto@asiakas.example').waitFor()
  await ingrid.accessible()
  await page.getByRole('button', { name: 'Meddela: Kirjurit Oy' }).click()
  const letter = page.getByRole('dialog')
  await letter.getByText('Valo-konsernin asiakas- ja markkinointirekisteri').waitFor()
  await letter.getByRole('button', { name: 'Anteckna som meddelad' }).click()
  await page.getByRole('button', { name: 'Anteckna svaret: Kirjurit Oy' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Anteckna svaret' }).click()
  await page.getByText('Alla har kvitterat').waitFor()
  await page.getByText('Besvarade').click()
  await page.getByText('Kvitterad').waitFor()
  await ingrid.accessible()
  await ingrid.leave()
})
