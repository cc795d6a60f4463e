import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, '.seloste', 'one-file')
// What is killed never writes down what it compiled.
const banner = "setTimeout(() => process.getBuiltinModule('node:module').flushCompileCache(), 200).unref()"

/** A program with all that it imports in one file: a process loads it with a quarter of the work of a thousand modules. */
export async function inOneFile(program: URL): Promise<string> {
  process.env.NODE_COMPILE_CACHE ??= join(root, '.seloste', 'compiled')
  const input = fileURLToPath(program)
  const external = [/^@node-rs\//, 'pg-native']
  const bundle = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    external,
    plugins: [asIfAtHome],
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false, banner })
  await bundle.close()

  const file = join(folder, `${relative(root, input).replaceAll(/\W+/g, '-')}.mjs`)
  const unfinished = `${file}.${process.pid}`
  await mkdir(folder, { recursive: true })
  await writeFile(unfinished, output[0].code)
  await rename(unfinished, file)
  return file
}

// Migrations, fonts and the like are found beside the module that asks for them.
const asIfAtHome = {
  name: 'as-if-at-home',
  transform: {
    filter: { code: /import\.meta\.(url|dirname|filename)|__dirname|__filename/ },
    handler: (code: string, id: string) =>
      code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        .replaceAll(/import\.meta\.dirname|\b__dirname\b/g, JSON.stringify(dirname(id)))
        .replaceAll(/import\.meta\.filename|\b__filename\b/g, JSON.stringify(id)),
  },
}
