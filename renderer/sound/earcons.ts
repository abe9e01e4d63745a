/**
 * The four sounds, as samples: pure, so that a test measures what is played. They differ in rhythm and contour within
 * the first half second, lie between 500 and 3000 Hz, and are within 8 dB of each other, so one volume suits all. A
 * kind of outcome begins with the sound of its class, which is recognized right away, and ends in a rhythm of its own.
 */
import type { OutcomeClass, OutcomeKind } from '../../shared/desk/screen.ts'

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

type Ending = { readonly notes: readonly Note[]; readonly harsh: number }

const notes = (...of: readonly (readonly [hz: number, from_ms: number, length_ms: number])[]): Note[] =>
  of.map(([hz, from_ms, length_ms]) => ({ hz, from_ms, length_ms }))

/** How the sound of a class continues for a kind, PAUSE_MS after its end. The kinds differ in rhythm. */
export const ENDINGS: Readonly<Record<OutcomeKind, Ending>> = {
  // One long note: it stays here.
  hold: { notes: notes([1047, 0, 200]), harsh: 0 },
  // Three quick steps up: it goes on.
  transit: { notes: notes([880, 0, 45], [1047, 65, 45], [1319, 130, 45]), harsh: 0 },
  // Two steps down and one up: there and back.
  lender: { notes: notes([1175, 0, 60], [784, 75, 60], [1175, 150, 110]), harsh: 0 },
  // Two long equal ones.
  'not-ours': { notes: notes([659, 0, 110], [659, 150, 110]), harsh: 0.2 },
  // A rattle.
  damaged: { notes: notes([659, 0, 35], [659, 50, 35], [659, 100, 35], [659, 150, 35]), harsh: 0.3 },
  // Two long steps down.
  withdrawn: { notes: notes([784, 0, 100], [587, 110, 130]), harsh: 0 },
  // Two steps up: it is back.
  'lost-found': { notes: notes([784, 0, 80], [1319, 90, 110]), harsh: 0 },
  // Long, short, long.
  'claim-found': { notes: notes([880, 0, 100], [880, 120, 40], [880, 180, 100]), harsh: 0 },
  // Two short ones.
  'missing-found': { notes: notes([1175, 0, 40], [1175, 80, 40]), harsh: 0 },
  // One lower.
  'not-out': { notes: notes([659, 0, 120]), harsh: 0 },
  // Three slow knocks.
  unknown: { notes: notes([587, 0, 40], [587, 110, 40], [587, 220, 40]), harsh: 0.45 },
}
const PAUSE_MS = 60

/** Each note of a sound with its harshness, followed by the ending of its kind. */
export function earconNotes(
  outcome: OutcomeClass,
  kind: OutcomeKind | null = null,
): readonly (Note & { readonly harsh: number })[] {
  const lead = EARCONS[outcome]
  const own = lead.notes.map((note) => ({ ...note, harsh: lead.harsh }))
  if (kind === null) return own
  const { notes: more, harsh } = ENDINGS[kind]
  const from_ms = endOf(own) + PAUSE_MS
  return [...own, ...more.map((note) => ({ ...note, from_ms: note.from_ms + from_ms, harsh }))]
}

function endOf(played: readonly Note[]): number {
  return Math.max(...played.map((note) => note.from_ms + note.length_ms))
}

const FADE_MS = 8

export function earconLength_ms(outcome: OutcomeClass, kind: OutcomeKind | null = null): number {
  return endOf(earconNotes(outcome, kind))
}

function noteAt(note: Note, harsh: number, at_ms: number): number {
  const into = at_ms - note.from_ms
  if (into < 0 || into >= note.length_ms) return 0
  const fade = Math.min(1, into / FADE_MS, (note.length_ms - into) / FADE_MS)
  const turn = (2 * Math.PI * note.hz * into) / 1000
  return fade * (Math.sin(turn) + harsh * Math.sin(3 * turn) + (harsh / 2) * Math.sin(5 * turn))
}

/** The samples of one sound, -1 to 1, `rate` of them per second. */
export function earconSamples(
  outcome: OutcomeClass,
  rate: number,
  kind: OutcomeKind | null = null,
): Float32Array<ArrayBuffer> {
  const played = earconNotes(outcome, kind)
  const count = Math.ceil((earconLength_ms(outcome, kind) / 1000) * rate)
  const samples = new Float32Array(count)
  let power = 0
  let sounding_count = 0
  for (let index = 0; index < count; index += 1) {
    const value = played.reduce((sum, note) => sum + noteAt(note, note.harsh, (index / rate) * 1000), 0)
    samples[index] = value
    power += value * value
    if (value !== 0) sounding_count += 1
  }
  const gain = 10 ** (EARCONS[outcome].level_db / 20) / Math.sqrt(power / Math.max(sounding_count, 1))
  return samples.map((value) => value * gain)
}
