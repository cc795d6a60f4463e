import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sources } from './sources.ts'

const aim = 150
const limit = 250

/** Files that may be longer, each with its reason. */
const allowed: Record<string, string> = {
  'src/statement/draft/lexicon/fields.ts': 'a list of words: one entry under the other, nothing to follow',
  'src/statement/draft/lexicon/sources.ts': 'a list of words: one entry under the other, nothing to follow',
}

/** Files longer than we aim for, which are only shown, and files longer than anybody wants to read. */
export function longFiles(root: string): { long: string[]; refused: string[] } {
  const lengths = sources(root).map((file) => ({
    file,
    lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1,
  }))
  const said = ({ file, lines }: { file: string; lines: number }) => `${file}: ${lines} lines`

  return {
    long: lengths.filter(({ lines }) => lines > aim && lines <= limit).map(said),
    refused: lengths.filter(({ file, lines }) => lines > limit && !allowed[file]).map(said),
  }
}
