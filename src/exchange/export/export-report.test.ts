import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { unzipSync } from 'fflate'
import { publish } from '#statement'
import { anApp } from '#test/app'

const { as, register, ledger, ids } = await anApp()
const saku = as('saku')

const exported = (list: string, body: object, ask = saku) =>
  ask('POST', `/lists/${list}/export`, { payload: body, headers: { 'accept-language': 'fi' } })

test('a report by company names the sole trader behind it: the access log says so, and its file goes out as a list does', async () => {
  const tmi = (
    await saku('POST', '/companies', {
      values: { 'org.name': '=Tmi Aada Kallio' },
      ...{ form: 'sole-trader', personName: 'Aada Kallio', source: 'contact' },
    })
  ).json()
  const opened = await saku('POST', '/opportunities', { company: tmi.id, title: 'Kiuas', valueCents: 120_050 })
  assert.equal(opened.statusCode, 201, opened.body)
  const wish = { groups: [{ column: 'company' }], measures: [{ of: 'sum', column: 'value' }] }
  const looked = async (ask: () => Promise<unknown>) => {
    const before = (await register.looks()).length
    await ask()
    return (await register.looks()).slice(before).map(({ people, fields }) => ({ people, fields }))
  }
  const shown = { people: [tmi.personId], fields: ['com.quotes', 'org.name'] }
  assert.deepEqual(await looked(() => saku('POST', '/lists/opportunities/report', { payload: wish })), [shown])
  const byChoice = { groups: [{ column: 'state' }], measures: [{ of: 'sum', column: 'value' }] }
  assert.deepEqual(await looked(() => saku('POST', '/lists/opportunities/report', { payload: byChoice })), [])

  const none = await exported('opportunities/report', { wish, format: 'csv' })
  assert.deepEqual([none.statusCode, none.json().code], [422, 'EXPORT_REASON_MISSING'])
  const before = (await ledger()).length
  let file = ''
  const looks = await looked(async () => {
    file = (await exported('opportunities/report', { wish, format: 'csv', reason: 'Kauppojen katselmus' })).body
  })
  assert.deepEqual(looks, [shown])
  assert.deepEqual(
    (await ledger()).slice(before).map((line) => /list\.\S+/.exec(line)?.[0]),
    ['list.exported', 'list.export-ended'],
  )
  const [mark, head, row] = file.replace('\ufeff', '').split('\r\n')
  assert.match(mark ?? '', /Viety rekisteristä: .*Käyttö: Kauppojen katselmus · Rekisteriseloste v1/)
  assert.deepEqual([head, row], ['Yritys;Arvo, summa', "'=Tmi Aada Kallio;1200,50"])
  const sheet = await exported('opportunities/report', { wish, format: 'xlsx', reason: 'Katselmus' })
  assert.ok(unzipSync(new Uint8Array(sheet.rawPayload))['xl/worksheets/sheet1.xml'])
})

test('a report by the name of the debtor shows its people too', async () => {
  const buyer = (await saku('POST', '/people', { source: 'order', values: { 'person.name': 'Maija Mäki' } })).json()
  const billing = as('bo')
  const invoice = { number: '1001', issuedOn: '2026-03-02', dueOn: '2026-03-16', amountCents: 124_000 }
  assert.equal((await billing('POST', '/invoices', { ...invoice, person: buyer.id })).statusCode, 201)
  const before = (await register.looks()).length
  const wish = { groups: [{ column: 'debtor' }], measures: [{ of: 'count' }] }
  await billing('POST', '/lists/invoices/report', { payload: wish })
  assert.deepEqual(
    (await register.looks()).slice(before).map(({ people }) => people),
    [[buyer.id]],
  )
  assert.equal((await exported('invoices/report', { wish, format: 'csv' }, billing)).statusCode, 422)
})

test('a duty that takes no files out says so with its clause, and the desk offers none (S10.3)', async () => {
  const valo = await readFile(new URL('../../../examples/valo-group.yaml', import.meta.url), 'utf8')
  const said = valo.replace(/( {2}- id: sales\n(?: {4}.*\n)*? {4}reach: all\n)/, '$1    exports: none\n')
  const occasion = { by: ids.tomas, duty: 'admin', purpose: 'statement', at: register.now(), under: '1' }
  const published = await publish(register, occasion, said)
  assert.equal(published.version, 2)

  const refused = await exported('people', { wish: {}, reason: 'Soittokierros', format: 'csv' })
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().detail],
    [403, 'EXPORT_NOT_OF_DUTY', { clause: 'S10.3', duty: 'sales' }],
  )
  const wish = { groups: [{ column: 'company' }], measures: [{ of: 'count' }] }
  const report = await exported('opportunities/report', { wish, reason: 'Katselmus', format: 'csv' })
  assert.deepEqual([report.statusCode, report.json().code], [403, 'EXPORT_NOT_OF_DUTY'])
  assert.equal((await saku('GET', '/lists/people')).json().mayExport, false)
  assert.equal((await as('helmi')('GET', '/lists/people')).json().mayExport, true, 'another duty still may')
})
