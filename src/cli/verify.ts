import { join } from 'node:path'
import type { Command } from 'commander'
import { exportedLedger, keyInFile, liveLedger, verify } from '#ledger'
import type { Language } from '#platform/language'
import { directoryOption, jsonOption, printJson, Stop, tinted } from './terminal.ts'

const about = {
  fi: 'Tarkista tapahtumakirja tai sen vienti: laske kaikki tiivisteet, juuret ja allekirjoitukset uudelleen.',
  sv: 'Granska händelseboken eller en export av den: räkna om varje hash, rot och signatur.',
  en: 'Verify the ledger or an export of it: recompute every hash, root and signature.',
}
const file = { fi: 'tapahtumakirjan vienti', sv: 'exporten av händelseboken', en: 'the export of the ledger' }
const checkpoints = {
  fi: 'tietokannan ulkopuolella säilytetyt sinetit',
  sv: 'sigill som förvaras utanför databasen',
  en: 'the seals kept outside the database',
}
const which = {
  fi: 'Anna vienti tai rekisterin hakemisto (--data).',
  sv: 'Ange en export eller registrets katalog (--data).',
  en: 'Give an export, or the register’s directory (--data).',
}
const restoring = {
  fi: 'palautettu varmuuskopiosta: jatkuu sinetistä {kept}, menetetty sinettiin {lost} asti',
  sv: 'återställd från en säkerhetskopia: fortsätter från sigill {kept}, förlorad till och med sigill {lost}',
  en: 'restored from a backup: goes on from seal {kept}, lost up to seal {lost}',
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
    .argument('[file]', file[language])
    .option('--data <dir>', directoryOption[language])
    .option('--checkpoints <file>', checkpoints[language])
    .option('--json', jsonOption[language])
    .action(
      async (
        path: string | undefined,
        { data, checkpoints, json }: { data?: string; checkpoints?: string; json?: boolean },
      ) => {
        if (!path && !data) throw new Stop(which[language], 2)
        const found = path
          ? await verify(await exportedLedger(path, { checkpointFile: checkpoints }))
          : await verifiedLive(data as string)
        const { ok, size, checkpoints: seals, faults, restored } = found

        if (json) printJson(found)
        else {
          console.log(tinted(ok ? 'green' : 'red', `${verdicts[`${ok}`][language]}: ${size} / ${seals}`))
          for (const { backup, kept, lost } of restored)
            console.log(`  ${backup}: ${restoring[language].replace('{kept}', `${kept}`).replace('{lost}', `${lost}`)}`)
          for (const { at, said } of faults) console.log(`  ${at}: ${said[language]}`)
        }
        process.exitCode = ok ? 0 : 1
      },
    )
}

async function verifiedLive(data: string) {
  const { withRegister } = await import('./register.ts')
  const checkpointFile = join(data, 'checkpoints.txt')
  const key = await keyInFile(join(data, 'ledger.key'), 'localhost')
  return withRegister(data, async ({ db }) => verify(await liveLedger(db, { keys: [key], checkpointFile })))
}
