import assert from 'node:assert/strict'
import type { TestSite } from '#test/site'

const buyers = [
  ['Tuula', 'Kuusikko'],
  ['Reijo', 'Harju'],
  ['Maire', 'Niemi'],
] as const

/** Three buyers at one company, as a salesperson enters them. */
export async function buyersOf(site: TestSite, company: string, at = 'ostaja', houseNumber = '12') {
  const saku = site.as('saku')
  const address = {
    kind: 'postal',
    street: 'Hämeenkatu',
    houseNumber,
    postcode: '33100',
    city: 'Tampere',
    country: 'FI',
  }
  const firm = await saku('POST', '/companies', {
    ...{ form: 'company', source: 'order', groupCompany: 'valo-energia' },
    values: { 'org.name': company, 'org.addresses': [address] },
  })
  assert.equal(firm.statusCode, 201, firm.body)
  const ids: string[] = []
  for (const [given, family] of buyers) {
    const email = `${given.toLowerCase()}@${at}.example`
    const made = await saku('POST', '/people', {
      ...{ source: 'order', company: firm.json().id },
      values: {
        'person.name': `${given} ${family}`,
        'person.email': [{ address: email, kind: 'personal-work' }],
        'person.jobRole': 'Ostopäällikkö',
      },
    })
    assert.equal(made.statusCode, 201, made.body)
    ids.push(made.json().id)
  }
  return ids
}
