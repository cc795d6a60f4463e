import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const shots = process.env.SHOTS

const lines = [
  'Asiakasrekisteri 2025;;;;;;;;',
  '',
  'As.nro;Asiakkaan nimi;Y-tunnus;Sukunimi Etunimi;S-posti;Matkapuh.;Katuosoite;Postinro;Ptmp;Markkinointilupa',
  '1;Äyräs & Pojat Oy;1000002;Äijälä Åke;ake@ayras.example;040-000 0001;Rantatie 1;520;Helsinki;kyllä',
  '2;Kähkönen Ky;00000414;Mäki-Latvala Aino;aino@kahkonen.example;GSM 0400000002 / 09 1234567;Kuja 3 A 4;1600;Vantaa;',
]

for (const [how, options] of [
  ['at a desk', {}],
  ['on a phone', { ...phone, colorScheme: 'dark' as const }],
] as const) {
  test(`a list of many years is brought: its columns are guessed, its letters chosen, ${how}`, async () => {
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    const shot = async (name: string) => {
      if (shots)
        await page.screenshot({ path: `${shots}/${name}-${how.slice(3).replace(' ', '')}.png`, fullPage: true })
    }
    await page.goto(await site.linkFor('saku'))
    await page.getByRole('button', { name: /^Kirjaudu|^Jatka/ }).click()
    await page.goto('/desk/imports')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'asiakkaat.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') })
    await page.getByRole('heading', { name: 'Sarakkeet' }).waitFor()
    await page.getByText('Äijälä Åke').waitFor()
    await accessible()
    await shot('guessed')

    await page.getByRole('combobox', { name: 'Merkistö' }).click()
    await page.getByRole('option', { name: 'UTF-8' }).click()
    await page.getByText('Merkit näyttävät väärin luetuilta', { exact: false }).waitFor()
    await accessible()
    await shot('misread')
    await page.getByRole('combobox', { name: 'Merkistö' }).click()
    await page.getByRole('option', { name: 'Windows-1252' }).click()
    await page.getByText('Äijälä Åke').waitFor()

    await page.getByRole('combobox', { name: /Mistä tiedot ovat peräisin/ }).click()
    await page.getByRole('option', { name: 'Henkilön edustama yritys' }).click()
    await page.getByRole('button', { name: 'Kokeile' }).click()
    await page.getByRole('heading', { name: 'Näin kävisi' }).waitFor()
    await page.getByText('Åke Äijälä').first().waitFor()
    await accessible()
    await shot('tried')
    await page.getByRole('button', { name: 'Keskeytä' }).click()
    await page.getByRole('heading', { name: 'Tuonti keskeytetty' }).waitFor()
    await leave()
  })
}
