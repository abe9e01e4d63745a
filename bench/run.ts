/**
 * `npm run bench`: measures everything that docs/performance.md promises, each figure beside its peer in the same run,
 * and prints the table. `--quick` a small library, only to show that it runs; `--write` puts the table into
 * docs/performance.md; `--only cash,walk` parts alone: commit, returns, cash, receipts, rules, scan, cold, search,
 * alike, merge, memory, paint, plug, print, dead, crash, burst, walk, shelf. `--receipts 1000000` so many in the store,
 * however small the library; `--against COMMIT` the same beside an earlier commit, alternating, with a ratio for each
 * row. Exits with 1 when a target is missed, or a row costs too much more than before.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchAgainst } from './against.ts'
import { benchBurst } from './burst.ts'
import { benchCallNumbers } from './call-numbers.ts'
import { benchCash } from './cash.ts'
import { benchCommit } from './commit.ts'
import { benchCrash } from './crash.ts'
import { benchDeadPrinter } from './dead-printer.ts'
import { benchDuplicates } from './duplicates.ts'
import { benchMemory } from './memory.ts'
import { benchMerge } from './merge.ts'
import { benchPaint } from './paint.ts'
import { benchPlug } from './plug.ts'
import { benchPrinting } from './printing.ts'
import { benchReceipts } from './receipts.ts'
import { benchReturns } from './returns.ts'
import { benchRules } from './rules.ts'
import { benchColdOpen, benchScan } from './scan.ts'
import { benchSearch } from './search.ts'
import { benchWalk } from './walk.ts'
import { benchWire } from './wire.ts'
import { bundleChild } from './support/bundle-child.ts'
import { comparedText, compareRuns, RATIO_MAX } from './support/compare.ts'
import { countText, tableText, type Figure } from './support/figures.ts'
import { libraryFolder, removeWork } from './support/made-library.ts'
import { FULL, QUICK, withReceipts, type Size } from './support/sizes.ts'

const DOC = join(import.meta.dirname, '..', 'docs', 'performance.md')
const BEGIN = '<!-- measured: made by npm run bench -- --write -->'
const END = '<!-- /measured -->'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    write: { type: 'boolean' },
    only: { type: 'string' },
    receipts: { type: 'string' },
    against: { type: 'string' },
  },
})
const asked = values.quick ? QUICK : FULL
const size = values.receipts === undefined ? asked : withReceipts(asked, Number(values.receipts))

const PARTS: Readonly<Record<string, (size: Size) => Figure[] | Promise<Figure[]>>> = {
  commit: benchCommit,
  returns: benchReturns,
  cash: benchCash,
  receipts: benchReceipts,
  rules: benchRules,
  scan: benchScan,
  cold: async (of) => benchColdOpen(of, await bundleChild()),
  search: benchSearch,
  alike: benchDuplicates,
  merge: benchMerge,
  memory: async (of) => benchMemory(of, await bundleChild()),
  paint: benchPaint,
  plug: benchPlug,
  print: benchPrinting,
  dead: benchDeadPrinter,
  crash: benchCrash,
  burst: benchBurst,
  walk: benchWalk,
  shelf: benchCallNumbers,
  wire: benchWire,
}

/** Parts that make a library of their own, or need none. */
const WITHOUT_LIBRARY: ReadonlySet<string> = new Set(['paint', 'plug', 'print', 'dead', 'crash', 'shelf', 'wire'])

const loadText = (): string => (os.loadavg()[0] ?? 0).toFixed(1)

function machineText(loadBefore: string): string {
  const cpus = os.cpus()
  const processors = `${cpus.length} × ${cpus[0]?.model.trim() ?? 'processor'}`
  const gib = Math.round(os.totalmem() / 2 ** 30)
  const { patrons, titles, items, loans } = size
  return [
    `${processors}, ${gib} GiB, ${os.type()} ${os.release()}, Node ${process.version}.`,
    `Load of the machine ${loadBefore} before, ${loadText()} after (other work ran beside it when above 1).`,
    `Library: ${countText(items)} items, ${countText(patrons)} patrons, ${countText(titles)} titles,`,
    `${countText(loans)} loans.`,
    `${new Date().toISOString().slice(0, 10)}.`,
  ].join(' ')
}

const wanted = values.only?.split(',') ?? Object.keys(PARTS)

async function measure(): Promise<Figure[]> {
  const began = performance.now()
  if (wanted.some((name) => !WITHOUT_LIBRARY.has(name))) {
    libraryFolder(size)
    console.error(`The library is there (${seconds(began)}).`)
  }
  const figures: Figure[] = []
  for (const name of wanted) {
    const part = PARTS[name]
    if (!part) throw new Error(`there is no part "${name}": ${Object.keys(PARTS).join(', ')}`)
    const partBegan = performance.now()
    figures.push(...(await part(size)))
    removeWork(size)
    console.error(`${name}: ${seconds(partBegan)}, load ${loadText()}`)
  }
  return figures
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(0)} s`

function writeDoc(block: string): void {
  const doc = readFileSync(DOC, 'utf8')
  const [before = '', rest = ''] = doc.split(BEGIN)
  const after = rest.split(END)[1]
  if (after === undefined) throw new Error(`${DOC} has lost its place for the table`)
  writeFileSync(DOC, `${before}${BEGIN}\n\n${block}\n\n${END}${after}`)
}

/** @returns what is too slow */
function compared(commit: string): readonly string[] {
  const { old, new: now } = benchAgainst(commit, wanted, values.quick ? ['--quick'] : [])
  console.log(comparedText(old, now))
  return compareRuns(old, now).flatMap(({ what, ratio }) => (ratio !== null && ratio > RATIO_MAX ? [what] : []))
}

/** @returns what missed its target */
async function measured(): Promise<readonly string[]> {
  const loadBefore = loadText()
  const figures = await measure()
  const table = tableText(figures)
  console.log(table)
  const machine = machineText(loadBefore)
  console.log(`\n${machine}`)
  if (values.write) writeDoc(`${machine}\n\n${table}`)
  return figures.flatMap((one) => (one.isMet === false ? [one.what] : []))
}

const missed = values.against === undefined ? await measured() : compared(values.against)
if (missed.length > 0) console.error(`Missed: ${missed.join('; ')}`)
// The small library proves nothing about speed.
if (missed.length > 0 && !values.quick) process.exitCode = 1
