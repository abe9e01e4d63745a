/**
 * From a scan to its reply, through the router, over a store of full size; and from a cold start to the first answered
 * scan. The bare append with `fdatasync` is measured between the scans.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { BenchDesk } from './support/bench-desk.ts'
import { BareAppend } from './support/bare-append.ts'
import { countText, median, msText, quantile, spreadText, timed, type Figure } from './support/figures.ts'
import { cardOf, copyLibrary, freeItems, freePatron, itemOf } from './support/made-library.ts'
import { seeded } from './support/seeded.ts'
import type { Size } from './support/sizes.ts'

const LINE = `${JSON.stringify({ line: 'x'.repeat(280) })}\n`
const ITEMS_A_VISIT = 3
const WARMING_VISITS = 50
const COLD_STARTS = 5

type Times = { readonly card: number[]; readonly item: number[]; readonly lend: number[]; readonly append: number[] }

/** Cards and items come and go; every reply is awaited, as a clerk waits for the beep. */
async function serve(desk: BenchDesk, size: Size, items: number[], visits: number, append: () => void): Promise<Times> {
  const random = seeded(items.length)
  const times: Times = { card: [], item: [], lend: [], append: [] }
  const next = (): string => itemOf(items.pop() ?? 1)
  const watch = async (into: number[], work: () => Promise<unknown>): Promise<void> => {
    const began = performance.now()
    await work()
    into.push(performance.now() - began)
    times.append.push(timed(append))
  }
  for (let visit = 0; visit < visits; visit += 1) {
    const card = cardOf(freePatron(size, random))
    await watch(times.card, () => desk.scan(card))
    for (let n = 0; n < ITEMS_A_VISIT; n += 1) {
      await watch(times.item, async () => {
        const { band } = await desk.scan(next())
        if (band?.outcome !== 'done') throw new Error(`a check-out that should go well: ${JSON.stringify(band)}`)
      })
    }
    const input = { commandId: desk.id(), card_barcode: card, item_barcode: next() }
    await watch(times.lend, () => desk.ok('loan.check-out', input))
  }
  return times
}

export async function benchScan(size: Size): Promise<Figure[]> {
  const folder = copyLibrary(size, 'scan')
  const desk = await BenchDesk.open(folder)
  const bare = new BareAppend(folder)
  try {
    await desk.signIn()
    const visits = WARMING_VISITS + size.runs * size.visits
    const items = freeItems(size, visits * (ITEMS_A_VISIT + 1), 61)
    const append = (): void => bare.append(LINE)
    await serve(desk, size, items, WARMING_VISITS, append)
    const runs: Times[] = []
    for (let run = 0; run < size.runs; run += 1) runs.push(await serve(desk, size, items, size.visits, append))
    return figuresOf(runs)
  } finally {
    bare.close()
    await desk.close()
  }
}

function figuresOf(runs: readonly Times[]): Figure[] {
  const p99 = median(runs.map(({ card, item, lend }) => quantile([...card, ...item, ...lend], 0.99)))
  const fsync = median(runs.map(({ append }) => quantile(append, 0.99)))
  const all = (kind: keyof Times): number[] => runs.flatMap((run) => run[kind])
  const line = (what: string, ms: readonly number[]): Figure => {
    return { what, measured: spreadText(ms), target: '', isMet: null, beside: `${countText(ms.length)} times` }
  }
  return [
    {
      what: `Scan to reply through the router, p99, median of ${runs.length} runs`,
      measured: msText(p99),
      target: `at most 2 ms + one fsync (${msText(2 + fsync)})`,
      isMet: p99 <= 2 + fsync,
      beside: `bare append p99 ${msText(fsync)}; of all p50 / p95 / p99: ${spreadText(all('append'))}`,
    },
    line('… a card opens its account, p50 / p95 / p99', all('card')),
    line('… an item goes out to the open account, recorded, p50 / p95 / p99', all('item')),
    line('… loan.check-out from a script, recorded, p50 / p95 / p99', all('lend')),
  ]
}

/** Drops the system's file cache, where that is allowed. */
function dropFileCache(): boolean {
  try {
    execFileSync('sync')
    writeFileSync('/proc/sys/vm/drop_caches', '3')
    return true
  } catch {
    return false
  }
}

/** Each start is a process of its own; the time runs from opening the files to the reply to the first scanned card. */
export function benchColdOpen(size: Size, child: string): Figure[] {
  const folder = copyLibrary(size, 'cold')
  const starts: { open_ms: number; first_ms: number }[] = []
  let isCold = true
  for (let n = 0; n < COLD_STARTS; n += 1) {
    isCold = size.name === 'full' && dropFileCache() && isCold
    const done = spawnSync(process.execPath, [child, 'first-scan', size.name, folder], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
    starts.push(JSON.parse(done.stdout) as { open_ms: number; first_ms: number })
  }
  const whole = starts.map((one) => one.open_ms + one.first_ms)
  const cache = isCold ? 'file cache dropped' : 'file cache not dropped'
  return [
    {
      what: `${isCold ? 'Cold' : 'Warm'} open of that store to the first answered scan`,
      measured: msText(median(whole)),
      target: 'within 1 s',
      isMet: isCold ? median(whole) <= 1000 : null,
      beside: `${cache}; ${COLD_STARTS} processes, slowest ${msText(Math.max(...whole))}`,
    },
  ]
}
