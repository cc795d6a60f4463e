import { createServer, type Socket } from 'node:net'

// A mail server that takes everything and keeps nothing: the sender is measured, not the receiver.
let taken = 0
const server = createServer((socket: Socket) => {
  let inMessage = false
  let rest = ''
  socket.setEncoding('latin1')
  socket.on('error', () => undefined)
  socket.write('220 sink\r\n')
  socket.on('data', (chunk: string) => {
    rest += chunk
    for (;;) {
      const end = rest.indexOf(inMessage ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const said = rest.slice(0, end)
      rest = rest.slice(end + (inMessage ? 5 : 2))
      if (inMessage) {
        inMessage = false
        taken += 1
        socket.write('250 2.0.0 taken\r\n')
      } else if (/^DATA/i.test(said)) {
        inMessage = true
        socket.write('354 go on\r\n')
      } else if (/^EHLO/i.test(said)) socket.write('250-sink\r\n250 PIPELINING\r\n')
      else if (/^QUIT/i.test(said)) socket.end('221 bye\r\n')
      else socket.write('250 2.0.0 well\r\n')
    }
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port))
process.on('message', () => process.send?.(taken))
