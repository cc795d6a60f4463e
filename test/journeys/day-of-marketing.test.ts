import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aDay, atDesk } from './day.fixture.ts'
import { aVisit } from './visit.ts'

const site = await aSite({ staff: 'demo' })
const browser = await openBrowser()
after(() => browser.close())

test('a day of forty deeds in marketing meets at most two questions that a system without privacy would not ask', async (t) => {
  const visit = await aVisit(browser, site.url, { viewport: { width: 1440, height: 1000 } })
  const { page } = visit
  const { deed, deeds, asked, counted } = await aDay(page)
  const { press, link, tab, title, told, dialog } = atDesk(page)

  await deed('sign in', async () => {
    await page.goto(await site.linkFor('maija'))
    await page.getByRole('button').click()
    await title(/./)
  })
  await deed('see the campaigns', async () => {
    await link('Kampanjat')
    await title('Kampanjat')
  })
  for (const [name, topic, subject] of [
    ['Kevään lämpöillat', /^Tapahtumat/, 'Kevään lämpöillat'],
    ['Uutiskirje maaliskuu', /^Uutiset/, 'Uutta maaliskuussa'],
  ] as const) {
    await deed(`begin ${name}`, async () => {
      await link('Kampanjat')
      await press('Uusi kampanja')
      await page.getByRole('textbox', { name: 'Nimi' }).fill(name)
      await page.getByRole('checkbox', { name: topic }).check()
    })
    await deed('say whose work it concerns', async () => {
      await page.getByRole('combobox', { name: 'Kenen työtehtävää asia koskee' }).click()
      await page.getByRole('option').first().click()
      await page.keyboard.press('Escape')
      await press('Aloita')
      await title(name)
    })
    await deed('write the subject', async () => page.getByRole('textbox', { name: 'Otsikko' }).fill(subject))
    await deed('write the text', async () =>
      page.getByRole('textbox', { name: /^Kappale/ }).fill('Hei {name}!\nTule kuuntelemaan, mitä lämpöpumppu säästää.'),
    )
    await deed('add a button', async () => {
      await press('Lisää: Painike')
      await page.getByRole('textbox', { name: 'Teksti', exact: true }).fill('Ilmoittaudu')
      await page.getByRole('textbox', { name: /^Osoite/ }).fill('https://www.valo.example/illat')
    })
    await deed('add a list', async () => {
      await press('Lisää: Luettelo')
      await page.getByRole('textbox', { name: /^Kohdat/ }).fill('Helsinki 12.3.\nTampere 19.3.')
      await told('Kaikki tallessa')
    })
    await deed('read it as text', async () => {
      await page.getByText('Tekstinä').click()
      await told('Ilmoittaudu')
    })
    await deed('write it in Swedish', async () => {
      await tab('Ruotsiksi')
      await press(/^Kirjoita ruotsiksi/)
      await page.getByRole('textbox', { name: 'Otsikko' }).fill('Värmekvällar i vår')
      // What was typed is kept before the next part opens, and nobody is asked whether to lose it.
      await page.getByRole('textbox', { name: /^Kappale/ }).fill('Hej {name}!')
    })
    await deed('see the audience', async () => {
      await tab('Kohderyhmä')
      await told('saa viestin')
    })
    await deed('narrow it', async () => {
      await page.getByLabel('Postinumeron alku').fill('3')
      await told('saa viestin')
    })
    await deed('widen it again', async () => {
      await page.getByLabel('Postinumeron alku').fill('')
      await page.waitForTimeout(100)
      await told('Kaikki tallessa')
    })
    await deed('test it', async () => {
      await tab('Testi ja lähetys')
      await press('Lähetä testi itselleni')
      await told(/^Testattu/)
    })
    await deed('send it', async () => {
      await page.getByRole('button', { name: 'Lähetä', exact: true }).click()
      await dialog.getByRole('button', { name: /^Lähetä / }).click()
      await page.getByRole('heading', { name: 'Tulos' }).waitFor()
    })
    await deed('see who was left out and why', async () => told(/Jäi pois|jäi pois/))
  }
  await deed('see what came back', async () => {
    await link('Kampanjat')
    await page.getByText('Palautuneet').first().click()
    await told('Ei selvitettävää')
  })
  await deed('look at the people', async () => {
    await link('Henkilöt')
    await title('Henkilöt')
  })
  await deed('find one', async () => {
    await page.getByPlaceholder('Hae luettelosta').fill('aino')
    await page.locator('a[href^="/desk/people/"]').first().waitFor()
  })
  await deed('open them', async () => {
    await page.locator('a[href^="/desk/people/"]').first().click()
    await page.getByRole('tab', { name: 'Valinnat' }).waitFor()
  })
  await deed('see their choices', async () => {
    await tab('Valinnat')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
  })
  await deed('look at the companies', async () => {
    await link('Yritykset')
    await title('Yritykset')
  })
  await deed('see which visitors chose what', async () => {
    await link('Evästeet')
    await title(/./)
  })
  await deed('read the statement', async () => {
    await link('Seloste')
    await title(/./)
  })
  await deed('return to the campaigns', async () => {
    await link('Kampanjat')
    await page.getByText('Uutiskirje maaliskuu').first().waitFor()
  })
  await deed('open the one that went out', async () => {
    await link('Uutiskirje maaliskuu')
    await page.getByRole('heading', { name: 'Tulos' }).waitFor()
  })
  await deed('end the day', async () => {
    await press(/Maija Peltoniemi/)
    await page.getByRole('menu').waitFor()
  })
  t.diagnostic(counted())
  assert.ok(deeds.length >= 40, `${deeds.length} deeds`)
  assert.ok(asked().length <= 2, asked().join('\n'))
  await visit.leave(/Blocked script execution/) // the watcher itself, in the frame of the preview where nothing runs
})
