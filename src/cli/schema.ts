import type { Command } from 'commander'
import type { Language } from '#platform/language'
import { statementSchema } from '#statement'
import { jsonOption, printJson } from './terminal.ts'

const about = {
  fi: 'Tulosta selosteen tiedostomuodon JSON Schema, jota muokkausohjelmat osaavat käyttää.',
  sv: 'Skriv ut filformatets JSON Schema, som textredigerare kan använda.',
  en: "Print the JSON Schema of the statement file's format, which editors can use.",
}

export function schemaCommand(program: Command, language: Language) {
  program
    .command('schema')
    .description(about[language])
    .option('--json', jsonOption[language])
    .action(() => printJson(statementSchema))
}
