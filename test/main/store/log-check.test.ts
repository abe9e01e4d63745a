/**
 * The write-ahead log after bad luck: a bit that flipped hides no confirmed act but the last, whose place in the log is
 * the same as a power cut’s; a kill or a cut-off end raises no alarm.
 */
import { cpSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openJournal } from '../../../main/journal/open.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { countEvents } from '../../../main/store/journal/journal-rows.ts'
import { checkLog, damagedLogs } from '../../../main/store/files/log-check.ts'
import { openStore } from '../../../main/store/store.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { workingDesk, type TestDesk } from '../support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

const LOG = 'journal.db-wal'
const FRAME_BYTES = 4096 + 24

/** The files as a kill leaves them: the log is there, nothing was closed. */
function killed(desk: TestDesk): string {
  const folder = testFolder()
  cpSync(desk.folder, folder, { recursive: true })
  return folder
}

function flip(path: string, at: number, bit = 0x10): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ bit, at)
  writeFileSync(path, bytes)
}

/** How many entries a folder opens with, or the code with which it does not. */
function opens(folder: string): number | string {
  try {
    const store = openStore(folder, KEY)
    try {
      expect(verifyJournal(store.db).problems).toEqual([])
      return store.db.get(countEvents, {})?.events_count ?? 0
    } finally {
      store.close()
    }
  } catch (fault) {
    return fault instanceof OperatingError ? fault.code : String(fault)
  }
}

/** The frames of a log as they stand: where each begins, and whether it ends a commit. */
function framesOf(folder: string): readonly { readonly at: number; readonly isCommit: boolean }[] {
  const log = readFileSync(join(folder, LOG))
  const frames = []
  for (let at = 32; at + FRAME_BYTES <= log.length; at += FRAME_BYTES) {
    const isNow =
      log.readUInt32BE(at + 8) === log.readUInt32BE(16) && log.readUInt32BE(at + 12) === log.readUInt32BE(20)
    if (isNow) frames.push({ at, isCommit: log.readUInt32BE(at + 4) !== 0 })
  }
  return frames
}

/** Where the last commit begins in the log. */
function lastCommit(folder: string): { readonly at: number; readonly frames_count: number } {
  const frames = framesOf(folder)
  const before = frames.slice(0, -1).findLastIndex((frame) => frame.isCommit)
  return { at: frames[before + 1]?.at ?? 0, frames_count: frames.length - 1 - before }
}

let desk: TestDesk
let whole: string
let events_count: number

beforeEach(async () => {
  desk = await workingDesk()
  await desk.scan(CARDS.dana)
  for (const item of [ITEMS.warmth, ITEMS.educated, ITEMS.becoming]) await desk.scan(item)
  whole = killed(desk)
  events_count = (await desk.ok('journal.verify', {})).events_count
})

function copyOfWhole(): string {
  const folder = testFolder()
  cpSync(whole, folder, { recursive: true })
  return folder
}

describe('no alarm', () => {
  test('after a kill: every entry is there', () => {
    expect(checkLog(join(whole, LOG))).toEqual({ lost_count: 0 })
    expect(opens(whole)).toBe(events_count)
  })

  test('for a log that was begun again over an older one', () => {
    const store = openStore(copyOfWhole(), KEY)
    store.db.db.pragma('wal_checkpoint(RESTART)')
    for (let number = 0; number < 3; number += 1) {
      store.db.db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(`test ${number}`, 'x')
    }
    const folder = testFolder()
    cpSync(store.folder, folder, { recursive: true })
    const frames = framesOf(folder)
    expect(statSync(join(folder, LOG)).size).toBeGreaterThan((frames.at(-1)?.at ?? 0) + FRAME_BYTES)
    store.close()
    expect(opens(folder)).toBe(events_count)
  })

  test('for a log cut off anywhere: what stands before the cut opens, and adds up', () => {
    const size = statSync(join(whole, LOG)).size
    const counts: (number | string)[] = []
    for (const part of [0, 0.1, 0.35, 0.5, 0.72, 0.9, 0.999]) {
      const folder = copyOfWhole()
      truncateSync(join(folder, LOG), Math.floor(size * part))
      counts.push(opens(folder))
    }
    expect(counts.filter((count) => typeof count === 'string')).toEqual([])
    expect(counts).toEqual(counts.toSorted((one, other) => Number(one) - Number(other)))
    expect(counts.at(-1)).toBeLessThan(events_count)
  })

  test('for a power cut in the last act: its last frame torn, or one in its middle that never reached the disk', () => {
    const { at, frames_count } = lastCommit(whole)
    expect(frames_count).toBeGreaterThan(2)
    const torn = copyOfWhole()
    flip(join(torn, LOG), at + (frames_count - 1) * FRAME_BYTES + 3000)
    const hole = copyOfWhole()
    const log = readFileSync(join(hole, LOG))
    log.fill(0, at + FRAME_BYTES, at + 2 * FRAME_BYTES)
    writeFileSync(join(hole, LOG), log)
    expect([opens(torn), opens(hole)]).toEqual([events_count - 1, events_count - 1])
  })

  test('for no log, an empty one, and one of zeros', () => {
    const folder = testFolder()
    const path = join(folder, LOG)
    expect(checkLog(path)).toEqual({ lost_count: 0 })
    writeFileSync(path, '')
    expect(checkLog(path)).toEqual({ lost_count: 0 })
    writeFileSync(path, Buffer.alloc(32 + 3 * FRAME_BYTES))
    expect(checkLog(path)).toEqual({ lost_count: 0 })
  })
})

