import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { noon } from '#test/register'
import { aSite } from '#test/site'
import { buyersOf } from './buyers.fixture.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
await site.register.setClock(noon) // in the database too: a notice is late by its clock
const browser = await openBrowser()
after(() => browser.close())
const maija = site.as('maija')
const shots = process.env.SHOTS

test('4 Käsittelyn tarkoitukset ja perusteet: a newsletter is written, tested and sent; an objection comes in time', async () => {
  const people = await buyersOf(site, 'Kuusikon Kiinteistöt Oy')
  const { page, accessible, askedNobodyElse, leave } = await aVisit(browser, site.url)
  await enter(page, 'maija')
  await page.getByRole('link', { name: 'Kampanjat' }).first().click()
  await page.getByRole('heading', { name: 'Ei vielä kampanjoita' }).waitFor()
  await accessible()
  await shoot(page, 'empty')
  await page.getByRole('button', { name: 'Uusi kampanja' }).click()

  // S4.12: only what the statement names is offered, and the API refuses the rest.
  await page.getByRole('radio', { name: 'Kirje' }).waitFor()
  const offered = await page.getByRole('radio').count()
  assert.equal(offered, 2)
  assert.equal(await page.getByText('Tekstiviesti').count(), 0)
  const sms = await maija('POST', '/campaigns', { name: 'SMS', channel: 'sms', topics: ['events'] })
  assert.deepEqual([sms.statusCode, sms.json().code], [422, 'CHANNEL_NOT_DECLARED'])

  await page.getByRole('textbox', { name: 'Nimi' }).fill('Lämpöillat 2026')
  await page.getByRole('checkbox', { name: /^Tapahtumat/ }).check()
  await page.getByRole('combobox', { name: 'Kenen työtehtävää asia koskee' }).click()
  await page.getByRole('option', { name: 'Ostopäällikkö' }).click()
  await page.keyboard.press('Escape')
  await accessible()
  await shoot(page, 'new')
  await page.getByRole('button', { name: 'Aloita' }).click()

  await page.getByRole('heading', { level: 1, name: 'Lämpöillat 2026' }).waitFor()
  await page.getByRole('textbox', { name: 'Otsikko' }).fill('Kevään lämpöillat, {name}')
  await page
    .getByRole('textbox', { name: /^Kappale/ })
    .fill('Hei {name}!\nTule kuuntelemaan, mitä lämpöpumppu maksaa ja mitä se säästää.')
  await page.getByRole('button', { name: 'Lisää: Painike' }).click()
  await page.getByRole('textbox', { name: 'Teksti', exact: true }).fill('Ilmoittaudu')
  await page.getByRole('textbox', { name: /^Osoite/ }).fill('https://www.valo.example/illat')
  await page.getByText('Kaikki tallessa').waitFor()
  const frame = page.frameLocator('iframe')
  await frame.getByText('Hei Aino!').waitFor()
  await frame.getByText('Mainos').first().waitFor()
  await frame.getByRole('link', { name: 'Lopeta viestit' }).waitFor()
  await shoot(page, 'content')
  await page.getByText('Tekstinä').click()
  await page.getByText('Kevään lämpöillat, Aino').waitFor()
  await accessible() // not with the frame: nothing runs in it, and so the examiner neither

  await page.getByRole('tab', { name: 'Kohderyhmä' }).click()
  await page.getByText('saa viestin').first().waitFor()
  await accessible()
  await shoot(page, 'audience')

  await page.getByRole('tab', { name: 'Testi ja lähetys' }).click()
  await page.getByRole('button', { name: 'Lähetä testi itselleni' }).click()
  const proof = await site.mailTo('maija.peltoniemi@valo.example')
  assert.match(proof.subject, /Kevään lämpöillat/)
  await page
    .getByText(/^Testattu/)
    .first()
    .waitFor()
  await accessible()
  await shoot(page, 'send')
  await page.getByRole('button', { name: 'Lähetä', exact: true }).click()
  await page.getByRole('dialog').getByText('3 henkilöä saa viestin').waitFor()
  await accessible('with a pop-up')

  // She objects by phone between the audience that the marketer saw and the sending.
  const id = page.url().match(/campaigns\/([0-9a-f-]{36})/)?.[1] ?? ''
  await objects(people[1] ?? '')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Lähetä / })
    .click()
  await page.locator('.mantine-Modal-header').waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Tulos' }).waitFor()
  await page.getByRole('cell', { name: /Osoite on kieltolistalla/ }).waitFor()
  await accessible()
  await shoot(page, 'result')
  const { counts } = (await maija('GET', `/campaigns/${id}`)).json()
  assert.deepEqual([counts.sent, counts.skipped], [2, 1])

  const got = (who: string) => site.mailbox.mails().filter(({ to }) => to === who)
  assert.equal(got('tuula@ostaja.example').length, 1)
  assert.equal(got('reijo@ostaja.example').length, 0)
  askedNobodyElse()

  // The one who got it presses the link in it: the next campaign leaves her out, and says why.
  const link = /https?:\/\/\S+\/u\/\S+/.exec(got('tuula@ostaja.example')[0]?.text ?? '')?.[0] ?? ''
  const tuula = await aVisit(browser, site.url, phone)
  await tuula.page.goto(link)
  await tuula.page.getByRole('button').first().click()
  await tuula.page.getByRole('heading', { level: 1 }).waitFor()
  await tuula.leave()
  const next = (
    await maija('POST', '/campaigns', {
      name: 'Kesä',
      channel: 'email',
      topics: ['events'],
      jobRoles: ['Ostopäällikkö'],
    })
  ).json().id
  const audience = (await maija('GET', `/campaigns/${next}/audience`)).json()
  assert.equal(audience.allowed, 1)
  assert.deepEqual(
    audience.refused.map(({ clause, count }: { clause: string; count: number }) => [clause, count]),
    [['S12.16', 2]],
  )
  await page.goto(`/desk/campaigns/${next}?part=audience`)
  await page.getByText('Miksi nämä jäävät pois').waitFor()
  await page
    .getByRole('link', { name: /S12\.16/ })
    .first()
    .waitFor()
  await accessible()
  await shoot(page, 'left-out')
  await leave()
})

