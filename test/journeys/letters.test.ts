import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { mailboxWish, mailWorld } from '../../src/mail/mail-world.fixture.ts'
import { startSmtp } from '../../src/mail/smtp.fixture.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const smtp = await startSmtp('salasana')
const { person, mailbox: connect, arrive } = mailWorld(site)
const mailbox = await connect('saku', mailboxWish('saku@valo.example', { smtp: smtp.port }))
const aino = await person('Aino Harju', 'aino@asiakas.example')

async function desk(options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('saku'))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('a letter goes to two and for information to a third; whoever is missing is told at the field; all are answered', async () => {
  await person('Eero Harju', 'eero@asiakas.example')
  await site.as('saku')('POST', '/people', { values: { 'person.name': 'Otso Harju' }, source: 'contact' })
  const saku = await desk(phone)
  const { page } = saku
  await page.goto(`/desk/people/${aino}`)
  await page.getByRole('button', { name: 'Kirjoita viesti' }).click()
  const letter = page.getByRole('dialog')
  const toWhom = letter.getByRole('combobox', { name: 'Vastaanottajat' })
  await toWhom.fill('Otso')
  await page.getByRole('option', { name: /Otso Harju/ }).click()
  await letter.getByRole('button', { name: 'Lisää kopion saaja' }).click()
  const copy = letter.getByRole('combobox', { name: 'Kopio' })
  await copy.fill('joku@muualla.example')
  await page.getByText(/Rekisterissä ei ole tällaista/).waitFor()
  await saku.accessible('with a pop-up')
  await copy.fill('Eero')
  await page.getByRole('option', { name: /Eero Harju/ }).click()
  await letter.getByRole('textbox', { name: 'Aihe' }).fill('Tapaaminen')
  await letter.getByRole('textbox', { name: 'Viesti' }).fill('Sopiiko tiistai?')
  await letter.getByRole('button', { name: 'Lähetä' }).click()
  await letter.getByText(/^Otso Harju: Vastaanottajalla ei ole sähköpostiosoitetta/).waitFor()
  await saku.accessible()
  assert.equal(await letter.getByRole('textbox', { name: 'Viesti' }).inputValue(), 'Sopiiko tiistai?')
  await toWhom.press('Backspace')
  smtp.caught.splice(0)
  await letter.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Viesti lähetetty').waitFor()
  assert.deepEqual(
    smtp.caught.map(({ to }) => to),
    [['aino@asiakas.example', 'eero@asiakas.example']],
  )
  await page.getByRole('link', { name: /Tapaaminen/ }).click()
  await page.getByText('Kopio:').waitFor()
  await page.getByRole('button', { name: 'Vastaa kaikille' }).click()
  await page.getByRole('textbox', { name: 'Viesti' }).fill('Tai keskiviikko?')
  await saku.accessible()
  await page.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Tai keskiviikko?').waitFor()
  assert.deepEqual(smtp.caught.at(-1)?.to, ['aino@asiakas.example', 'eero@asiakas.example'])
  await saku.leave(/404|409|422/)
})

