import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { perform } from '#ledger'
import { takeInMessages } from '#mail'
import { inForce } from '#register'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { startSmtp } from '../../src/mail/smtp.fixture.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const smtp = await startSmtp('salasana')

const values = { 'person.name': 'Aino Harju', 'person.email': 'aino@asiakas.example' }
const aino = (await site.as('saku')('POST', '/people', { values, source: 'order' })).json().id as string

async function desk(who: 'saku' | 'helmi' | 'ingrid' | 'tomas', options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

/** As if it had been read from the mailbox: where Dovecot is, `mailbox-*.test.ts` reads it from there. */
async function arrives(mailbox: string, subject: string, text: string, html: string | null = null) {
  const { rows } = await sql<{ address: string }>`select address from register.mailbox where id = ${mailbox}`.execute(
    site.register.db.owner(),
  )
  const address = rows[0]?.address ?? ''
  const now = site.register.now()
  const at = new Date(now.getTime() - 600_000)
  const occasion = { by: 'mail', duty: 'intake', purpose: 'customer-communication', at: now, under: '1' }
  const head = {
    ...{ messageId: `<${Math.random()}@asiakas.example>`, references: [], subject, beyond: 1, deliveredTo: [] },
    isAutomatic: false,
    correspondents: [
      { role: 'from' as const, address: 'aino@asiakas.example', name: 'Aino Harju' },
      { role: 'to' as const, address, name: '' },
    ],
  }
  const attachments = [{ name: 'pohjapiirros.pdf', type: 'application/pdf', bytes: 182_000 }]
  await perform(site.register.db, occasion, (act) =>
    takeInMessages(act as never, inForce(site.register), {
      mailbox: { id: mailbox, address, opensEnquiries: false, groupCompany: null },
      position: { role: 'inbox', path: 'INBOX', uidValidity: '1', lastUid: 1, modseq: null },
      messages: [{ uid: 1, at, bytes: 1, head, body: { text, html, attachments }, isCut: false, copiedBy: null }],
      passedOver: 3,
    }),
  )
}

test('a salesperson connects a mailbox, hears what is wrong with it, reads a message and answers from the desk', async () => {
  const saku = await desk('saku')
  const { page } = saku
  await page.goto('/desk/messages')
  await page.getByRole('heading', { level: 1, name: 'Viestit' }).waitFor()
  await page.getByText('Viestejä ei ole').waitFor()
  await saku.accessible()
  await page.getByRole('link', { name: 'Liitä postilaatikko' }).click()
  await page.getByRole('heading', { level: 1, name: 'Postilaatikot' }).waitFor()
  await page.getByText('Postilaatikoita ei ole liitetty').waitFor()
  await saku.accessible()

  await page.getByRole('button', { name: 'Liitä postilaatikko' }).click()
  await page.getByLabel(/^Sähköpostiosoite/).fill('saku@valo.example')
  await page.getByRole('textbox', { name: 'Salasana' }).fill('salasana')
  const outgoing = page.getByRole('group', { name: 'Lähtevä posti (SMTP)' })
  const incoming = page.getByRole('group', { name: 'Saapuva posti (IMAP)' })
  assert.equal(await incoming.getByLabel(/^Palvelin/).inputValue(), 'imap.valo.example', 'the usual name is offered')
  await incoming.getByLabel(/^Palvelin/).fill('https://imap')
  for (const [group, port] of [
    [incoming, 1],
    [outgoing, smtp.port],
  ] as const) {
    await group.getByRole('combobox', { name: 'Salaus' }).click()
    await page.getByRole('option', { name: 'Ei salausta' }).click()
    await group.getByLabel(/^Portti/).fill(String(port))
  }
  await saku.accessible()
  await page.getByRole('button', { name: 'Tallenna' }).last().click()
  await incoming.getByText(/Anna palvelimen nimi/).waitFor()
  assert.equal(await page.getByLabel(/^Sähköpostiosoite/).inputValue(), 'saku@valo.example', 'what was typed stays')
  await incoming.getByLabel(/^Palvelin/).fill('127.0.0.1')
  await page.getByRole('button', { name: 'Tallenna' }).last().click()
  await outgoing.getByText(/Yhteyden on oltava salattu/).waitFor()
  await outgoing.getByLabel(/^Palvelin/).fill('127.0.0.1')
  await page.getByRole('button', { name: 'Tallenna' }).last().click()
  await page.getByText('Postilaatikko tallennettu').waitFor()

  await page.getByRole('button', { name: 'Kokeile yhteyttä' }).click()
  await page.getByText('Saapuva posti (IMAP): Palvelin ei ota vastaan tästä portista.').waitFor()
  await page.getByText('Lähtevä posti (SMTP): Yhteys toimii').waitFor()
  await saku.accessible()

  const { items } = (await site.as('saku')('GET', '/mailboxes')).json()
  await arrives(
    items[0].id,
    'Tarjous lämpöpumpusta',
    'Hei,\n\nvoisitteko tehdä tarjouksen?\n\nAino',
    '<p>Hei, <b>voisitteko</b></p>',
  )
  await page.goto('/desk/messages')
  await page.getByRole('link', { name: /Aino Harju.*Tarjous lämpöpumpusta/s }).click()
  await page.getByRole('heading', { level: 2, name: 'Tarjous lämpöpumpusta' }).waitFor()
  await page.getByText('1 muu, joka ei ole rekisterissä').waitFor()
  await page.getByRole('button', { name: 'Näytä muotoiltuna' }).click()
  await page.getByText('Kuvia ei haeta', { exact: false }).waitFor()
  await saku.accessible()
  await page.getByRole('button', { name: 'Vastaa' }).click()
  assert.equal(await page.getByLabel(/^Aihe/).inputValue(), 'Vs: Tarjous lämpöpumpusta')
  await page.getByRole('textbox', { name: 'Viesti' }).fill('Hei {{person.givenName}}!')
  await page.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText(/Tekstissä on vielä täyttämätön kohta/).waitFor()
  await saku.accessible()
  await page.getByRole('textbox', { name: 'Viesti' }).fill('Hei Aino!\n\nTarjous tulee huomenna.')
  await page.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Viesti lähetetty').waitFor()
  await page.getByText('Tarjous tulee huomenna.').waitFor()
  assert.deepEqual(
    smtp.caught.map(({ to }) => to),
    [['aino@asiakas.example']],
  )
  await page.goto('/desk/messages')
  await page.getByText('Kaikkiin viesteihin on vastattu').waitFor()
  saku.askedNobodyElse()
  await saku.leave(/404|409|422/)
})

test('a template in two languages is made, filled in on a card, and sent; a colleague sees only what the mailbox shares', async () => {
  const saku = await desk('saku', phone)
  const { page } = saku
  await page.goto('/desk/mail-templates')
  await page.getByText('Viestipohjia ei ole').waitFor()
  await page.getByRole('button', { name: 'Uusi pohja' }).click()
  await page.getByLabel(/^Pohjan nimi/).fill('Kiitos')
  await page.getByLabel(/^Aihe/).fill('Kiitos tapaamisesta')
  await page.getByLabel(/^Viesti/).fill('Hei ')
  await page.getByRole('button', { name: 'etunimi' }).click()
  assert.equal(await page.getByLabel(/^Viesti/).inputValue(), 'Hei {{person.givenName}}')
  await page.getByRole('tab', { name: 'Ruotsi' }).click()
  await page.getByLabel(/^Aihe/).fill('Tack för mötet')
  await page.getByLabel(/^Viesti/).fill('Hej {{person.givenName}}, {{company.name}}')
  await saku.accessible()
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Pohja tallennettu').waitFor()
  await saku.accessible()

  await page.goto(`/desk/people/${aino}`)
  await page.getByRole('heading', { name: 'Viestit' }).waitFor()
  await page.getByRole('button', { name: 'Kirjoita viesti' }).click()
  const letter = page.getByRole('dialog')
  await letter.getByRole('combobox', { name: 'Viestipohja' }).click()
  await page.getByRole('option', { name: 'Kiitos' }).click()
  await letter.getByRole('combobox', { name: 'Kieli' }).click()
  await page.getByRole('option', { name: 'Ruotsi' }).click()
  await letter.getByText(/Näille ei ole arvoa/).waitFor()
  assert.match(
    await letter
      .getByLabel(/^Viesti$|^Viesti /)
      .last()
      .inputValue(),
    /^Hej Aino, \{\{company\.name\}\}/,
  )
  await saku.accessible()
  await letter
    .getByLabel(/^Viesti$|^Viesti /)
    .last()
    .fill('Hej Aino')
  await letter.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Viesti lähetetty').waitFor()
  await page.getByRole('link', { name: /Tack för mötet/ }).waitFor()
  await saku.leave()

  const helmi = await desk('helmi')
  await helmi.page.goto('/desk/messages?show=all')
  await helmi.page
    .getByRole('link', { name: /Aihe ei näy sinulle/ })
    .first()
    .click()
  await helmi.page
    .getByText(/ei jaa viestien sisältöä/)
    .first()
    .waitFor()
  assert.equal(await helmi.page.getByText('Tack för mötet').count(), 0)
  await helmi.accessible()
  await helmi.leave()
})

test('the administrator sees which mail services the statement allows, and no message', async () => {
  const tomas = await desk('tomas')
  await tomas.page.goto('/desk/mailboxes')
  await tomas.page.getByText('Microsoft 365').waitFor()
  await tomas.page
    .getByText(/Seloste ei nimeä tätä yritystä käsittelijäksi/)
    .first()
    .waitFor()
  await tomas.accessible()
  assert.equal((await site.as('tomas')('GET', '/message-threads')).statusCode, 403)
  await tomas.leave(/403/)
})

test('an enquiry is answered from the desk’s own mailbox, and is answered by that', async () => {
  const enquiry = { channel: 'phone', message: 'Soittakaa tai kirjoittakaa.', source: 'contact', person: aino }
  const { id } = (await site.as('saku')('POST', '/enquiries', enquiry)).json()
  const saku = await desk('saku')
  const { page } = saku
  await page.goto(`/desk/enquiries/${id}`)
  await page.getByRole('button', { name: 'Vastaa sähköpostilla' }).click()
  const letter = page.getByRole('dialog')
  assert.equal(await letter.getByRole('textbox', { name: 'Aihe' }).inputValue(), 'Vastaus yhteydenottoosi')
  await letter.getByRole('textbox', { name: 'Viesti' }).fill('Hei! Tässä tiedot.')
  await saku.accessible()
  await letter.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Viesti lähetetty').waitFor()
  await page.getByText('Vastattu').first().waitFor()
  await saku.leave()
})
