import type { Command } from 'commander'
import { readConfig } from '#platform/config'
import type { Language } from '#platform/language'
import { directoryOption, jsonOption, printJson, tinted } from './terminal.ts'

const about = {
  fi: 'Ota rekisteristä salattu varmuuskopio. Palvelin voi olla käynnissä.',
  sv: 'Ta en krypterad säkerhetskopia av registret. Servern kan vara i gång.',
  en: 'Take a sealed backup of the register. Its server may be running.',
}
const folder = {
  fi: 'kansio, johon kopio kirjoitetaan',
  sv: 'katalogen som kopian skrivs till',
  en: 'the directory to write the backup to',
}
const done = { fi: 'Varmuuskopio on valmis', sv: 'Säkerhetskopian är klar', en: 'The backup is whole' }
const keepKeys = {
  fi: 'Avaimet eivät ole kopiossa: säilytä backup.key, suppression.key, ledger.key ja secret muualla.',
  sv: 'Nycklarna finns inte i kopian: förvara backup.key, suppression.key, ledger.key och secret på annat ställe.',
  en: 'The keys are not in the backup: keep backup.key, suppression.key, ledger.key and secret elsewhere.',
}

/** `seloste backup`: 0 when the backup is whole and on the disk. */
export function backupCommand(program: Command, language: Language) {
  program
    .command('backup')
    .description(about[language])
    .requiredOption('--data <dir>', directoryOption[language])
    .option('--to <dir>', folder[language])
    .option('--json', jsonOption[language])
    .action(async ({ data, to, json }: { data: string; to?: string; json?: boolean }) => {
      const { withRegister } = await import('./register.ts')
      const { backUp } = await import('../restore-in.ts')
      const { rolePrefix, secret } = await readConfig(process.env, { directory: data, demo: false })
      const began = performance.now()
      const backup = await withRegister(data, (register) =>
        backUp(
          register,
          { url: register.db.url, prefix: rolePrefix, secret, directory: data },
          { folder: to, reason: 'by-hand', by: 'command-line' },
        ),
      )
      const { file, id, takenAt, bytes, content, sha256 } = backup
      const seconds = (performance.now() - began) / 1000
      if (json) printJson({ id, file, takenAt, bytes, content, sha256, seconds: Math.round(seconds * 10) / 10 })
      else {
        console.log(`${tinted('green', done[language])}: ${file}`)
        console.log(`  ${megabytes(bytes)} (${megabytes(content)}), ${seconds.toFixed(1)} s`)
        console.log(`  ${keepKeys[language]}`)
      }
    })
}

function megabytes(bytes: number) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
