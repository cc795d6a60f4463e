import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayRefusal } from './problem.ts'
import { Refusal } from './refusal.ts'

const catalogue = {
  MISSING: {
    fi: 'Tieto {field?} on pakollinen.',
    sv: 'Uppgiften {field?} är obligatorisk.',
    en: 'This is required: {field?}.',
  },
}
const said = (field: string, language: 'fi' | 'sv' | 'en') =>
  sayRefusal(new Refusal('MISSING', 422, { field }), catalogue, language, (id) =>
    id === 'org.name' ? 'Yrityksen nimi' : undefined,
  )

test('a refusal calls a declared field by its name, and never by a name that only the code knows', () => {
  assert.equal(said('org.name', 'fi'), 'Tieto ”Yrityksen nimi” on pakollinen.')
  assert.equal(said('dueOn', 'fi'), 'Tieto on pakollinen.')
  assert.equal(said('reason', 'sv'), 'Uppgiften är obligatorisk.')
  assert.equal(said('reason', 'en'), 'This is required.')
  assert.equal(said('Verokanta', 'en'), 'This is required: Verokanta.')
})
