import assert from 'node:assert/strict'
import { anApp } from '#test/app'
import { tendRequests } from './index.ts'

interface Sent {
  to: string
  subject: string
  text: string
}
/** The privacy desk over the whole application, with its outgoing mail in a list. */
export async function aRightsDesk() {
  const outbox: Sent[] = []
  const mail = { send: async (letter: Sent) => void outbox.push(letter), close: () => undefined }
  const { as, ask, register } = await anApp({}, { ports: { mail } })
  const ingrid = as('ingrid')
  const tend = () => tendRequests(register as never, mail, 'http://register.valo.example')
  const last = () => outbox.at(-1) as Sent

  async function aPerson(name: string, address: string, kind = 'private-customer') {
    const made = await ingrid('POST', '/people', {
      kind,
      values: { 'person.name': name, 'person.email': [address] },
      source: 'contact',
    })
    assert.equal(made.statusCode, 201, made.body)
    return made.json().id as string
  }
  const enter = async (wish: object) => {
    const made = await ingrid('POST', '/requests', {
      kind: 'access',
      via: 'mail',
      receivedAt: '2026-03-02T10:00:00+02:00',
      text: 'Mitä tietoja?',
      language: 'fi',
      ...wish,
    })
    assert.equal(made.statusCode, 201, made.body)
    return made.json()
  }
  const step = async (id: string, noun: string, body: object = {}, status = 201) => {
    const done = await ingrid('POST', `/requests/${id}/${noun}`, { payload: body })
    assert.equal(done.statusCode, status, done.body)
    return done.json()
  }
  const answerBy = async (id: string, kind: string) => {
    const draft = (await ingrid('GET', `/requests/${id}/draft?kind=${kind}`)).json()
    return step(id, 'letters', { kind, subject: draft.subject, body: draft.body })
  }
  const one = async (id: string) => (await ingrid('GET', `/requests/${id}`)).json()
  return { as, ask, register, ingrid, outbox, tend, last, aPerson, enter, step, answerBy, one }
}
