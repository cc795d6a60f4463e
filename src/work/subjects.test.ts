import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'

const { as } = await anApp()
const sales = as('saku')
const made = async (url: string, body: object) => {
  const answer = await sales('POST', url, body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}
const { id: company } = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const contract = await made('/contracts', { company, title: 'Huolto', startsOn: '2026-04-01' })
const subject = { kind: 'contract', id: contract.id }
const pdf = Buffer.from('%PDF-1.7 allekirjoitettu')
const file = (of: string, name: string) =>
  sales('POST', `/documents?company=${company}${of}`, {
    payload: pdf,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': name },
  })
const itemsOf = async (url: string) => (await sales('GET', url)).json().items

test('a task, a note and a file of one deal are found on it, and on its company with the name of the deal', async () => {
  await made('/tasks', { company, subject, title: 'Soita sopimuksesta' })
  await made('/tasks', { company, title: 'Vie kahvia' })
  await made('/notes', { company, subject, text: 'Allekirjoittivat tänään.' })
  await made('/notes', { company, text: 'Lomalla heinäkuun.' })
  await file(`&subject=${contract.id}&subjectKind=contract`, 'allekirjoitettu.pdf')
  await file('', 'esite.pdf')

  const subjects = (items: { title?: string; name?: string; subject: { title: string } | null }[]) =>
    items.map((one) => [one.title ?? one.name, one.subject?.title ?? null])
  const one = `company=${company}&subject=${contract.id}`
  assert.deepEqual(subjects(await itemsOf(`/tasks?${one}`)), [['Soita sopimuksesta', 'Huolto']])
  assert.deepEqual(subjects(await itemsOf(`/documents?${one}`)), [['allekirjoitettu', 'Huolto']])
  assert.deepEqual(subjects(await itemsOf(`/tasks?company=${company}`)).sort(), [
    ['Soita sopimuksesta', 'Huolto'],
    ['Vie kahvia', null],
  ])
  assert.deepEqual(subjects(await itemsOf(`/documents?company=${company}`)).sort(), [
    ['allekirjoitettu', 'Huolto'],
    ['esite', null],
  ])
  const timeline = await itemsOf(`/companies/${company}/timeline?subject=${contract.id}`)
  assert.deepEqual(timeline.map(({ part, title }: Record<string, string>) => `${part} ${title}`).sort(), [
    'document allekirjoitettu',
    'note Allekirjoittivat tänään.',
    'task Soita sopimuksesta',
  ])
})

test('of a deal that is gone, lies in the bin or is out of reach, its name is not said', async () => {
  const lost = await made('/opportunities', { company, title: 'Uusi halli' })
  const about = { kind: 'opportunity', id: lost.id }
  await made('/tasks', { company, subject: about, title: 'Käy katsomassa' })
  assert.equal((await itemsOf(`/tasks?subject=${lost.id}`))[0].subject.title, 'Uusi halli')
  assert.equal((await sales('DELETE', `/opportunities/${lost.id}`)).statusCode, 204)
  const [task] = await itemsOf(`/tasks?subject=${lost.id}`)
  assert.deepEqual(task.subject, { ...about, title: null })
})
