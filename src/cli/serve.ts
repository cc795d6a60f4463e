import type { Command } from 'commander'
import type { Language } from '#platform/language'
import { directoryOption, jsonOption, printJson } from './terminal.ts'

const about = {
  fi: 'Käynnistä rekisteri. Ensimmäinen käynnistys tulostaa linkin, jolla ylläpitäjä ottaa sen käyttöön.',
  sv: 'Starta registret. Första gången visas en länk med vilken administratören tar det i bruk.',
  en: 'Start the register. The first start prints a link with which the administrator sets it up.',
}

export function serveCommand(program: Command, language: Language) {
  program
    .command('serve')
    .description(about[language])
    .requiredOption('--data <dir>', directoryOption[language])
    .option('--json', jsonOption[language])
    .action(async ({ data, json }: { data: string; json?: boolean }) => {
      const { serve } = await import('../serve.ts')
      const said = (line: string) => (json ? console.error(line) : console.log(line))
      const { url, stop } = await serve({ directory: data, demo: false, said })
      if (json) printJson({ url })

      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
          stop().then(
            () => process.exit(0),
            () => process.exit(1),
          )
        })
      }
    })
}