describe('alarm', () => {
  test('wherever a bit flips before the last act, the files do not open', () => {
    const { at: last_at } = lastCommit(whole)
    const path = join(copyOfWhole(), LOG)
    const bytes = readFileSync(path)
    let tried_count = 0
    // A prime, so that heads of frames, salts, checksums and pages all have their turn.
    for (let at = 0; at < last_at; at += 211) {
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x04, at)
      writeFileSync(path, bytes)
      expect(checkLog(path).lost_count, `bit flipped at ${at}`).toBeGreaterThan(0)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x04, at)
      tried_count += 1
    }
    expect(tried_count).toBeGreaterThan(200)
  })

  test('a bit in any byte of the head of the log, or of a frame’s head, is told', () => {
    const path = join(copyOfWhole(), LOG)
    const third = framesOf(whole)[2]?.at ?? 0
    const places = [...Array(32).keys(), ...Array.from({ length: 24 }, (_none, byte) => third + byte)]
    const silent = places.filter((at) => {
      flip(path, at, 0x01)
      const { lost_count } = checkLog(path)
      flip(path, at, 0x01)
      return lost_count === 0
    })
    expect(silent).toEqual([])
  })

  test('wherever a bit flips in the last act, that act alone can be missing', () => {
    const { at, frames_count } = lastCommit(whole)
    const outcomes = new Set<number | string>()
    for (let step = 0; step < frames_count * 3; step += 1) {
      const folder = copyOfWhole()
      flip(join(folder, LOG), at + Math.floor((step * FRAME_BYTES) / 3) + 50)
      outcomes.add(opens(folder))
    }
    expect(outcomes).toEqual(new Set([events_count - 1, 'log-damaged']))
  })

  test('the log and the files stay as they were, and the loss is counted', () => {
    const folder = copyOfWhole()
    const frames = framesOf(folder)
    const second = frames.filter((frame) => frame.isCommit)[1]?.at ?? 0
    flip(join(folder, LOG), second + 2000)
    const before = ['journal.db', LOG, 'reference.db'].map((name) => readFileSync(join(folder, name)))
    expect(opens(folder)).toBe('log-damaged')
    const after = ['journal.db', LOG, 'reference.db'].map((name) => readFileSync(join(folder, name)))
    expect(after.map((bytes, index) => bytes.equals(before[index] ?? Buffer.alloc(0)))).toEqual([true, true, true])
    const commits_count = frames.filter((frame) => frame.isCommit).length
    expect(damagedLogs(folder)).toEqual([{ file: 'journal.db', lost_count: commits_count - 1 }])
  })

  test('accepted, what stands before the damage opens, and the next epoch begins', () => {
    const folder = copyOfWhole()
    const { at } = lastCommit(folder)
    const frame = framesOf(folder).findLast((one) => one.at < at - 3 * FRAME_BYTES)
    flip(join(folder, LOG), (frame?.at ?? 0) + 100)
    const store = openStore(folder, KEY, true)
    const journal = openJournal(store, TUESDAY, seededRandom(3), true)
    expect(journal.head.epoch).toBe(2)
    expect(verifyJournal(store.db).problems).toEqual([])
    store.close()
    expect(opens(folder)).toBeLessThan(events_count + 1)
  })
})
