import type { Command } from 'commander'
import { readConfig } from '#platform/config'
import type { Language } from '#platform/language'
import { sayRefusal } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import { directoryOption, jsonOption, printJson, tinted } from './terminal.ts'

const about = {
  fi: 'Palauta varmuuskopio rekisterin paikalle ja tee uudelleen sen jälkeiset poistot ja kiellot. Pysäytä palvelin ensin.',
  sv: 'Återställ en säkerhetskopia i registrets ställe och gör om senare raderingar och förbud. Stoppa servern först.',
  en: 'Put a backup in the place of the register and do again the erasures and objections after it. Stop the server first.',
}
const words = {
  file: { fi: 'varmuuskopio', sv: 'säkerhetskopian', en: 'the backup' },
  into: {
    fi: 'tietokanta, jonka paikan kopio ottaa (oletus: DATABASE_URL tai kansion oma)',
    sv: 'databasen vars plats kopian tar (förval: DATABASE_URL eller katalogens egen)',
    en: 'the database whose place the backup takes (default: DATABASE_URL, or the directory’s own)',
  },
  log: {
    fi: 'poistojen ja kieltojen loki, jos se ei ole kansiossa',
    sv: 'loggen över raderingar och förbud, om den inte ligger i katalogen',
    en: 'the log of erasures and objections, where it is not in the directory',
  },
  none: {
    fi: 'vahvista, ettei lokia ole: kopion jälkeen ei ole poistettu eikä kielletty mitään',
    sv: 'bekräfta att ingen logg finns: inget har raderats eller förbjudits efter kopian',
    en: 'confirm that there is no log: nothing was erased or objected to after the backup',
  },
  drill: {
    fi: 'harjoittele: palauta viereen, tarkista ja hävitä',
    sv: 'öva: återställ bredvid, granska och kasta bort',
    en: 'drill: restore beside the register, verify and throw away',
  },
  done: { fi: 'Palautettu varmuuskopio', sv: 'Återställd säkerhetskopia', en: 'Restored the backup' },
  drilled: { fi: 'Harjoitus onnistui', sv: 'Övningen lyckades', en: 'The drill succeeded' },
  again: { fi: 'tehty uudelleen', sv: 'gjort om', en: 'done again' },
  aside: {
    fi: 'entinen tietokanta hävitetään varmuuskopioiden säilytysajan päätyttyä',
    sv: 'den tidigare databasen förstörs när säkerhetskopiornas lagringstid går ut',
    en: 'the former database is destroyed when the period of the backups is over',
  },
}

interface Options {
  data: string
  into?: string
  replayLog?: string | false
  withoutReplayLog?: boolean
  drill?: boolean
  json?: boolean
}

/** `seloste restore FILE`: 0 when the register is restored, 1 when it is refused and nothing has changed. */
export function restoreCommand(program: Command, language: Language) {
  program
    .command('restore')
    .description(about[language])
    .argument('<file>', words.file[language])
    .requiredOption('--data <dir>', directoryOption[language])
    .option('--into <url>', words.into[language])
    .option('--replay-log <file>', words.log[language])
    .option('--without-replay-log', words.none[language])
    .option('--drill', words.drill[language])
    .option('--json', jsonOption[language])
    .action(async (file: string, options: Options) => {
      const answer = await (options.drill ? drilled(file, options) : restored(file, options)).catch(
        (fault: unknown) => {
          if (fault instanceof Refusal) return fault
          throw fault
        },
      )
      if (options.json) printJson(answer instanceof Refusal ? { code: answer.code, ...answer.detail } : answer)
      else if (answer instanceof Refusal) await sayNo(answer, language)
      else if ('rows' in answer)
        console.log(
          `${tinted('green', words.drilled[language])}: ${answer.backup}, ${answer.rows} / ${answer.seconds} s`,
        )
      else {
        const { done, nobody } = answer.replayed
        console.log(`${tinted('green', words.done[language])} ${answer.backup.id} (${answer.backup.takenAt})`)
        console.log(`  ${words.again[language]}: ${done} (+ ${nobody})`)
        console.log(`  ${answer.aside}: ${words.aside[language]}`)
      }
      process.exitCode = answer instanceof Refusal ? 1 : 0
    })
}

async function restored(file: string, { data, into, replayLog, withoutReplayLog }: Options) {
  const { startPostgres } = await import('#platform/postgres')
  const { restoreIn } = await import('../restore-in.ts')
  const { rolePrefix, secret } = await readConfig(process.env, { directory: data, demo: false })
  const postgres = into ? { url: into, stop: async () => {} } : await startPostgres({ directory: data, durable: true })
  try {
    const place = { url: postgres.url, prefix: rolePrefix, secret, directory: data }
    return await restoreIn(place, { file, replayLog: withoutReplayLog ? null : replayLog || undefined })
  } finally {
    await postgres.stop()
  }
}

async function drilled(file: string, { data }: Options) {
  const { withRegister } = await import('./register.ts')
  const { drillIn } = await import('../restore-in.ts')
  const { rolePrefix, secret } = await readConfig(process.env, { directory: data, demo: false })
  return withRegister(data, (register) =>
    drillIn(
      register,
      { url: register.db.url, prefix: rolePrefix, secret, directory: data },
      file === 'newest' ? undefined : file,
      'command-line',
    ),
  )
}

async function sayNo(refusal: Refusal, language: Language) {
  const { refusalsOfApp } = await import('../app.ts')
  console.error(tinted('red', `${refusal.code}: ${sayRefusal(refusal, refusalsOfApp, language)}`))
}
