/** How much memory a station's process needs after a busy day, as the shipped bundle on plain Node. */
import { spawnSync } from 'node:child_process'
import { countText, mbText, median, type Figure } from './support/figures.ts'
import { copyLibrary } from './support/made-library.ts'
import type { Size } from './support/sizes.ts'

const LIMIT_BYTES = 200_000_000
const RUNS = 3

type Told = { readonly opened_bytes: number; readonly rss_bytes: number; readonly peak_bytes: number }

export function benchMemory(size: Size, child: string): Figure[] {
  const runs = Array.from({ length: RUNS }, (): Told => {
    const folder = copyLibrary(size, 'memory')
    const done = spawnSync(process.execPath, [child, 'memory', size.name, folder], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
    return JSON.parse(done.stdout) as Told
  })
  const rss_bytes = median(runs.map((told) => told.rss_bytes))
  const most = Math.max(...runs.map((told) => Math.max(told.rss_bytes, told.peak_bytes)))
  const scans = countText(size.memory_scans)
  const searches = countText(size.memory_searches * 2)
  return [
    {
      what: `Memory of a station process over that store, after ${scans} scans, returns, pages, ${searches} searches`,
      measured: `${mbText(rss_bytes)}, at most ${mbText(most)}`,
      target: 'under 200 MB',
      isMet: most < LIMIT_BYTES,
      beside: `just opened ${mbText(median(runs.map((told) => told.opened_bytes)))}; ${RUNS} processes`,
    },
  ]
}
