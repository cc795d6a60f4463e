import type { Command } from 'commander'
import { exportedLedger, verify } from '#ledger'
import type { Language } from '#platform/language'
import { jsonOption, printJson, tinted } from './terminal.ts'

const about = {
  fi: 'Tarkista tapahtumakirjan vienti ilman tietokantaa: laske kaikki tiivisteet, juuret ja allekirjoitukset uudelleen.',
  sv: 'Granska en export av händelseboken utan databas: räkna om varje hash, rot och signatur.',
  en: 'Verify an export of the ledger without a database: recompute every hash, root and signature.',
}
const file = { fi: 'tapahtumakirjan vienti', sv: 'exporten av händelseboken', en: 'the export of the ledger' }
const checkpoints = {
  fi: 'tietokannan ulkopuolella säilytetyt sinetit',
  sv: 'sigill som förvaras utanför databasen',
  en: 'the seals kept outside the database',
}
const verdicts = {
  true: { fi: 'Tapahtumakirja on eheä', sv: 'Händelseboken är oförvanskad', en: 'The ledger is whole' },
  false: { fi: 'Tapahtumakirjaa on muutettu', sv: 'Händelseboken har ändrats', en: 'The ledger was altered' },
}

/** `seloste verify FILE`: 0 when the ledger is whole, 1 when it was altered. */
export function verifyCommand(program: Command, language: Language) {
  program
    .command('verify')
    .description(about[language])
    .argument('<file>', file[language])
    .option('--checkpoints <file>', checkpoints[language])
    .option('--json', jsonOption[language])
    .action(async (path: string, { checkpoints, json }: { checkpoints?: string; json?: boolean }) => {
      const found = await verify(await exportedLedger(path, { checkpointFile: checkpoints }))
      const { ok, size, checkpoints: seals, faults } = found

      if (json) printJson(found)
      else {
        console.log(tinted(ok ? 'green' : 'red', `${verdicts[`${ok}`][language]}: ${size} / ${seals}`))
        for (const { at, said } of faults) console.log(`  ${at}: ${said[language]}`)
      }
      process.exitCode = ok ? 0 : 1
    })
}
