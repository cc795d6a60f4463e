import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

export interface Measured {
  /** Requests a second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  failed: number
}

export interface Load {
  url: string
  headers: Record<string, string>
  /** The path of the n-th request. */
  path(n: number): string
  /** Posted as JSON, by the n-th request; without one, the path is read. */
  body?: object | ((n: number) => object)
  atOnce: number
  /** Each of them asks so many milliseconds after it last asked, or as soon as it is answered where that is later; by default at once. */
  pace?: number
  seconds: number
}

/** Asks one server as fast as it answers, so many requests at once, for so long. */
export async function measure({ url, headers, path, body, atOnce, pace = 0, seconds }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const same = typeof body === 'object' ? JSON.stringify(body) : undefined
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  let n = 0
  let failed = 0

  const asker = async (_: unknown, nth: number) => {
    await setTimeout((pace * nth) / atOnce)
    while (performance.now() < until) {
      const began = performance.now()
      n += 1
      const said = typeof body === 'function' ? JSON.stringify(body(n)) : same
      const status = await ask(agent, `${url}${path(n)}`, { headers, body: said })
      if (status === 200) times.push(performance.now() - began)
      else failed += 1
      const rest = pace - (performance.now() - began)
      if (rest > 0) await setTimeout(rest)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, asker))
  const took = (performance.now() - began) / 1000
  agent.destroy()

  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { rate: times.length / took, p50: at(0.5), p99: at(0.99), failed }
}

interface Asked {
  headers: Record<string, string>
  body: string | undefined
}

function ask(agent: Agent, url: string, { headers, body }: Asked): Promise<number> {
  const posted = body ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } } : { headers }
  return new Promise((answered, failed) => {
    const asked = request(url, { agent, ...posted }, (response) => {
      response.resume()
      response.on('end', () => answered(response.statusCode ?? 0))
    })
    asked.on('error', failed)
    asked.end(body)
  })
}
