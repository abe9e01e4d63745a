/** Figures without a target of their own: a burst of scans, walking the whole journal, a backup while running. */
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { JOURNAL_FILE } from '../main/store/files/file-names.ts'
import { BenchDesk } from './support/bench-desk.ts'
import { countText, mbText, msText, type Figure } from './support/figures.ts'
import { copyLibrary, itemOf } from './support/made-library.ts'
import type { Size } from './support/sizes.ts'

export async function benchBurst(size: Size): Promise<Figure[]> {
  const folder = copyLibrary(size, 'burst')
  const desk = await BenchDesk.open(folder)
  try {
    await desk.signIn()
    return [await burst(desk, size), await verify(desk), await backUp(desk, folder)]
  } finally {
    await desk.close()
  }
}

/** A cart of returned items, all sent before the first is answered. Every one must be in the journal. */
async function burst(desk: BenchDesk, size: Size): Promise<Figure> {
  await desk.ok('desk.mode', { mode: 'in' })
  const began = performance.now()
  const scans = Array.from({ length: size.burst }, (_, n) => desk.scan(itemOf((n + 1) * 5)))
  await Promise.all(scans)
  const ms = performance.now() - began
  const { snapshot } = await desk.ok('desk.snapshot', {})
  if (snapshot.totals.in_count !== size.burst) throw new Error(`${snapshot.totals.in_count} of ${size.burst} landed`)
  return {
    what: `${countText(size.burst)} scans in a burst, each recorded durably`,
    measured: msText(ms),
    target: 'all land',
    isMet: true,
    beside: `${countText(Math.round((size.burst / ms) * 1000))} a second`,
  }
}

async function verify(desk: BenchDesk): Promise<Figure> {
  const began = performance.now()
  const { events_count, problems } = await desk.ok('journal.verify', {})
  const ms = performance.now() - began
  if (problems.length > 0) throw new Error(`the journal does not verify: ${JSON.stringify(problems[0])}`)
  return {
    what: 'Walking the whole journal: seals, and that it adds up to what the desk shows',
    measured: `${countText(Math.round((events_count / ms) * 1000))} events a second`,
    target: '',
    isMet: null,
    beside: `${countText(events_count)} events in ${msText(ms)}`,
  }
}

async function backUp(desk: BenchDesk, folder: string): Promise<Figure> {
  const began = performance.now()
  const { bytes } = await desk.ok('store.backup', { to_folder: `${folder}-backup` })
  const ms = performance.now() - began
  rmSync(`${folder}-backup`, { recursive: true })
  const journal = statSync(join(folder, JOURNAL_FILE)).size
  return {
    what: 'Backup while running, both files, each page of the copies read back',
    measured: msText(ms),
    target: '',
    isMet: null,
    beside: `${mbText(bytes)}, of which the journal ${mbText(journal)}`,
  }
}
