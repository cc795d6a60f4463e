import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type LedgerTables, look, type Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { may, type Running } from '#statement'
import { invoicingOf } from '../invoices/invoicing.ts'
import type { DealingsReach } from '../reach.ts'
import { type BookkeepingFile, takeBookkeeping } from './take-bookkeeping.ts'

type BooksRunning = Running<DealingsReach & LedgerTables>

const keptDays = 14

/**
 * Takes what bookkeeping left in `<data>/bookkeeping/<group company>/`, for each group company that does not invoice itself. A file is gone
 * when its rows are in the register; beside one with failed rows stands `<name>.failed.csv` with line, code and field, both for 14 days.
 */
export async function takeFolder<T extends DealingsReach & LedgerTables>(
  register: Running<T>,
  directory: string,
  released?: BookkeepingFile['released'],
) {
  const running = register as unknown as BooksRunning // its tables are among T's
  const occasion = occasionOf(running)
  if (!occasion) return
  const companies = running.policy().groupCompanies.map(({ id }) => id)
  for (const groupCompany of companies.length > 0 ? companies : ['controller']) {
    const { issues } = await look(running.db, occasion, (view) => {
      view.saw([], [])
      return invoicingOf(view as never, groupCompany)
    })
    if (issues) continue
    const folder = join(directory, 'bookkeeping', groupCompany)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const name of (await readdir(folder)).sort()) {
      if (/^failed-/.test(name) || /\.failed\.csv$/.test(name)) await dropOld(join(folder, name), running.now())
      else if (/\.(csv|txt|json)$/i.test(name))
        await takeOne(running, occasion, { folder, name, groupCompany, released })
    }
  }
}

async function takeOne(
  running: BooksRunning,
  occasion: Occasion,
  {
    folder,
    name,
    groupCompany,
    released,
  }: { folder: string; name: string; groupCompany: string; released?: BookkeepingFile['released'] },
) {
  const path = join(folder, name)
  if (!(await isWhole(path))) return
  const bytes = await readFile(path)
  const reasons = await takeBookkeeping(running, occasion, { groupCompany, origin: 'folder', bytes, released })
    .then(({ failed }) => failed)
    .catch((fault: unknown) => {
      if (!(fault instanceof Refusal)) throw fault
      return [{ line: 1, code: fault.code, field: null }]
    })
  if (reasons.length === 0) return rm(path)
  const lines = reasons.map(({ line, code, field }) => `${line};${code};${field ?? ''}`)
  await writeFile(`${path}.failed.csv`, `line;code;field\n${lines.join('\n')}\n`, { mode: 0o600 })
  await rename(path, join(folder, `failed-${name}`))
}

// A file that is still being written is left for the next time.
async function isWhole(path: string): Promise<boolean> {
  const before = await stat(path)
  await pause(500)
  const after = await stat(path)
  return before.size === after.size && before.mtimeMs === after.mtimeMs
}

async function dropOld(path: string, now: Date) {
  const { mtimeMs } = await stat(path)
  if (now.getTime() - mtimeMs > keptDays * 86_400_000) await rm(path)
}

/** The register itself, under the first duty that the statement lets write invoices; null where it lets none. */
function occasionOf(running: BooksRunning): Occasion | null {
  const published = running.current()
  if (!published) return null
  const { policy, version } = published
  for (const { id, purposes } of policy.duties.values())
    for (const purpose of purposes)
      if (may(policy, id, purpose, 'com.invoicing', 'write').allowed && policy.duties.get(id)?.reach === 'all')
        return { by: 'bookkeeping', duty: id, purpose, at: running.now(), under: String(version) }
  return null
}
