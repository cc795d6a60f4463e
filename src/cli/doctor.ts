import type { Command } from 'commander'
import { readConfig } from '#platform/config'
import type { Language } from '#platform/language'
import { directoryOption, jsonOption, printJson, Stop, tinted } from './terminal.ts'

const about = {
  fi: 'Tarkista, että rekisteri tekee sen, minkä sen seloste lupaa: elävä tarkistus jokaisesta kohdasta.',
  sv: 'Granska att registret gör vad dess beskrivning lovar: en levande kontroll av varje punkt.',
  en: 'Check that the register does what its statement promises: a live check of every clause.',
}
const unpublished = {
  fi: 'selostetta ei ole vielä julkaistu',
  sv: 'ingen beskrivning har publicerats ännu',
  en: 'no statement is published yet',
}
const sums = {
  fi: (ok: number, failing: number, prose: number) => `${ok} kunnossa, ${failing} poikkeaa, ${prose} vain tekstiä`,
  sv: (ok: number, failing: number, prose: number) => `${ok} i sin ordning, ${failing} avviker, ${prose} endast text`,
  en: (ok: number, failing: number, prose: number) => `${ok} in order, ${failing} deviate, ${prose} prose only`,
}

/** `seloste doctor`: 0 when every clause holds, 1 when one does not. */
export function doctorCommand(program: Command, language: Language) {
  program
    .command('doctor')
    .description(about[language])
    .requiredOption('--data <dir>', directoryOption[language])
    .option('--json', jsonOption[language])
    .action(async ({ data, json }: { data: string; json?: boolean }) => {
      const proofs = await examined(data, language)
      if (json) {
        printJson({
          checks: proofs.map(({ id, clause, ok, detail }) => ({ id, clause, ok, detail: detail[language] })),
        })
      } else {
        for (const { id, kind, ok, control, detail } of proofs) {
          const mark = kind === 'prose' ? tinted('dim', '–') : ok ? tinted('green', '✓') : tinted('red', '✗')
          console.log(`${mark} ${id.padEnd(34)} ${control[language]}${ok ? '' : `: ${detail[language]}`}`)
        }
        const live = proofs.filter(({ kind }) => kind === 'live')
        const failing = live.filter(({ ok }) => !ok).length
        console.log(tinted('bold', sums[language](live.length - failing, failing, proofs.length - live.length)))
      }
      process.exitCode = proofs.every(({ ok }) => ok) ? 0 : 1
    })
}

// Whoever holds the register's directory is its operator: the checks ask with the owner's rights, and only count.
async function examined(data: string, language: Language) {
  const { withRegister } = await import('./register.ts')
  const { buildApp } = await import('../app.ts')
  const { gatherEvidence, visitorOf } = await import('#oversight')
  const { outsideOf } = await import('../outside.ts')
  const config = await readConfig(process.env, { directory: data, demo: false })
  return withRegister(data, async (register) => {
    if (!register.current()) throw new Stop(unpublished[language], 1)
    const app = await buildApp(register, { ...config, logger: false })
    const outside = await outsideOf(register, config)
    return gatherEvidence(register, { visit: visitorOf(app), outside }).finally(() => app.close())
  })
}
