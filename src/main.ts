import { parseArgs } from 'node:util'
import { serve, usualDirectory } from './serve.ts'

const { values } = parseArgs({ options: { data: { type: 'string' } } })
const directory = values.data ?? usualDirectory()

/** The demo register, or with --data a real one. */
const register = await serve({ directory, demo: values.data === undefined, said: (line) => console.log(line) }).catch(
  (fault: Error) => {
    console.error(`\n${fault.message}`)
    process.exit(1)
  },
)

let stopping: Promise<void> | null = null
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The first signal lets what is under way finish; the second does not wait.
    if (stopping) process.exit(1)
    stopping = register.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}
