import { readFile } from 'node:fs/promises'
import { styleText } from 'node:util'
import { isLanguage, type Language, type Said } from '#platform/language'

/** Ends the command with a sentence for the person at the terminal; 2 means that nothing was tried. */
export class Stop extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 2) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The language asked for with --lang, else the terminal's, else Finnish. */
export function languageOf(words: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const index = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = words[index] === '--lang' ? words[index + 1] : words[index]?.slice('--lang='.length)
  const spoken = (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '').slice(0, 2)

  if (isLanguage(asked)) return asked
  return isLanguage(spoken) ? spoken : 'fi'
}

/** The contents of a file, or of standard input for `-`. */
export async function contentsOf(file: string, language: Language): Promise<Uint8Array> {
  if (file === '-') return Buffer.concat(await process.stdin.toArray())

  return readFile(file).catch((fault: NodeJS.ErrnoException) => {
    throw new Stop(`${file}: ${unreadable[language]} (${fault.code})`)
  })
}

export function printJson(value: unknown) {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Text in a colour where a person looks at it, plain in a file or a pipe. */
export function tinted(style: 'red' | 'yellow' | 'cyan' | 'green' | 'bold' | 'dim', text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

const unreadable: Said = {
  fi: 'tiedostoa ei voi lukea',
  sv: 'filen kan inte läsas',
  en: 'the file cannot be read',
}

export const jsonOption: Said = {
  fi: 'tulosta JSON-muodossa',
  sv: 'skriv ut som JSON',
  en: 'print as JSON',
}

export const directoryOption: Said = {
  fi: 'kansio, jossa rekisteri säilytetään',
  sv: 'katalogen där registret förvaras',
  en: 'the directory that keeps the register',
}
