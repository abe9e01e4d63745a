/**
 * Runs the same benchmarks at an earlier commit and at this one, alternating part by part, so that both meet the same
 * computer. Each side is a tree of its own that makes its own library, because the layout of the files may have changed
 * in between.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf, type Rows } from './support/compare.ts'

const ROOT = join(import.meta.dirname, '..')
/** One after the other, then the other way around: what a side gains by coming second, the other one gains too. */
const TURNS = ['old', 'new', 'new', 'old'] as const

function run(program: string, line: readonly string[], cwd: string): string {
  const done = spawnSync(program, line, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 2], maxBuffer: 2 ** 28 })
  // A table that says MISSED exits with 1 and is still a table.
  if (done.error || (done.status !== 0 && done.stdout === '')) {
    throw new Error(`${program} ${line.join(' ')} in ${cwd}: ${done.error?.message ?? `code ${done.status}`}`)
  }
  return done.stdout
}

/** The tree of that commit below out/, built with this one's packages. Kept, with its library, for next time. */
function treeOf(commit: string): string {
  const id = run('git', ['rev-parse', '--short=10', `${commit}^{commit}`], ROOT).trim()
  const tree = join(ROOT, 'out', 'bench', 'against', id)
  if (existsSync(join(tree, 'package.json'))) return tree
  mkdirSync(tree, { recursive: true })
  const archive = `${tree}.tar`
  run('git', ['archive', '-o', archive, id], ROOT)
  run('tar', ['-xf', archive, '-C', tree], ROOT)
  rmSync(archive)
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'), 'junction')
  const built = spawnSync(process.execPath, ['tools/build.ts', '--force'], { cwd: tree, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) throw new Error(`${commit} could not be built`)
  return tree
}

/** Which of the parts a commit has, by its own bench/run.ts: running one that it lacks would only fail. */
export function partsKnown(source: string, parts: readonly string[]): readonly string[] {
  const [, table = ''] = /^const PARTS\b[^=]*= \{\n([\s\S]*?)^\}/m.exec(source.replaceAll('=>', '')) ?? []
  const known = new Set(Array.from(table.matchAll(/^ {2}(\w+)[:,]/gm), ([, name = '']) => name))
  return parts.filter((name) => known.has(name))
}

/** @returns the tables of each run; parts that the commit lacks are named and left out */
export function benchAgainst(
  commit: string,
  parts: readonly string[],
  more: readonly string[],
): Record<'old' | 'new', Rows[]> {
  const trees = { old: treeOf(commit), new: ROOT }
  const both = partsKnown(readFileSync(join(trees.old, 'bench/run.ts'), 'utf8'), parts)
  const lacking = parts.filter((part) => !both.includes(part))
  if (lacking.length > 0) console.error(`${commit} has no such part, left out: ${lacking.join(', ')}`)
  if (both.length === 0) throw new Error(`${commit} has none of the parts ${parts.join(', ')}`)
  const tables = { old: TURNS.map(() => ''), new: TURNS.map(() => '') }
  for (const part of both) {
    for (const [turn, side] of TURNS.entries()) {
      console.error(`${part}, ${side}`)
      tables[side][turn] += `${run(process.execPath, ['bench/run.ts', '--only', part, ...more], trees[side])}\n`
    }
  }
  const rowsIn = (side: 'old' | 'new'): Rows[] => tables[side].filter((table) => table !== '').map(rowsOf)
  return { old: rowsIn('old'), new: rowsIn('new') }
}
