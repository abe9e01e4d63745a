/**
 * Reads one command of Star's graphic mode (Star Graphic Mode Command Specifications, Rev. 2.31): rows of dots, and
 * what every Star obeys about its drawer and its status. A printer of this language has no letters: a letter is
 * unknown.
 */
import { NOTHING, read, slice, whole, type Command, type Read } from './command.ts'
import { readStar } from './read-star.ts'

const ESC = 0x1b
const ROW = 0x62

/** b n1 n2: one row of dots, the leftmost first. */
function row(bytes: ArrayLike<number>, at: number): Read {
  const [low = 0, high = 0] = slice(bytes, at + 1, at + 3)
  const stride = low + high * 256
  if (bytes.length < at + 3) return null
  return whole(bytes, at, 3 + stride, () => {
    const dots = Uint8Array.from(slice(bytes, at + 3, at + 3 + stride))
    return { does: 'picture', bitmap: { width_dots: stride * 8, height_dots: 1, bytes: dots } }
  })
}

/** ESC * r and a letter; a small one and those that set something have a number in digits behind them, and NUL. */
function rasterRead(bytes: ArrayLike<number>, at: number): Read {
  if (bytes.length < at + 4) return null
  const letter = String.fromCodePoint(bytes[at + 3] ?? 0)
  // Printed and cut as the mode at the end of a document is set, here: fed to the cutter, and cut in part.
  if (letter === 'B') return read(4, { does: 'cut' })
  if ('ARC'.includes(letter)) return read(4, NOTHING)
  let to = at + 4
  while (to < bytes.length && bytes[to] !== 0) to += 1
  const isKnown = 'EP'.includes(letter)
  const does = (): Command => (isKnown ? NOTHING : { does: 'unknown', bytes: slice(bytes, at, to + 1) })
  return whole(bytes, at, to + 1 - at, does)
}

/** What the language has in common with the others of Star: pulses, status, and the counter of ETB. */
function isCommon(bytes: ArrayLike<number>, at: number): boolean {
  const [first = 0, second = 0, third = 0] = slice(bytes, at, at + 3)
  if (first !== ESC) return [0x07, 0x1a, 0x17].includes(first)
  return second === 0x07 || second === 0x06 || (second === 0x1e && (third === 0x45 || third === 0x61))
}

/** The command at `at`, where there is a byte. */
export function readStarGraphic(bytes: ArrayLike<number>, at: number): Read {
  const first = bytes[at]
  if (first === ROW) return row(bytes, at)
  if (first === ESC && bytes.length < at + 3) return null
  if (first === ESC && bytes[at + 1] === 0x2a && bytes[at + 2] === 0x72) return rasterRead(bytes, at)
  return isCommon(bytes, at) ? readStar(bytes, at) : read(1, { does: 'unknown', bytes: slice(bytes, at, at + 1) })
}
