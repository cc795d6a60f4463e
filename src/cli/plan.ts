import type { Command } from 'commander'
import type { Language } from '#platform/language'
import { type Plan, planOf, planOfNew, readStatement } from '#statement'
import { problemsInWords } from './findings.ts'
import { contentsOf, directoryOption, jsonOption, printJson, tinted } from './terminal.ts'

const about = {
  fi: 'Näytä, mitä selosteen julkaiseminen muuttaisi: taulut, oikeudet ja vaikutus lukuina. Mitään ei muuteta.',
  sv: 'Visa vad som skulle ändras om beskrivningen publicerades: tabeller, rättigheter och följder i siffror. Inget ändras.',
  en: 'Show what publishing the statement would change: tables, grants and the effect in numbers. Nothing is changed.',
}
const file = { fi: 'selosteen tiedosto', sv: 'beskrivningens fil', en: 'the statement file' }
const titles = {
  effects: { fi: 'Vaikutus', sv: 'Följder', en: 'Effect' },
  missing: { fi: 'Julkaiseminen estyy, kunnes', sv: 'Kan inte publiceras förrän', en: 'Cannot be published until' },
  approvals: { fi: 'Hyväksyjiä tarvitaan', sv: 'Godkännare som behövs', en: 'Approvals needed' },
}

/** `seloste plan FILE`: 0 when it can be published, 1 when something is missing, 2 when the file cannot be read. */
export function planCommand(program: Command, language: Language) {
  program
    .command('plan')
    .description(about[language])
    .argument('<file>', file[language])
    .option('--data <dir>', directoryOption[language])
    .option('--json', jsonOption[language])
    .action(async (path: string, { data, json }: { data?: string; json?: boolean }) => {
      const { statement, problems } = readStatement(await contentsOf(path, language))
      if (!statement) {
        if (json) printJson({ problems })
        else process.stdout.write(problemsInWords(path, problems, language))
        process.exitCode = 2
        return
      }

      // Loaded only where it is needed: the whole register takes a second to load.
      const { withRegister } = await import('./register.ts')
      const { ground } = await import('../ground.ts')
      const plan = data
        ? await withRegister(data, ({ db }) => planOf(db.owner(), ground, statement, db.loginOf))
        : planOfNew(ground, statement, (role) => `seloste_${role}`)
      if (json) printJson(plan)
      else process.stdout.write(inWords(plan, language))
      process.exitCode = plan.missing.length > 0 ? 1 : 0
    })
}

function inWords({ sql, effects, missing, approvals }: Plan, language: Language): string {
  const titled = (title: keyof typeof titles, lines: string[]) =>
    lines.length ? `${tinted('bold', titles[title][language])}:\n${lines.map((line) => `  ${line}\n`).join('')}\n` : ''
  const mends = missing.map(({ clause, mend }) => `${clause} ${mend[language]}`)

  return [
    `${sql.join(';\n')};\n\n`,
    titled(
      'effects',
      effects.map(({ said }) => said[language]),
    ),
    titled('missing', mends),
    `${titles.approvals[language]}: ${approvals}\n`,
  ].join('')
}
