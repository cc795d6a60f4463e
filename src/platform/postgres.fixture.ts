import { startPostgres } from './postgres.ts'

// A program for postgres.test.ts to kill.
await startPostgres({ directory: process.argv[2] ?? '', durable: true })
process.send?.('started')
