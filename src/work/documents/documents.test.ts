import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { perform } from '#ledger'
import { erasePerson } from '#rights'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { holdingsOf } from '../../holdings.ts'

const { as, register, ledger } = await anApp()
const [sales, service, marketing] = [as('saku'), as('helmi'), as('maija')]
const person = (await sales('POST', '/people', { values: { 'person.name': 'Maija Mäki' }, source: 'contact' })).json()
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_200_000, 'xqvliite ')])

function file(who: typeof sales, url: string, bytes: Buffer, fileName = 'tarjous ä.pdf') {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(fileName) }
  return who('POST', url, { payload: bytes, headers })
}

test('a document is filed, read as it was, and gets another version beside the first', async () => {
  const before = (await ledger()).length
  const made = await file(sales, `/documents?person=${person.id}`, pdf)
  assert.equal(made.statusCode, 201, made.body)
  const { id } = made.json()
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)])
  assert.equal((await file(service, `/documents/${id}/versions`, png, 'kuva.png')).json().nth, 2)

  const { items } = (await service('GET', `/documents?person=${person.id}`)).json()
  assert.deepEqual(
    [
      items[0].name,
      items[0].versions.map(({ nth, mediaType, bytes }: Record<string, unknown>) => [nth, mediaType, bytes]),
    ],
    [
      'tarjous ä',
      [
        [2, 'image/png', 108],
        [1, 'application/pdf', pdf.length],
      ],
    ],
  )
  const read = await service('GET', `/documents/${id}/versions/1/file`)
  assert.equal(sha(read.rawPayload), sha(pdf))
  assert.equal(read.headers['x-content-type-options'], 'nosniff')
  assert.match(String(read.headers['content-disposition']), /^attachment; filename\*=UTF-8''tarjous%20%C3%A4\.pdf$/)
  assert.match(String(read.headers['content-security-policy']), /^sandbox/)
  assert.equal((await marketing('GET', `/documents/${id}/versions/1/file`)).json().code, 'FIELD_NOT_OF_DUTY')
  const framed = await service('GET', `/documents/${id}/versions/1/view`)
  assert.deepEqual(
    [framed.statusCode, framed.headers['content-type'], framed.headers['x-frame-options'], sha(framed.rawPayload)],
    [200, 'application/pdf', 'SAMEORIGIN', sha(pdf)],
  )
  assert.match(String(framed.headers['content-security-policy']), /frame-ancestors 'self'/)
  assert.equal(
    (await service('GET', `/documents/${id}/versions/2/view`)).json().code,
    'DOCUMENT_TYPE',
    'only a PDF is framed; a picture is painted from its bytes',
  )
  assert.equal((await marketing('GET', `/documents/${id}/versions/1/view`)).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await service('DELETE', `/documents/${id}`)).json().code, 'NOT_YOUR_OWN')
  assert.deepEqual((await ledger()).slice(before), ['document.filed by saku', 'document.versioned by helmi'])
})

test('what is empty, too large, no document, or named otherwise than it is, is refused and not kept', async () => {
  const to = `/documents?person=${person.id}`
  const cases = [
    [Buffer.alloc(0), 'a.pdf', 'DOCUMENT_EMPTY'],
    [Buffer.from('<html><script>1</script>'), 'a.pdf', 'DOCUMENT_TYPE'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'DOCUMENT_TYPE'],
    [Buffer.from('MZ\u0000\u0001'), 'a.txt', 'DOCUMENT_TYPE'],
    [pdf, 'a.png', 'DOCUMENT_TYPE'],
    [Buffer.from('PK\u0003\u0004 word/document.xml vbaProject.bin'), 'a.docx', 'DOCUMENT_TYPE'],
    [pdf, 'sopimus 131052-308T.pdf', 'PERSONAL_IDENTITY_CODE'],
    [Buffer.alloc(26_214_401, '%PDF-'), 'a.pdf', 'BODY_TOO_LARGE'],
  ] as const
  for (const [bytes, name, code] of cases) assert.equal((await file(sales, to, bytes, name)).json().code, code, name)
  const { items } = (await service('GET', to)).json()
  assert.equal(items.length, 1)
})

test('when the person is erased, no piece of any version is left', async () => {
  const pieces = async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from register.document_piece`.execute(
      register.db.owner(),
    )
    return rows[0]?.n
  }
  assert.equal(await pieces(), 4)
  const occasion = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }
  const { statement } = register.current() as Published
  await perform(register.db, { ...occasion, duty: 'privacy' }, (act) => act.record({ what: 'test.begun' }))
  await erasePerson(register, occasion, { holdings: holdingsOf(register), statement, personId: person.id } as never)
  assert.equal(await pieces(), 0)
})

function sha(bytes: Buffer) {
  return createHash('sha256').update(bytes).digest('hex')
}
