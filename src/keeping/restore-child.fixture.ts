import { restoreIn } from '../restore-in.ts'

// Restores in a process of its own, so that a test may kill it at any moment.
const order = JSON.parse(process.argv[2] ?? '{}')
await restoreIn(order.place, { file: order.file, now: () => new Date(order.now), passing: (step) => console.log(step) })
