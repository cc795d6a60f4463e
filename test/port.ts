import { randomInt } from 'node:crypto'
import { freePort } from '#platform/free-port'

/** A free port that nobody's outgoing connection takes before it is listened at: those begin at 32 768. */
export const aPort = (): Promise<number> => freePort(randomInt(10_000, 32_000))
