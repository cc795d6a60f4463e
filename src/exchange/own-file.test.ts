import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { bring, csv, imported, tried } from './import.fixture.ts'

const { as } = await anApp()
const saku = as('saku')

for (const name of ['Äijälä, Öljy ja Kumppanit Oy', 'Kaari; Kaari Oy', 'Lumme Ab']) {
  const values = { 'org.name': name, 'org.email': 'posti@yritys.example' }
  assert.equal((await saku('POST', '/companies', { source: 'order', values })).statusCode, 201)
}

test('what was exported from a list comes back as it went: the line of its export is a title, whatever the language', async () => {
  for (const language of ['fi', 'sv', 'en'])
    for (const format of ['csv', 'csv-comma', 'xlsx'])
      for (const columns of [
        ['org.name', 'org.email'],
        ['org.name', 'org.email', 'org.phone', 'createdAt'],
      ]) {
        const how = `${language} ${format} ${columns.length}`
        const exported = await saku('POST', '/lists/companies/export', {
          payload: { wish: { columns }, reason: 'Soittokierros', format },
          headers: { 'accept-language': language },
        })
        assert.equal(exported.statusCode, 200, exported.body)
        const kept = (await bring(saku, exported.rawPayload)).json()
        assert.deepEqual(kept.columns.slice(0, 2), columns.slice(0, 2), how)
        const { run } = await tried(saku, exported.rawPayload, {
          columns: kept.columns.map((_: string, n: number) => columns.slice(0, 2)[n] ?? null),
        })
        assert.equal(run.lines, 3, `${how} ${JSON.stringify(run)}`)
      }
})

test('what an import refused comes back, after its file is gone, with titles by which the mended file is read', async () => {
  for (const language of ['fi', 'sv', 'en']) {
    const file = csv(
      'Sukunimi;Etunimi;Sähköposti;Puhelin;Yritys;Y-tunnus;Katuosoite;Postinumero;Kaupunki;Muuta',
      `Järvi;Jaana;jaana.${language}@lehto.example;040 111 2222;Lehdon Sähkö ${language} Oy;;Tie 1;00100;Helsinki;x`,
      'Virhe;Rivi;ei-osoite;;;;;;;y',
    )
    const { id, run } = await imported(saku, file)
    assert.equal(run.refused, 1)
    const refused = await saku('GET', `/imports/${id}/refused`, { headers: { 'accept-language': language } })
    const { columns } = (await bring(saku, Buffer.from(refused.body))).json()
    assert.deepEqual(
      columns.slice(0, 10),
      ['person.name/family', 'person.name/given', 'person.email', 'person.phone', 'org.name', 'org.businessId']
        .concat(['street', 'postcode', 'city'].map((part) => `org.addresses/${part}`))
        .concat([null as never]),
      language,
    )
  }
})