test('files of one’s own and what the register holds go with a letter; what is too much or no document is told at the field', async () => {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'huoltosopimus.txt' }
  await site.as('saku')('POST', `/documents?person=${aino}`, { payload: Buffer.from('Sopimus'), headers })
  const saku = await desk()
  const { page } = saku
  await page.goto(`/desk/people/${aino}`)
  await page.getByRole('button', { name: 'Kirjoita viesti' }).click()
  const letter = page.getByRole('dialog')
  await letter.getByRole('textbox', { name: 'Aihe' }).fill('Sopimus')
  await letter.getByRole('textbox', { name: 'Viesti' }).fill('Ohessa.')
  await letter.getByRole('combobox', { name: 'Liitä rekisteristä' }).click()
  await page.getByRole('option', { name: 'huoltosopimus' }).click()
  const choose = async (name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      letter.getByRole('button', { name: 'Lisää tiedosto' }).click(),
    ])
    await chooser.setFiles({ name, mimeType: 'application/pdf', buffer })
  }
  await choose('liian-iso.pdf', Buffer.alloc(10_000_001, '%PDF-'))
  await letter.getByText(/yhteensä 10 Mt\. Viimeksi valittu jäi pois/).waitFor()
  await choose('valekuva.pdf', Buffer.from('<html>'))
  await letter.getByRole('button', { name: 'Lähetä' }).click()
  await letter.getByText(/^valekuva\.pdf: Tätä tiedostoa ei oteta vastaan/).waitFor()
  await saku.accessible()
  await letter.getByRole('button', { name: 'Poista liite valekuva.pdf' }).click()
  await choose('pohja.pdf', Buffer.from('%PDF-1.7 pohja'))
  smtp.caught.splice(0)
  await letter.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Viesti lähetetty').waitFor()
  const { attachments } = await PostalMime.parse(smtp.caught[0]?.raw ?? '')
  assert.deepEqual(
    attachments.map(({ filename }) => filename),
    ['huoltosopimus.txt', 'pohja.pdf'],
  )
  await page.getByRole('link', { name: /Sopimus/ }).click()
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^pohja\.pdf/ }).click(),
  ])
  assert.equal(await readFile(await taken.path(), 'utf8'), '%PDF-1.7 pohja')
  await saku.accessible()
  await saku.leave(/404|409|415|422/)
})

test('a file that came is taken to the documents of whoever sent it', async () => {
  await arrive(mailbox, [{ id: 'p1', from: 'aino@asiakas.example', subject: 'Piirustus', text: 'Ohessa pohja.' }])
  await sql`update register.message_body set attachments = '[{"name": "pohjapiirros.pdf", "type": "application/pdf", "bytes": 182000}]'
    where message_id in (select message_id from register.message_subject where subject = 'Piirustus')`.execute(
    site.register.db.owner(),
  )
  // As if it lay in the mailbox: where Dovecot is, `mailbox-letters.test.ts` fetches it from there.
  await sql`insert into register.message_file (message_id, nth, content)
    select message_id, 0, ${Buffer.from('%PDF-1.7 pohja')} from register.message_subject where subject = 'Piirustus'`.execute(
    site.register.db.owner(),
  )
  const saku = await desk(phone)
  const { page } = saku
  await page.goto('/desk/messages')
  await page.getByRole('link', { name: /Piirustus/ }).click()
  await page.getByRole('button', { name: /pohjapiirros\.pdf \(182 kt\)/ }).waitFor()
  await page.getByRole('button', { name: /: pohjapiirros\.pdf/ }).click()
  await page.getByText('Tallenna asiakirjoihin').waitFor()
  await saku.accessible('with a pop-up')
  await page.getByRole('menuitem', { name: 'Aino Harju' }).click()
  await page.getByText('Tallennettu asiakirjoihin: Aino Harju').waitFor()
  const { items: kept } = (await site.as('saku')('GET', `/documents?person=${aino}`)).json()
  assert.ok(kept.some(({ name }: { name: string }) => name === 'pohjapiirros'))
  await saku.leave(/404|409/)
})

test('a company is written to at its own address, from its card', async () => {
  const values = { 'org.name': 'Kuuranleipä Oy', 'org.email': 'toimisto@kuura.example' }
  const { id } = (await site.as('saku')('POST', '/companies', { values, source: 'contact' })).json()
  const saku = await desk()
  const { page } = saku
  await page.goto(`/desk/companies/${id}`)
  await page.getByRole('button', { name: 'Kirjoita viesti' }).click()
  const letter = page.getByRole('dialog')
  await letter.getByText('Kuuranleipä Oy', { exact: true }).waitFor()
  await letter.getByRole('textbox', { name: 'Aihe' }).fill('Osoite')
  await letter.getByRole('textbox', { name: 'Viesti' }).fill('Onko osoite oikein?')
  smtp.caught.splice(0)
  await letter.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Viesti lähetetty').waitFor()
  assert.deepEqual(smtp.caught[0]?.to, ['toimisto@kuura.example'])
  await page.getByRole('link', { name: /Osoite/ }).waitFor()
  await saku.leave(/404|409/)
})
