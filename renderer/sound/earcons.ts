/**
 * The four sounds, as samples: pure, so that a test measures what is played. They differ by rhythm and contour within
 * the first half second, lie between 500 and 3000 Hz, and are within 8 dB of each other, so one volume suits all.
 */
import type { OutcomeClass } from '../../shared/desk/screen.ts'

type Note = { readonly hz: number; readonly from_ms: number; readonly length_ms: number }
type Earcon = {
  readonly notes: readonly Note[]
  /** Root mean square of the sounding part, in decibels below full scale. */
  readonly level_db: number
  /** Share of the third and fifth harmonic: what makes a sound harsh. */
  readonly harsh: number
}

export const EARCONS: Readonly<Record<OutcomeClass, Earcon>> = {
  done: { notes: [{ hz: 1047, from_ms: 0, length_ms: 70 }], level_db: -20.6, harsh: 0 },
  route: {
    notes: [
      { hz: 784, from_ms: 0, length_ms: 110 },
      { hz: 1175, from_ms: 110, length_ms: 120 },
    ],
    level_db: -17.6,
    harsh: 0,
  },
  decide: {
    notes: [
      { hz: 880, from_ms: 0, length_ms: 110 },
      { hz: 880, from_ms: 180, length_ms: 110 },
    ],
    level_db: -14.6,
    harsh: 0.1,
  },
  stop: {
    notes: [
      { hz: 784, from_ms: 0, length_ms: 160 },
      { hz: 587, from_ms: 180, length_ms: 160 },
      { hz: 440, from_ms: 360, length_ms: 160 },
    ],
    level_db: -13.6,
    harsh: 0.45,
  },
}

const FADE_MS = 8

export function earconLength_ms(outcome: OutcomeClass): number {
  return Math.max(...EARCONS[outcome].notes.map((note) => note.from_ms + note.length_ms))
}

function noteAt(note: Note, harsh: number, at_ms: number): number {
  const into = at_ms - note.from_ms
  if (into < 0 || into >= note.length_ms) return 0
  const fade = Math.min(1, into / FADE_MS, (note.length_ms - into) / FADE_MS)
  const turn = (2 * Math.PI * note.hz * into) / 1000
  return fade * (Math.sin(turn) + harsh * Math.sin(3 * turn) + (harsh / 2) * Math.sin(5 * turn))
}

/** The samples of one sound, -1 to 1, `rate` of them a second. */
export function earconSamples(outcome: OutcomeClass, rate: number): Float32Array<ArrayBuffer> {
  const { notes, level_db, harsh } = EARCONS[outcome]
  const count = Math.ceil((earconLength_ms(outcome) / 1000) * rate)
  const samples = new Float32Array(count)
  let power = 0
  let sounding_count = 0
  for (let index = 0; index < count; index += 1) {
    const value = notes.reduce((sum, note) => sum + noteAt(note, harsh, (index / rate) * 1000), 0)
    samples[index] = value
    power += value * value
    if (value !== 0) sounding_count += 1
  }
  const gain = 10 ** (level_db / 20) / Math.sqrt(power / Math.max(sounding_count, 1))
  return samples.map((value) => value * gain)
}
