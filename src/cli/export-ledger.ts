import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { exportLedger, keyInFile } from '#ledger'
import type { Language } from '#platform/language'
import { directoryOption, jsonOption, printJson } from './terminal.ts'

const about = {
  fi: 'Kirjoita tapahtumakirja tiedostoksi, jonka kuka tahansa voi tarkistaa ilman tietokantaa. Siinä ei ole henkilötietoja.',
  sv: 'Skriv händelseboken till en fil som vem som helst kan granska utan databas. Den innehåller inga personuppgifter.',
  en: 'Write the ledger to a file that anybody can verify without a database. It holds no personal data.',
}
const file = { fi: 'tiedosto, johon kirjoitetaan', sv: 'filen att skriva till', en: 'the file to write' }

/** `seloste export-ledger FILE`: 0 when the file is whole. */
export function exportLedgerCommand(program: Command, language: Language) {
  program
    .command('export-ledger')
    .description(about[language])
    .argument('<file>', file[language])
    .requiredOption('--data <dir>', directoryOption[language])
    .option('--json', jsonOption[language])
    .action(async (path: string, { data, json }: { data: string; json?: boolean }) => {
      const { withRegister } = await import('./register.ts')
      const key = await keyInFile(join(data, 'ledger.key'), 'localhost')
      await withRegister(data, ({ db }) =>
        pipeline(Readable.from(exportLedger(db, [key])), createWriteStream(path, { mode: 0o600 })),
      )
      if (json) printJson({ file: path })
      else console.log(path)
    })
}
