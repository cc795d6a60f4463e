import { totalmem } from 'node:os'

/** The whole of postgresql.conf; what an operator adds in `local.conf` beside it wins. */
export function settings(port: number, durable: boolean): string {
  const all = { ...always, ...(durable ? kept : thrownAway), port, shared_buffers: `${sharedMegabytes(durable)}MB` }
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'`)

  return [...lines, `include_if_exists = 'local.conf'`, ''].join('\n')
}

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  datestyle: 'iso, ymd',
  // A log is a place where something about a person is kept: statements and keys that failed stay out of it.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  // Art. 17 GDPR: a file of the log that is used again keeps what was erased until its bytes are overwritten.
  wal_recycle: 'off',
  // Two cores and short transactions: parallel plans and compiled expressions cost more than they give.
  max_parallel_workers_per_gather: '1',
  jit: 'off',
  work_mem: '8MB',
  random_page_cost: '1.1',
  effective_cache_size: `${Math.floor(totalmem() / 2 / 2 ** 20)}MB`,
  max_connections: '200',
}

const kept = { maintenance_work_mem: '128MB', max_wal_size: '2GB', wal_compression: 'on', checkpoint_timeout: '15min' }

const thrownAway = {
  // Three processes of tests at once, each with a few registers, each of which logs in under every role.
  max_connections: '500',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '1h',
  autovacuum_naptime: '10min',
}

function sharedMegabytes(durable: boolean) {
  const share = Math.floor(totalmem() / 8 / 2 ** 20)
  return Math.max(64, Math.min(share, durable ? 512 : 256))
}
