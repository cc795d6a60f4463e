import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const { register } = site
const browser = await openBrowser()
after(() => browser.close())
const owner = register.db.owner()

test('6 Mistä tiedot saadaan: the form says what it asks for, and its sender is told', async () => {
  const { page, accessible, askedNobodyElse, leave } = await aVisit(browser, site.url, phone)
  await page.goto('/fi/contact/')
  await page.getByLabel('Nimi').fill('Helka Suvanto')
  await page.getByLabel('Sähköposti').fill('helka.suvanto@suvanto.example')
  await page.getByLabel('Viesti').fill('Voitteko soittaa lämpöpumpun huollosta?')
  await accessible()
  await site.pass(20)
  await page.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  const mail = await site.mailTo('helka.suvanto@suvanto.example')
  assert.match(mail.text, /rekisteriseloste|tietosuoja/i)
  assert.deepEqual(await page.context().cookies(), [])
  askedNobodyElse()
  const kept = await owner
    .selectFrom('register.notice')
    .innerJoin('register.person', 'register.person.id', 'register.notice.person_id')
    .select(['register.notice.source', 'register.notice.article', 'register.notice.state'])
    .where('family_name', '=', 'Suvanto')
    .execute()
  assert.deepEqual(kept, [{ source: 'web-form', article: '13', state: 'delivered' }])
  await leave()
})

const lines = [
  'Yritys;Y-tunnus;Yhteyshenkilö;Sähköposti;Matkapuhelin;Uutiskirje',
  'Kuusikon Kiinteistöt Oy;0000033-4;Tuula Kuusikko;tuula.kuusikko@kuusikko.example;040 000 0011;kyllä',
  'Kuusikon Kiinteistöt Oy;0000033-4;Reijo Kuusikko;reijo.kuusikko@;040 000 0012;kyllä',
  'Harjun Huolto Oy;0000033-5;Maire Harju;maire.harju@harju.example;;ei',
]

for (const [name, options] of [
  ['at a desk', {}],
  ['on a phone', phone],
] as const) {
  test(`6 Mistä tiedot saadaan: a file is tried first, and each line says why it stays out, ${name}`, async () => {
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    await page.goto(await site.linkFor('saku'))
    await page.getByRole('button', { name: /^Kirjaudu|^Jatka/ }).click()
    await page.goto('/desk/imports')
    await page
      .getByText('Tiedostoja ei ole vielä tuotu', { exact: false })
      .or(page.getByRole('columnheader', { name: 'Milloin' }))
      .waitFor()
    await accessible()
    await page.locator('input[type=file]').setInputFiles({
      name: 'asiakkaat.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\r\n'), 'latin1'),
    })
    await page.getByRole('heading', { name: 'Sarakkeet' }).waitFor()
    assert.equal(await page.getByRole('combobox', { name: 'Tieto rekisterissä: Uutiskirje' }).inputValue(), '')
    assert.match(
      await page.getByRole('combobox', { name: 'Tieto rekisterissä: Sähköposti' }).inputValue(),
      /sähköposti/i,
    )
    await page.getByRole('combobox', { name: /Mistä tiedot ovat peräisin/ }).click()
    await page.getByRole('option', { name: 'Henkilön edustama yritys' }).click()
    await accessible()
    await page.getByRole('button', { name: 'Kokeile' }).click()
    await page.getByRole('heading', { name: 'Näin kävisi' }).waitFor()
    await page.getByText('Sähköpostiosoite ei ole oikein', { exact: false }).waitFor()
    await page.getByText('Y-tunnus ei ole oikein', { exact: false }).waitFor()
    await accessible()
    if (name === 'on a phone') return leave()

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lataa nämä rivit tiedostona' }).click()
    const file = await (await saved).createReadStream()
    const text = Buffer.concat(await file.toArray()).toString()
    assert.match(text, /Reijo Kuusikko.*Sähköpostiosoite ei ole oikein/)
    assert.doesNotMatch(text, /Tuula/)

    await page.getByRole('button', { name: 'Tuo 1 rivi' }).click()
    await page.getByRole('heading', { name: 'Tuotu rekisteriin' }).waitFor()
    await page.getByText('Uusien henkilöiden informointi on jonossa', { exact: false }).waitFor()
    await accessible()
    await page.getByRole('link', { name: 'Henkilöt' }).first().click()
    await page
      .getByRole('link', { name: /Kuusikko/ })
      .first()
      .click()
    await page
      .getByRole('button', { name: /^Tietolähde: .*: Henkilön edustama yritys/ })
      .first()
      .waitFor()
    await leave()
  })
}
