/**
 * A station in a process of its own, as in the application, for what must be measured from its start: the first scan,
 * and memory. `node bench/child.ts first-scan|memory full|quick FOLDER` prints one JSON line.
 */
import { readFileSync, writeSync } from 'node:fs'
import { keepHeapSmall } from '../main/ipc/small-heap.ts'
import { BenchDesk } from './support/bench-desk.ts'
import { BADGE, cardOf, freeItems, freePatron, itemOf, outItems } from './support/made-library.ts'
import { makeNames, seeded, surnameOf, titleOf } from './support/seeded.ts'
import { FULL, QUICK, type Size } from './support/sizes.ts'

/** The peak memory of the process, where the system tells; otherwise the present figure. */
function peakBytes(): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
    return Number(found?.[1] ?? 0) * 1024
  } catch {
    return process.memoryUsage().rss
  }
}

async function firstScan(size: Size, folder: string): Promise<object> {
  const began = performance.now()
  const desk = await BenchDesk.open(folder)
  const opened = performance.now()
  await desk.scan(BADGE)
  const { patron } = await desk.scan(cardOf(Math.trunc(size.patrons / 3)))
  const answered = performance.now()
  if (!patron) throw new Error('the card was not answered')
  await desk.close()
  return { open_ms: opened - began, first_ms: answered - opened }
}

/** Pages that a clerk opens now and then; the pull list reads the most. */
const PAGES_OPENED = 20
const PAGES = ['account', 'pull-list', 'hold-shelf', 'tasks'] as const

/** A full day at a busy desk: cards and items, carts of returns, pages, and searches typed letter by letter. */
async function memory(size: Size, folder: string): Promise<object> {
  const desk = await BenchDesk.open(folder)
  const opened_bytes = process.memoryUsage().rss
  await desk.scan(BADGE)
  const random = seeded(71)
  for (const [index, item] of freeItems(size, size.memory_scans, 72).entries()) {
    if (index % 4 === 0) await desk.scan(cardOf(freePatron(size, random)))
    await desk.scan(itemOf(item))
  }
  await desk.ok('desk.mode', { mode: 'in' })
  for (const item of outItems(size, size.memory_scans / 5, 74)) await desk.scan(itemOf(item))
  await desk.ok('desk.mode', { mode: 'out' })
  for (let n = 0; n < PAGES_OPENED; n += 1) {
    await desk.scan(cardOf(freePatron(size, random)))
    for (const place of PAGES) await desk.ok('desk.go', { page: { place, about: '' } })
  }
  const names = makeNames(seeded(73))
  for (let n = 0; n < size.memory_searches; n += 1) {
    await desk.ok('search.patrons', { text: surnameOf(random, names).slice(0, 1 + (n % 8)), limit: 12 })
    await desk.ok('search.titles', { text: titleOf(random, names).slice(0, 1 + (n % 20)), limit: 12 })
  }
  const rss_bytes = process.memoryUsage().rss
  await desk.close()
  return { opened_bytes, rss_bytes, peak_bytes: peakBytes() }
}

keepHeapSmall()
const [, , what = '', sizeName = '', folder = ''] = process.argv
const size = sizeName === 'full' ? FULL : QUICK
const result = what === 'memory' ? await memory(size, folder) : await firstScan(size, folder)
writeSync(1, JSON.stringify(result))
