import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vettedLicences } from './vetted-licences.ts'

/** Packages under a licence that we have not read into the list, with the reason why they may stay. */
const readByHand: Record<string, string> = {
  'png-js': 'MIT in its LICENSE file; its package.json names none',
}

/** Packages that come with an installed register under a licence nobody has vetted. */
export function unvettedLicences(root: string): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  return Object.entries(packages)
    .filter(([path, { dev, license }]) => path && !dev && !readByHand[nameOf(path)] && !isVetted(license))
    .map(([path, { license }]) => `${nameOf(path)}: ${license ?? 'no licence named'}`)
}

/** Direct dependencies that docs/dependencies.md does not explain, and explanations of what is no longer there. */
export function unexplainedDependencies(root: string): string[] {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
  const direct = [own.dependencies, own.optionalDependencies, own.devDependencies].flatMap((kind) =>
    Object.keys(kind ?? {}),
  )
  const explained = [...readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(
    ([, name = '']) => name,
  )

  return [
    ...direct.filter((name) => !explained.includes(name)).map((name) => `${name} has no line in docs/dependencies.md`),
    ...explained.filter((name) => !direct.includes(name)).map((name) => `${name} is explained but not used`),
  ]
}

/** Packages for other machines that the lock file leaves out: `npm ci` refuses such a file. */
export function missingFromLock(root: string): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  return Object.entries(packages).flatMap(([path, { optionalDependencies }]) => {
    const wanted = Object.keys(optionalDependencies ?? {})
    return wanted.filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
  })
}

/** An SPDX expression passes when one side of every OR, or each side of an AND, is on the list. */
export function isVetted(expression: string | undefined): boolean {
  const bare = (expression ?? '').replace(/[()]/g, '')
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => vettedLicences.includes(licence.trim())))
}

interface Lock {
  packages: Record<string, { dev?: boolean; license?: string; optionalDependencies?: Record<string, string> }>
}

function nameOf(path: string) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
