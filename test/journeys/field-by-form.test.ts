import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const admin = site.as('tomas')

for (const [where, options, name, id] of [
  ['at the desk', { viewport: { width: 1280, height: 900 } }, 'Katon tyyppi', 'opportunity.katonTyyppi'],
  ['on a phone', phone, 'Seinän väri', 'opportunity.seinanVari'],
] as const)
  test(`${where}: an administrator adds a field by a form, and sees what it changes in the statement before it is published`, async () => {
    const draft = (await admin('POST', '/statement/drafts', { from: 'active' })).json()
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    await page.goto(await site.linkFor('tomas'))
    await page.getByRole('button').first().click()
    await page.waitForURL('**/desk/**')
    await page.goto(`/desk/statement/drafts/${draft.id}`)
    await page.getByRole('button', { name: 'Lisää tieto' }).click()
    const window = page.getByRole('dialog')
    await window.getByRole('combobox', { name: 'Mihin tieto kirjataan' }).click()
    await page.getByRole('option', { name: 'Myyntimahdollisuus' }).click()
    await window.getByRole('combobox', { name: 'Millainen tieto' }).click()
    await page.getByRole('option', { name: 'Valinta vaihtoehdoista' }).click()
    for (const [language, label] of [
      ['suomeksi', name],
      ['ruotsiksi', 'Taktyp'],
      ['englanniksi', name],
    ] as const)
      await window.getByRole('textbox', { name: `Nimi ${language}` }).fill(label)
    for (const nth of [1, 2])
      for (const language of ['suomeksi', 'ruotsiksi', 'englanniksi'])
        await window.getByRole('textbox', { name: `Vaihtoehto ${nth} ${language}` }).fill(`${language} ${nth}`)
    await window.getByRole('button', { name: 'Lisää luonnokseen' }).click()
    await window.getByText('Valitse, kuka tiedon näkee.').waitFor()
    const sales = window.getByRole('radiogroup', { name: 'Myynti', exact: true })
    await sales.getByText('Muuttaa').click()
    await accessible('with a pop-up')
    await shot(`${where}-form`)
    await window.getByRole('button', { name: 'Lisää luonnokseen' }).click()
    await window.getByText('Näin seloste muuttuu').waitFor()
    await window.getByRole('listitem').first().waitFor()
    await accessible('with a pop-up')
    await shot(`${where}-added`)
    await window.getByRole('button', { name: 'Katso luonnosta' }).click()
    await page.waitForFunction((words) => {
      const line = [...document.querySelectorAll('.cm-line')].find((one) => one.textContent?.endsWith(words))
      const { top = -1, bottom = 0 } = line?.getBoundingClientRect() ?? {}
      return top > 0 && bottom < document.documentElement.clientHeight
    }, `id: ${id}`)
    await shot(`${where}-text`)
    const { source, findings } = (await admin('GET', `/statement/drafts/${draft.id}`)).json()
    assert.ok(source.includes(`label: {fi: ${name}, sv: Taktyp, en: ${name}}`), source.slice(-3000))
    assert.deepEqual([findings.errors, findings.missing], [[], []])
    await leave()

    function shot(part: string) {
      const path = `${process.env.SHOTS}/field-${part.replaceAll(' ', '-')}.png`
      return process.env.SHOTS ? page.screenshot({ path }) : undefined
    }
  })
