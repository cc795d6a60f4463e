import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const made = async (path: string, body: object) => (await site.as('saku')('POST', path, body)).json()

const { id: company } = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }
const order = await made('/orders', { company, lines: [line] })
const quote = await made('/quotes', { company, title: 'Pumput', lines: [line] })
await made('/contracts', { company, title: 'Huolto' })
await made('/tasks', { company, title: 'Soita' })

async function desk(who: 'saku' | 'helmi' | 'tomas', options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('who looks after an order or a quote is chosen on its card', async () => {
  const { page, accessible, leave } = await desk('saku', phone)
  for (const path of [`orders/${order.id}`, `quotes/${quote.id}`]) {
    await page.goto(`/desk/${path}`)
    await page.getByRole('combobox', { name: 'Vastuuhenkilö' }).click()
    await page.getByRole('option', { name: 'Bo Lindroos' }).click()
    await page.getByText('Tallennettu').first().waitFor()
    await accessible()
    await page.getByRole('combobox', { name: 'Vastuuhenkilö' }).click()
    await page.getByRole('option', { name: 'Saku Koskela' }).click()
    await page.waitForFunction(
      () => (document.querySelector('input[aria-label="Vastuuhenkilö"]') as HTMLInputElement)?.value === 'Saku Koskela',
    )
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${path.split('/')[0]}.png`, fullPage: true })
  }
  await leave()
})

test('an administrator hands over what a colleague has under way, takes it back, and hands it over as the account is closed', async () => {
  const { page, accessible, leave } = await desk('tomas')
  const shot = async (name: string) => {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })
  }
  await page.goto('/desk/staff')
  const opened = async (deed: string) => {
    await page.getByRole('button', { name: 'Toiminnot: Saku Koskela' }).click()
    await page.getByRole('menuitem', { name: deed }).click()
    return page.getByRole('dialog')
  }
  const work = await opened('Avoimet työt')
  await work.getByLabel('Kenelle työt siirretään').click()
  await page.getByRole('option', { name: 'Helmi Aaltola' }).click()
  await work.getByRole('button', { name: 'Siirrä työt (2)' }).waitFor()
  await work.getByText('yksi jää paikalleen').first().waitFor()
  await shot('preview')
  await accessible()
  await work.getByLabel('Tehtävät').uncheck()
  await work.getByRole('button', { name: 'Siirrä työt (1)' }).click()
  await page.getByText('Työt siirretty, ja vastaanottajalle on ilmoitettu').waitFor()

  const again = await opened('Avoimet työt')
  await again.getByText('Helmi Aaltola, siirtäjä Tomás Rintala').waitFor()
  await shot('earlier')
  await accessible()
  await again.getByRole('button', { name: 'Kumoa' }).click()
  await again.getByText(/kumottu/).waitFor()
  await page.keyboard.press('Escape')

  const closing = await opened('Sulje tili')
  await closing.getByLabel('Seuraaja').click()
  await page.getByRole('option', { name: 'Helmi Aaltola' }).click()
  await closing.getByLabel('Siirrä samalla seuraajalle avoimet työt (2)').waitFor()
  await closing.getByText('3 avointa työtä jää lähtijälle. Ne voi siirtää myöhemmin.').waitFor()
  await shot('closing')
  await accessible()
  await closing.getByRole('button', { name: 'Sulje tili' }).click()
  await page.getByText('Tili suljettu').waitFor()
  await (await opened('Avoimet työt')).getByLabel('Tarjoukset').waitFor()
  await leave(/404/) // nobody is named as the contact of the register

  const helmi = await desk('helmi', phone)
  await helmi.page
    .getByRole('button', { name: /ilmoitu/i })
    .first()
    .click()
  await helmi.page.getByText('Tomás Rintala siirsi sinulle avoimia töitä').first().waitFor()
  await helmi.page.getByText('Tomás Rintala otti takaisin siirtämänsä työt').waitFor()
  await helmi.leave()
})
