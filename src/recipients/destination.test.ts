import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readStatement, type Statement } from '#statement'
import { type Destination, verdictOn } from './destination.ts'
import type { Stop } from './transfer.ts'

const valo = fileURLToPath(new URL('../../examples/valo-group.yaml', import.meta.url))
const read = readStatement(readFileSync(valo, 'utf8'))
const statement: Statement = structuredClone(read.statement as Statement)

function asked(to: Destination, { stops = [] as Stop[], today = '2026-03-02', change = (_: Statement) => {} } = {}) {
  const changed = structuredClone(statement)
  change(changed)
  const verdict = verdictOn(to, {
    statement: changed,
    isDeclared: (field) => /^(org|person|com)\./.test(field),
    stops,
    today,
  })
  return verdict.allowed ? verdict.to : `${verdict.code} ${verdict.clause}`
}
const brightpost = (said: Statement) => said.processors?.find(({ id }) => id === 'brightpost')

test('what the statement names may be gone to, and nothing else', () => {
  assert.equal(asked({ recipient: 'group' }), 'group')
  assert.equal(asked({ recipient: 'valo-huolto', fields: ['person.name'] }), 'valo-huolto')
  assert.equal(asked({ processor: 'kirjurit' }), 'kirjurit')
  for (const to of [{ recipient: 'naapuri' }, { recipient: 'valo-kiinteistot' }, {}, { host: 'hooks.example' }])
    assert.equal(asked(to), 'RECIPIENT_NOT_DECLARED S8.4')
  assert.equal(asked({ processor: 'naapuri' }), 'RECIPIENT_NOT_DECLARED S9.6')
})

test('a company of the group that the statement does not list receives nothing', () => {
  const unlisted = (said: Statement) => {
    for (const one of said.recipients ?? []) if (one.id === 'group') one.members = ['valo-energia']
  }
  assert.equal(asked({ recipient: 'valo-huolto' }, { change: unlisted }), 'RECIPIENT_NOT_DECLARED S8.4')
})

test('a list of people for an ad platform is refused by the clause that speaks of ads', () => {
  assert.equal(asked({ recipient: 'custom-audience' }), 'RECIPIENT_NOT_DECLARED S7.21')
})

test('a field that the statement does not declare goes to nobody', () => {
  assert.equal(asked({ processor: 'kirjurit', fields: ['person.name', 'shoe.size'] }), 'FIELD_NOT_DECLARED S5.1')
})

test('to an authority data go only by the procedure of two people', () => {
  assert.equal(asked({ recipient: 'authorities' }), 'TWO_PEOPLE_NEEDED S8.2')
  assert.equal(asked({ recipient: 'authorities', procedure: 'four-eyes' }), 'authorities')
})

test('each point of Art. 28(3) that an agreement misses keeps the processor closed', () => {
  for (const point of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
    const change = (said: Statement) => {
      const kirjurit = said.processors?.find(({ id }) => id === 'kirjurit')
      if (kirjurit?.dpa) kirjurit.dpa.checklist = kirjurit.dpa.checklist?.filter((one) => one !== point)
    }
    assert.equal(asked({ processor: 'kirjurit' }, { change }), 'PROCESSOR_WITHOUT_AGREEMENT S9.7', point)
  }
})

test('a processor outside the EEA needs a transfer that the statement lists', () => {
  assert.equal(asked({ processor: 'brightpost' }), 'brightpost')
  const unlisted = (said: Statement) => {
    if (said.transfers) said.transfers.list = []
  }
  assert.equal(asked({ processor: 'brightpost' }, { change: unlisted }), 'TRANSFER_STOPPED S9.3')
})

test('one in its place outside the EEA needs a transfer too', () => {
  const below = (said: Statement) => {
    const kirjurit = said.processors?.find(({ id }) => id === 'kirjurit')
    if (kirjurit) kirjurit.subprocessors = [{ provider: 'Offshore Ltd.', country: 'IN' }]
  }
  assert.equal(asked({ processor: 'kirjurit' }, { change: below }), 'TRANSFER_STOPPED S9.3')
})

test('switching a tool off stops what has only that tool, and what has another goes on', () => {
  const stops: Stop[] = [{ kind: 'tool', subject: 'adequacy-2023-1795' }]
  assert.equal(asked({ processor: 'brightpost' }, { stops }), 'TRANSFER_STOPPED S9.1')
  const fallback = (said: Statement) => {
    said.transfers?.list?.push({
      processor: 'brightpost',
      country: 'US',
      tool: 'scc-2021-914',
      evidence: 'SCC',
      checkedOn: '2026-01-19',
    })
  }
  assert.equal(asked({ processor: 'brightpost' }, { stops, change: fallback }), 'brightpost')
})

test('a check of a tool holds a year to the day', () => {
  assert.equal(asked({ processor: 'brightpost' }, { today: '2027-01-19' }), 'brightpost')
  assert.equal(asked({ processor: 'brightpost' }, { today: '2027-01-20' }), 'TRANSFER_CHECK_OVERDUE S9.1')
})

test('two months before the check runs out it is asked for', () => {
  const verdict = verdictOn(
    { processor: 'brightpost' },
    { statement, isDeclared: () => true, stops: [], today: '2026-12-01' },
  )
  assert.deepEqual(verdict.allowed && verdict.warnings.map(({ code, on }) => `${code} ${on}`), [
    'TRANSFER_CHECK_SOON 2027-01-19',
    'AGREEMENT_REVIEW_SOON null',
  ])
})

test('a processor that is switched off receives nothing, whatever its agreement says', () => {
  assert.equal(
    asked({ processor: 'kirjurit' }, { stops: [{ kind: 'processor', subject: 'kirjurit' }] }),
    'PROCESSOR_STOPPED S9.8',
  )
})

test('a host is a processor’s only when the statement lists it, and a look-alike is nobody’s', () => {
  const hosts = (said: Statement) => {
    const post = brightpost(said)
    if (post) post.hosts = ['brightpost.example']
  }
  assert.equal(asked({ host: 'smtp.brightpost.example' }, { change: hosts }), 'brightpost')
  assert.equal(asked({ host: 'notbrightpost.example' }, { change: hosts }), 'RECIPIENT_NOT_DECLARED S8.4')
  assert.equal(
    asked({ processor: 'brightpost', host: 'smtp.other.example' }, { change: hosts }),
    'RECIPIENT_NOT_DECLARED S8.4',
  )
})

test('a host in the servers’ own network belongs to whoever runs them', () => {
  for (const host of ['localhost', '127.0.0.1', '10.1.2.3', '::1', 'fd00::2'])
    assert.equal(asked({ host }), 'hosting', host)
  const bare = (said: Statement) => {
    if (said.hosting) said.hosting.dpa = null
  }
  assert.equal(asked({ host: '127.0.0.1' }, { change: bare }), 'PROCESSOR_WITHOUT_AGREEMENT S9.7')
  const own = (said: Statement) => {
    said.hosting = { self: true }
  }
  assert.equal(asked({ host: '127.0.0.1' }, { change: own }), 'hosting')
})

test('a mail server of one’s own stands under the controller’s own domain', () => {
  assert.equal(asked({ processor: 'own', host: 'smtp.valo.example' }), 'own')
  assert.equal(asked({ processor: 'own', host: 'smtp.valo.example.evil.example' }), 'RECIPIENT_NOT_DECLARED S9.6')
  assert.equal(asked({ processor: 'own', host: '8.8.8.8' }), 'RECIPIENT_NOT_DECLARED S9.6')
})
