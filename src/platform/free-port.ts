import { type AddressInfo, createServer } from 'node:net'

/** The wanted port on loopback if it is free, else another. */
export function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (fault) => (wanted ? resolve(freePort(0)) : reject(fault)))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo // a TCP server has a port
      probe.close(() => resolve(port))
    })
  })
}
