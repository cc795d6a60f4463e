import { freePort } from '#platform/free-port'
import { startStandIns } from './stand-ins.ts'
import { startHouse } from './start-house.ts'

/** The fictional company's website and the stand-ins of the services it holds, each on a port of its own. */
export async function startDemoWebsite(register: string) {
  const services = await startStandIns()
  // Another host than the website's, so that to a browser the services are others.
  const at = (port = services.port) => `http://127.0.0.1:${port}`
  const port = await freePort(Number(new URL(register).port) + 1)
  const house = await startHouse({ register: () => register, standIn: (id) => at(services.ports.get(id)), port })
  return {
    url: house.url,
    servicesUrl: at(),
    stop: async () => {
      await house.stop()
      await services.stop()
    },
  }
}
