import type { Command } from 'commander'
import type { Language } from '#platform/language'
import { sayRefusal } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import { readStatement } from '#statement'
import { problemsInWords } from './findings.ts'
import { contentsOf, directoryOption, jsonOption, printJson, tinted } from './terminal.ts'

const about = {
  fi: 'Julkaise seloste: versio, sarakkeet, oikeudet ja kirjaus yhdellä kertaa, tai ei mitään.',
  sv: 'Publicera beskrivningen: version, kolumner, rättigheter och notering på en gång, eller ingenting.',
  en: 'Publish the statement: version, columns, grants and record in one go, or nothing.',
}
const file = { fi: 'selosteen tiedosto', sv: 'beskrivningens fil', en: 'the statement file' }
const done = { fi: 'Julkaistu versio', sv: 'Publicerad version', en: 'Published version' }

/** `seloste publish FILE`: 0 when it is published, 1 when it is refused, 2 when the file cannot be read. */
export function publishCommand(program: Command, language: Language) {
  program
    .command('publish')
    .description(about[language])
    .argument('<file>', file[language])
    .requiredOption('--data <dir>', directoryOption[language])
    .option('--json', jsonOption[language])
    .action(async (path: string, { data, json }: { data: string; json?: boolean }) => {
      const source = await contentsOf(path, language)
      const { statement, problems } = readStatement(source)
      if (!statement) {
        if (json) printJson({ problems })
        else process.stdout.write(problemsInWords(path, problems, language))
        process.exitCode = 2
        return
      }
      const answer = await published(data, Buffer.from(source).toString('utf8'))
      if (json) printJson(answer instanceof Refusal ? { code: answer.code, ...answer.detail } : answer)
      else if (answer instanceof Refusal) await sayNo(answer, language)
      else console.log(tinted('green', `${done[language]} ${answer.version}  ${answer.hash}`))
      process.exitCode = answer instanceof Refusal ? 1 : 0
    })
}

// S0.2: whoever holds the register's directory is one person; a material version still needs a second, at the desk.
async function published(data: string, source: string) {
  const { publish } = await import('#statement')
  const { withRegister } = await import('./register.ts')
  return withRegister(data, async (register) => {
    const under = String(register.current()?.version ?? 0)
    const occasion = { by: 'command-line', duty: 'admin', purpose: 'statement', at: register.now(), under }
    return publish(register, occasion, source).then(
      ({ version, hash, changeClass }) => ({ version, hash, changeClass }),
      (fault: unknown) => {
        if (fault instanceof Refusal) return fault
        throw fault
      },
    )
  })
}

async function sayNo(refusal: Refusal, language: Language) {
  const { refusalsOfApp } = await import('../app.ts')
  console.error(tinted('red', `${refusal.code}: ${sayRefusal(refusal, refusalsOfApp, language)}`))
  for (const finding of (refusal.detail.findings as readonly string[] | undefined) ?? []) console.error(`  ${finding}`)
}
