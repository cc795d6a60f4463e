import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type Ask, anApp } from '../../test/app.ts'
import { findingsOf } from './draft-findings.ts'

const old = await readFile(new URL('../../examples/rekisteriseloste-2022-12-12.yaml', import.meta.url), 'utf8')
const facts = {
  controllerName: 'Koivuranta Oy',
  businessId: '9990004-0',
  street: 'Koivutie 3',
  postcode: '00520',
  city: 'Helsinki',
  phone: '010 000 0001',
  email: 'info@koivuranta.example',
}

const without = await anApp({ statement: null })
const withValo = await anApp()

test('from ten facts to a published statement: draft, findings, plan, publication, and the ledger says each', async () => {
  const admin = without.as('tomas')
  const wizard = (await admin('GET', '/statement/wizard')).json()
  assert.ok(wizard.questions.length <= 10)

  const begun = await admin('POST', '/statement/drafts', { from: 'template', facts })
  assert.equal(begun.statusCode, 201, begun.body)
  const { id, findings } = begun.json()
  assert.deepEqual([findings.problems, findings.errors, findings.missing], [[], [], []])

  const plan = (await admin('GET', `/statement/drafts/${id}/plan`)).json()
  assert.equal(plan.version, 1)
  assert.deepEqual(plan.ready, { allowed: true })
  assert.ok(plan.sql.some((line: string) => line.includes('grant select')))

  const published = await admin('POST', `/statement/drafts/${id}/publication`)
  assert.equal(published.statusCode, 201, published.body)
  assert.equal(published.json().hash, plan.hash)
  assert.equal((await admin('GET', `/statement/drafts/${id}`)).statusCode, 404)
  assert.deepEqual(await without.ledger(), [
    'draft.begun by tomas',
    'statement.published by tomas',
    'draft.dropped by tomas',
  ])
})

test('a wrong answer in the wizard is refused by its question', async () => {
  const answer = await without.as('tomas')('POST', '/statement/drafts', {
    from: 'template',
    facts: { ...facts, businessId: '1997513-2' },
  })
  assert.equal(answer.statusCode, 422)
  assert.equal(answer.json().code, 'WIZARD_ANSWER')
  assert.equal(answer.json().detail.field, 'facts/businessId')
})

test('a draft with errors shows each at its line, is mended by pressing, and is not published before', async () => {
  const admin = withValo.as('tomas')
  const draft = (await admin('POST', '/statement/drafts', { from: 'file', source: old })).json()
  const { id, findings: first } = draft
  const refused = await admin('POST', `/statement/drafts/${id}/publication`)
  assert.equal(refused.statusCode, 422)
  assert.equal(refused.json().code, 'STATEMENT_HAS_ERRORS')

  assert.equal(first.errors.length, 14)
  assert.equal(first.warnings.length, 20)
  assert.ok(first.errors.filter(({ line }: { line: number | null }) => line).length >= 8)

  const rights = first.errors.find(({ code }: { code: string }) => code === 'E-RIGHTS-MISSING')
  assert.equal(rights.mendable, true)
  const mended = await mend(admin, draft, rights)
  assert.equal(mended.statusCode, 200, mended.body)
  const { findings: next } = mended.json()
  assert.ok(!next.errors.some(({ code }: { code: string }) => code === 'E-RIGHTS-MISSING'))
  assert.ok(next.errors.length < 14)
})

test('an old statement in prose becomes a draft with its findings', async () => {
  const prose = await readFile(new URL('./draft/fixtures/', import.meta.url).pathname + (await fixture()), 'utf8')
  const begun = (await withValo.as('tomas')('POST', '/statement/drafts', { from: 'prose', prose })).json()
  assert.equal(begun.origin, prose)
  assert.deepEqual(begun.findings.problems, [])
  assert.ok(begun.findings.errors.length > 0)
})

test('two administrators changing one draft: the second is told, and nothing of the first is lost', async () => {
  const admin = withValo.as('tomas')
  const draft = (await admin('POST', '/statement/drafts', { from: 'active' })).json()
  assert.equal((await put(admin, draft, 'first')).statusCode, 200)
  const second = await put(admin, draft, 'second')
  assert.equal(second.statusCode, 409)
  assert.equal(second.json().code, 'EDITED_MEANWHILE')
  assert.equal((await admin('GET', `/statement/drafts/${draft.id}`)).json().source, 'first')
})

