import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { after, test } from 'node:test'
import { inspect } from 'node:util'
import { mailOut } from './mail.ts'

const server = createServer((line) => {
  line.write('220 relay.example\r\n')
  line.on('data', (said) => {
    const text = String(said)
    const refused = `550 5.1.1 ${/<(.*?)>/.exec(text)?.[1]} is no mailbox of Aino Virta\r\n`
    line.write(text.startsWith('RCPT') ? refused : '250 relay.example\r\n')
  })
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const out = mailOut(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, 'register.example')
after(() => {
  out.close()
  server.close()
})

test('what a mail server answers about a person comes no further than its codes: a fault is kept in the queue and the log', async () => {
  const letter = { from: 'a@valo.example', to: 'aino.virta@koti.example', subject: 'Ilmoitus', text: 'Hei', id: '1' }
  const fault = await out.send(letter).then(
    () => null,
    (one: Error) => one,
  )
  assert.equal(fault?.message, 'mail not sent: 550 5.1.1')
  assert.equal(/aino/i.test(inspect(fault, { depth: 9, showHidden: true })), false)
})