test('4 Käsittelyn tarkoitukset ja perusteet: the same by post, and a letter comes back', async () => {
  const people = await buyersOf(site, 'Harjun Huolto Oy', 'kirje', '14')
  const content = {
    fi: {
      subject: 'Kevätkirje',
      blocks: [
        { kind: 'heading', text: 'Hei {name}' },
        { kind: 'paragraph', text: 'Tule kuuntelemaan.' },
      ],
    },
  }
  const wish = { name: 'Kevätkirje', channel: 'post', topics: ['news'], content }
  const { id } = (await maija('POST', '/campaigns', wish)).json()
  const { page, accessible, leave } = await aVisit(browser, site.url, { ...phone, acceptDownloads: true })
  await enter(page, 'maija')
  await page.goto(`/desk/campaigns/${id}?part=send`)
  await page.getByText('Kuka saa viestin').waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Merkitse katsotuksi' }).click()
  await page
    .getByText(/^Testattu/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Vahvista kirjeet' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Vahvista / })
    .click()

  await page.getByRole('heading', { name: 'Kirjeet' }).waitFor()
  await accessible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tee kirjeet' }).click()
  const file = Buffer.concat(await (await (await download).createReadStream()).toArray())
  assert.equal(file.subarray(0, 5).toString(), '%PDF-')
  await page.getByText('odottaa postitusta').first().waitFor()
  await shoot(page, 'letters')

  await objects(people[0] ?? '')
  await page.reload()
  await page.getByText('Ota pinosta 1 kirje').waitFor()
  await accessible()
  await shoot(page, 'take-out')
  await page.getByLabel('Postituspäivä').fill('2026-03-02')
  await page.getByRole('button', { name: 'Viety postiin' }).click()
  await page.getByRole('heading', { name: 'Tulos' }).waitFor()
  await accessible()
  const { items } = (await maija('GET', `/campaigns/${id}/recipients?state=sent`)).json()
  assert.ok(items.length >= 2)
  assert.ok(items.every(({ person }: { person: { id: string } }) => person.id !== people[0]))

  await page.goto('/desk/campaigns/returned')
  await page.getByText('Ei selvitettävää').waitFor()
  await page.getByLabel('Kirjeen tunnus').fill('1234')
  await page.getByRole('button', { name: 'Kirjaa palautus' }).click()
  await page.getByText('kaksitoista merkkiä').waitFor()
  await page.getByLabel('Kirjeen tunnus').fill(items[0].id.slice(-12))
  await page.getByRole('button', { name: 'Kirjaa palautus' }).click()
  await page.getByText('Muuttanut').first().waitFor()
  await page.getByRole('button', { name: 'Selvitä' }).waitFor()
  await accessible()
  await shoot(page, 'returned')
  await leave(/422/)
})

for (const [name, options] of [
  ['dark', { colorScheme: 'dark' as const }],
  ['phone', phone],
] as const)
  test(`4 Käsittelyn tarkoitukset ja perusteet: the campaigns stand as well ${name === 'dark' ? 'in the dark, in Swedish' : 'on a phone, in English'}`, async () => {
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    await enter(page, 'maija')
    await page.goto('/desk/campaigns')
    await page.getByText('Lämpöillat 2026').waitFor()
    await page.getByRole('button', { name: /Maija/ }).click()
    if (name === 'dark') await page.getByText('Tumma').click()
    await page
      .getByText(name === 'dark' ? 'Svenska' : 'English')
      .last()
      .click()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1, name: name === 'dark' ? 'Kampanjer' : 'Campaigns' }).waitFor()
    await page.getByRole('menu').waitFor({ state: 'hidden' })
    await accessible()
    await shoot(page, `list-${name}`)
    await page.getByText('Kesä').click()
    await page.getByRole('tab', { name: name === 'dark' ? 'Målgrupp' : 'Audience' }).click()
    await page.getByText(name === 'dark' ? 'Varför de här lämnas utanför' : 'Why these are left out').waitFor()
    await accessible()
    await shoot(page, `audience-${name}`)
    await page.goto('/desk/campaigns')
    await page.getByText('Lämpöillat 2026').click()
    await page.getByRole('heading', { name: name === 'dark' ? 'Resultat' : 'Result' }).waitFor()
    await accessible()
    await shoot(page, `result-${name}`)
    await leave()
  })

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

async function objects(person: string) {
  const said = await maija('POST', `/people/${person}/objections`, { scope: 'all', via: 'phone' })
  assert.ok(said.statusCode < 300, said.body)
}

async function shoot(page: Page, name: string) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