test('whatever changes a draft answers its text with the findings of that very text', async () => {
  const admin = withValo.as('tomas')
  const begun = (await admin('POST', '/statement/drafts', { from: 'file', source: old })).json()
  const mended = (
    await mend(
      admin,
      begun,
      begun.findings.errors.find(({ mendable }: Found) => mendable),
    )
  ).json()
  const broken = (await put(admin, mended, `${mended.source}\nbroken: [`)).json()
  const read = (await admin('GET', `/statement/drafts/${begun.id}`)).json()

  assert.deepEqual(
    [begun, mended, broken, read].map(({ revision }) => revision),
    [1, 2, 3, 3],
  )
  for (const { source, findings } of [begun, mended, broken, read]) assert.deepEqual(findings, ofText(source))
  assert.ok(broken.findings.problems.length > 0)
})

test('text and findings are of one revision also while somebody else changes the draft', async () => {
  const admin = withValo.as('tomas')
  const { id, ...begun } = (await admin('POST', '/statement/drafts', { from: 'file', source: old })).json()
  const answers: { source: string; revision: number; findings: unknown }[] = []
  let isChanging = true
  const reading = async () => {
    while (isChanging) answers.push((await admin('GET', `/statement/drafts/${id}`)).json())
  }
  const changing = async () => {
    let { revision } = begun
    for (let turn = 0; turn < 8; turn += 1) {
      // Every other text has all its lines one further down, and every third does not read.
      const source = turn % 3 === 2 ? 'register: [' : '\n'.repeat(turn % 2) + old
      const answer = (await put(admin, { id, revision }, source)).json()
      answers.push(answer)
      revision = answer.revision
    }
    isChanging = false
  }
  await Promise.all([changing(), reading()])

  assert.ok(new Set(answers.map(({ revision }) => revision)).size >= 8)
  for (const { source, findings } of answers) assert.deepEqual(findings, ofText(source))
})

test('a mend rests on the revision that was seen: changed meanwhile, it is refused and the text stays', async () => {
  const admin = withValo.as('tomas')
  const begun = (await admin('POST', '/statement/drafts', { from: 'file', source: old })).json()
  const theirs = (await put(admin, begun, `# first\n${old}`)).json()
  const late = await mend(admin, begun, begun.findings.errors[0])
  assert.equal(late.statusCode, 409)
  assert.equal(late.json().code, 'EDITED_MEANWHILE')
  assert.equal((await admin('GET', `/statement/drafts/${begun.id}`)).json().source, theirs.source)
  const blind = await admin('POST', `/statement/drafts/${begun.id}/mends`, { code: 'X', clause: 'S1.1', way: 'mend' })
  assert.equal(blind.statusCode, 422)
})

test('broken YAML in a draft is shown with line and column, and kept', async () => {
  const admin = withValo.as('tomas')
  const { id } = (await admin('POST', '/statement/drafts', { from: 'file', source: 'register:\n  nmae: [\n' })).json()
  const { problems } = (await admin('GET', `/statement/drafts/${id}`)).json().findings
  assert.ok(problems.length > 0 && problems[0].line >= 1 && problems[0].column >= 1)
  assert.equal((await admin('GET', `/statement/drafts/${id}/plan`)).json().code, 'STATEMENT_UNREADABLE')
})

test('the salesperson reads the statement and may not draft one; the clause is named', async () => {
  const sales = withValo.as('saku')
  assert.equal((await sales('GET', '/statement')).json().version, 1)
  const refused = await sales('POST', '/statement/drafts', { from: 'active' })
  assert.equal(refused.statusCode, 403)
  assert.equal(refused.json().detail.clause, 'S10.3')
})

test('a draft or a version that does not exist is not found', async () => {
  const admin = withValo.as('tomas')
  assert.equal((await admin('GET', '/statement/drafts/0198c0de-0000-7000-8000-000000000000')).statusCode, 404)
  assert.equal((await admin('GET', '/statement/versions/99')).statusCode, 404)
  assert.equal((await admin('GET', '/statement/drafts/not-an-id')).statusCode, 422)
})

interface Seen {
  id: string
  revision: number
}

interface Found {
  code: string
  clause: string
  mendable: boolean
}

function put(as: Ask, { id, revision }: Seen, source: string) {
  return as('PUT', `/statement/drafts/${id}`, { payload: { source }, headers: { 'if-match': `"${revision}"` } })
}

function mend(as: Ask, { id, revision }: Seen, { code, clause }: Found) {
  const payload = { code, clause, way: 'mend' }
  return as('POST', `/statement/drafts/${id}/mends`, { payload, headers: { 'if-match': `"${revision}"` } })
}

/** The findings of a text as they arrive. */
function ofText(source: string) {
  return JSON.parse(JSON.stringify(findingsOf(source)))
}

async function fixture() {
  const { readdir } = await import('node:fs/promises')
  return (await readdir(new URL('./draft/fixtures/', import.meta.url)))
    .filter((name) => name.endsWith('.txt'))
    .sort()[0] as string
}
