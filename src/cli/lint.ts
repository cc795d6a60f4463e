import type { Command } from 'commander'
import type { Language } from '#platform/language'
import { type Finding, findingsOf } from '#statement'
import { findingsInWords, problemsInWords } from './findings.ts'
import { contentsOf, jsonOption, printJson } from './terminal.ts'

const about = {
  fi: 'Kerro, mitä selosteesta puuttuu tai mikä siinä on ristiriidassa lain tai itsensä kanssa.',
  sv: 'Berätta vad som saknas i beskrivningen eller strider mot lagen eller mot den själv.',
  en: 'Tell what the statement leaves out, or says against the law or itself.',
}
const file = {
  fi: 'selosteen tiedosto (YAML tai JSON), - lukee syötteestä',
  sv: 'beskrivningens fil (YAML eller JSON), - läser indata',
  en: 'the statement file (YAML or JSON), - reads the input',
}

/** `seloste lint FILE`: 0 without errors, 1 with errors, 2 when the file cannot be read. */
export function lintCommand(program: Command, language: Language) {
  program
    .command('lint')
    .description(about[language])
    .argument('<file>', file[language])
    .option('--json', jsonOption[language])
    .action(async (path: string, { json }: { json?: boolean }) => {
      const source = new TextDecoder('utf-8', { fatal: false }).decode(await contentsOf(path, language))
      const found = findingsOf(source)
      const { problems, errors, warnings, notes } = found

      if (problems.length > 0) {
        if (json)
          printJson({
            errors: problems.map(({ said, ...where }) => ({ ...where, level: 'error', reason: said })),
            warnings,
            notes,
          })
        else process.stdout.write(problemsInWords(path, problems, language))
        process.exitCode = 2
        return
      }

      if (json) printJson({ errors: errors.map(bare), warnings: warnings.map(bare), notes: notes.map(bare) })
      else process.stdout.write(findingsInWords(path, found, language))
      process.exitCode = errors.length > 0 ? 1 : 0
    })
}

function bare({ mendable, leavable, ...finding }: Finding & { mendable: boolean; leavable: boolean }) {
  return finding
}
