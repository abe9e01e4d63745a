/**
 * The two languages of pole displays: bytes that begin with a display, and bytes that show two lines. Pure. They
 * follow excerpts of the CD5220's user manual and of Epson's DM-D command list, which most others copy; the bytes of
 * Epson that place the cursor and choose the letters are from memory, and no display has confirmed them.
 */
import { asPoleLines } from './pole-lines.ts'

export const POLE_LANGUAGES = ['cd5220', 'esc-pos'] as const
export type PoleLanguage = (typeof POLE_LANGUAGES)[number]

const ESC = 0x1b
const US = 0x1f
/** Clears the display; also what ends the mode of whole lines of a CD5220, in which it obeys nothing else. */
const CLR = 0x0c
const CR = 0x0d
const AT = 0x40

const bytesOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))

type PoleCodes = {
  readonly begin: readonly number[]
  readonly show: (upper: string, lower: string) => readonly number[]
}

const LANGUAGES: Readonly<Record<PoleLanguage, PoleCodes>> = {
  cd5220: {
    // Initialize; the letters of the United States, so that "$" is a dollar sign.
    begin: [CLR, ESC, AT, ESC, 0x66, 0x41],
    // ESC Q A and ESC Q B write a whole line each, and take nothing until CR for a command.
    show: (upper, lower) => [ESC, 0x51, 0x41, ...bytesOf(upper), CR, ESC, 0x51, 0x42, ...bytesOf(lower), CR],
  },
  'esc-pos': {
    // Initialize; the letters of the United States; overwrite mode, so that nothing scrolls; no cursor.
    begin: [ESC, AT, ESC, 0x52, 0x00, CLR, US, 0x01, US, 0x43, 0x00],
    // US $ goes to a column of a line: what stood there is written over, without a flicker.
    show: (upper, lower) => [US, 0x24, 1, 1, ...bytesOf(upper), US, 0x24, 1, 2, ...bytesOf(lower)],
  },
}

/** What a display gets once it is open. */
export function encodeBegin(language: PoleLanguage): Uint8Array {
  return Uint8Array.from(LANGUAGES[language].begin)
}

/** Two lines, whatever is in them: only letters from space to tilde pass, twenty of each. */
export function encodeShow(language: PoleLanguage, lines: readonly string[]): Uint8Array {
  const [upper, lower] = asPoleLines(lines)
  return Uint8Array.from(LANGUAGES[language].show(upper, lower))
}
