/**
 * A pole display in software: obeys the bytes of both languages (`pole-codes.ts`), and tells what its two lines show.
 * Pure. It knows the commands that this program sends, and takes any other for nothing.
 */
import { POLE_COLUMNS_COUNT, type PoleLines } from './pole-lines.ts'

const ESC = 0x1b
const US = 0x1f
const CLR = 0x0c
const HOME = 0x0b
const CR = 0x0d
const AT = 0x40
const [Q, LETTERS, FIGURES] = [0x51, 0x66, 0x52]
const [UPPER, LOWER] = [0x41, 0x42]
const [OVERWRITE, CURSOR, GO] = [0x01, 0x43, 0x24]

const BLANK = ' '.repeat(POLE_COLUMNS_COUNT)

export type PoleScreen = {
  readonly lines: PoleLines
  readonly column: number
  readonly line: 0 | 1
  /** The bytes of a command that is not whole. */
  readonly held: readonly number[]
  /** ESC Q A or ESC Q B: everything until CR goes into one line. */
  readonly whole_line: 0 | 1 | null
}

export const DARK_POLE: PoleScreen = { lines: [BLANK, BLANK], column: 0, line: 0, held: [], whole_line: null }

function written(screen: PoleScreen, letter: string): PoleScreen {
  const { column, line, lines } = screen
  if (column >= POLE_COLUMNS_COUNT) return screen
  const now = lines[line]
  const next = now.slice(0, column) + letter + now.slice(column + 1)
  return { ...screen, lines: line === 0 ? [next, lines[1]] : [lines[0], next], column: column + 1 }
}

/** How many bytes a command has, by those that are there; null: more are needed to know. */
function lengthOf([first, second]: readonly number[]): number | null {
  if (second === undefined) return null
  if (first === ESC) return second === LETTERS || second === FIGURES || second === Q ? 3 : 2
  if (second === GO) return 4
  return second === CURSOR ? 3 : 2
}

function obeyed(screen: PoleScreen, [first, second, third = 0, fourth = 0]: readonly number[]): PoleScreen {
  if (first === ESC && second === AT) return DARK_POLE
  if (first === ESC && second === Q) {
    const line = third === UPPER ? 0 : third === LOWER ? 1 : null
    if (line === null) return screen
    const cleared: PoleScreen = { ...screen, line, column: 0, whole_line: line }
    return { ...cleared, lines: line === 0 ? [BLANK, screen.lines[1]] : [screen.lines[0], BLANK] }
  }
  if (first === US && second === GO) {
    const isThere = third >= 1 && third <= POLE_COLUMNS_COUNT && (fourth === 1 || fourth === 2)
    return isThere ? { ...screen, column: third - 1, line: fourth === 1 ? 0 : 1 } : screen
  }
  if (first === US && (second === OVERWRITE || second === CURSOR)) return screen
  return screen
}

function byteTaken(screen: PoleScreen, byte: number): PoleScreen {
  if (screen.held.length > 0) {
    const held = [...screen.held, byte]
    const length = lengthOf(held)
    const isWhole = length !== null && held.length >= length
    return isWhole ? obeyed({ ...screen, held: [] }, held) : { ...screen, held }
  }
  if (byte === CR) return { ...screen, whole_line: null }
  if (byte === CLR) return { ...DARK_POLE }
  if (screen.whole_line === null && byte === HOME) return { ...screen, column: 0, line: 0 }
  if (screen.whole_line === null && (byte === ESC || byte === US)) return { ...screen, held: [byte] }
  return byte >= 0x20 && byte <= 0x7e ? written(screen, String.fromCharCode(byte)) : screen
}

export function poleStep(screen: PoleScreen, bytes: Iterable<number>): PoleScreen {
  let now = screen
  for (const byte of bytes) now = byteTaken(now, byte)
  return now
}
