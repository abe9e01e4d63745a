/**
 * Checks a write-ahead log before SQLite opens it. SQLite reads a log up to the first frame with a wrong checksum and
 * silently drops the rest: right after a power cut, whose last transaction was never confirmed; wrong after damage with
 * confirmed transactions behind it. Only reads, and never asks SQLite.
 *
 * The log: a header of 32 bytes, then frames of 24 bytes and one page each. A frame has the two salts of the header,
 * which tell it from leftovers of an earlier use of the log; the frame that ends a commit has the file's page count
 * after it. Each checksum continues from the one before, over the encrypted bytes on disk.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { DATA_FILES, LOG_TAIL } from './file-names.ts'

const HEAD_BYTES = 32
const FRAME_HEAD_BYTES = 24
const MAGIC = 0x377f0682
const PAGE_BYTES = 4096
const FRAME_BYTES = FRAME_HEAD_BYTES + PAGE_BYTES
const FRAMES_AT_ONCE = 256

/** `lost_count`: commits behind the damage, which SQLite would drop; 0 for a good log, or one with only a torn end. */
export type LogFinding = { readonly lost_count: number }

export type DamagedLog = LogFinding & { readonly file: (typeof DATA_FILES)[number] }

type Sum = readonly [number, number]

function summed(bytes: Buffer, from: number, to: number, isBigEndian: boolean, [first, second]: Sum): Sum {
  let [one, other] = [first, second]
  for (let at = from; at < to; at += 8) {
    const low = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    const high = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
    one = (one + low + other) >>> 0
    other = (other + high + one) >>> 0
  }
  return [one, other]
}

/** A frame's header: its salts, whether it ends a commit, and whether its checksum is right. */
type Frame = { readonly salts: Sum; readonly isCommit: boolean; readonly holds: boolean }

class LogReader {
  readonly #file: number
  readonly #isBigEndian: boolean
  readonly #isHeadWhole: boolean
  readonly #headSalts: Sum
  #sum: Sum

  constructor(file: number, head: Buffer) {
    this.#file = file
    const magic = head.readUInt32BE(0)
    this.#isBigEndian = magic === MAGIC + 1
    this.#sum = summed(head, 0, 24, this.#isBigEndian, [0, 0])
    const isPageSize = head.readUInt32BE(8) === PAGE_BYTES
    const isKnown = (magic === MAGIC || magic === MAGIC + 1) && isPageSize
    this.#isHeadWhole = isKnown && this.#sum[0] === head.readUInt32BE(24) && this.#sum[1] === head.readUInt32BE(28)
    this.#headSalts = [head.readUInt32BE(16), head.readUInt32BE(20)]
  }

  /** Every frame in its order. */
  *frames(): Generator<Frame> {
    const block = Buffer.alloc(FRAME_BYTES * FRAMES_AT_ONCE)
    for (let at = HEAD_BYTES; ; at += block.length) {
      const read = readSync(this.#file, block, 0, block.length, at)
      for (let start = 0; start + FRAME_BYTES <= read; start += FRAME_BYTES) yield this.#frame(block, start)
      if (read < block.length) return
    }
  }

  #frame(block: Buffer, start: number): Frame {
    const word = (index: number): number => block.readUInt32BE(start + index * 4)
    const heads = summed(block, start, start + 8, this.#isBigEndian, this.#sum)
    const sum = summed(block, start + FRAME_HEAD_BYTES, start + FRAME_BYTES, this.#isBigEndian, heads)
    // Continue from the stored checksum: so one damaged frame does not make every later one look damaged.
    this.#sum = [word(4), word(5)]
    return { salts: [word(2), word(3)], isCommit: word(1) !== 0, holds: sum[0] === word(4) && sum[1] === word(5) }
  }

  /** The current salts: those of the header, or of the first frame when the header itself is damaged. */
  saltsNow(first: Frame): Sum {
    return this.#isHeadWhole ? this.#headSalts : first.salts
  }

  get isHeadWhole(): boolean {
    return this.#isHeadWhole
  }
}

/** A flipped bit changes one of the salts; leftovers of an earlier use, or zeros, differ in both. */
function isOfAnother(salts: Sum, now: Sum): boolean {
  return salts[0] !== now[0] && salts[1] !== now[1]
}

function isSame(salts: Sum, now: Sum): boolean {
  return salts[0] === now[0] && salts[1] === now[1]
}

/**
 * Confirmed commits behind the first bad frame. A commit is confirmed only after all before it are on disk, so a power
 * cut can tear only the last one: its last frame, or any of them as long as a whole frame is missing.
 */
function findingOf(log: LogReader): LogFinding {
  let now: Sum | null = null
  let isBroken = !log.isHeadWhole
  let isHole = false
  let lost_count = 0
  let isBrokenCommit = false
  for (const frame of log.frames()) {
    now ??= log.saltsNow(frame)
    if (!isBroken) {
      if (frame.holds && isSame(frame.salts, now)) continue
      isBroken = true
      isHole = isOfAnother(frame.salts, now)
      // The bad frame may have ended a commit itself, which is lost as well if others follow.
      isBrokenCommit = !isHole && frame.isCommit
      continue
    }
    if (isOfAnother(frame.salts, now)) isHole ||= lost_count === 0
    else if (frame.isCommit) lost_count += 1
  }
  if (lost_count === 0 || (lost_count === 1 && isHole && !isBrokenCommit)) return { lost_count: 0 }
  return { lost_count: lost_count + (isBrokenCommit ? 1 : 0) }
}

/** @param path of a log; a missing or empty one is good */
export function checkLog(path: string): LogFinding {
  if (!existsSync(path)) return { lost_count: 0 }
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    if (readSync(file, head, 0, HEAD_BYTES, 0) < HEAD_BYTES) return { lost_count: 0 }
    return findingOf(new LogReader(file, head))
  } finally {
    closeSync(file)
  }
}

/**
 * The logs of a data folder with confirmed transactions behind the damage. A log that looks damaged is checked twice: a
 * working desk may just have restarted its log.
 */
export function damagedLogs(folder: string): readonly DamagedLog[] {
  return DATA_FILES.flatMap((file) => {
    const path = join(folder, file + LOG_TAIL)
    const { lost_count } = checkLog(path)
    if (lost_count === 0) return []
    return checkLog(path).lost_count === lost_count ? [{ file, lost_count }] : []
  })
}
