/** The four sounds measured as they are played. */
import { describe, expect, it } from 'vitest'
import { EARCONS, earconLength_ms, earconNotes, earconSamples } from '../../renderer/sound/earcons.ts'
import { soundingOf } from '../../renderer/sound/player.ts'
import { KIND_TABLE } from '../../shared/desk/outcome-kinds.ts'
import { outcomeKindSchema, type OutcomeClass, type OutcomeKind } from '../../shared/desk/screen.ts'

const CLASSES: readonly OutcomeClass[] = ['done', 'route', 'decide', 'stop']
const RATE = 8_000

/** Root mean square of what sounds, in decibels below full scale. */
function level(samples: Float32Array): number {
  const sounding = samples.filter((value) => value !== 0)
  const power = sounding.reduce((sum, value) => sum + value * value, 0) / sounding.length
  return 10 * Math.log10(power)
}

/** Share of the energy between two frequencies, by a plain Fourier transform. */
function share(samples: Float32Array, from_hz: number, to_hz: number): number {
  let inside = 0
  let all = 0
  for (let bin = 1; bin < samples.length / 2; bin += 1) {
    const hz = (bin * RATE) / samples.length
    let re = 0
    let im = 0
    for (let at = 0; at < samples.length; at += 1) {
      const turn = (2 * Math.PI * bin * at) / samples.length
      re += (samples[at] ?? 0) * Math.cos(turn)
      im -= (samples[at] ?? 0) * Math.sin(turn)
    }
    const power = re * re + im * im
    all += power
    if (hz >= from_hz && hz <= to_hz) inside += power
  }
  return inside / all
}

describe('the sounds', () => {
  it.each([
    [undefined, 'done'],
    [false, 'done'],
    [true, 'decide'],
  ] as const)('done with money off (%s) sounds like %s', (is_off, outcome) => {
    expect(soundingOf({ outcome: 'done', kind: null, is_off }).outcome).toBe(outcome)
  })

  it('have the lengths that were decided', () => {
    expect(CLASSES.map((outcome) => earconLength_ms(outcome))).toEqual([70, 230, 290, 520])
  })

  it('lie within 8 dB of each other and never clip', () => {
    const levels = CLASSES.map((outcome) => level(earconSamples(outcome, RATE)))
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(8)
    for (const outcome of CLASSES) {
      expect(Math.max(...earconSamples(outcome, RATE).map(Math.abs))).toBeLessThan(1)
    }
  })

  it.each(CLASSES)('%s has most of its energy between 500 and 3000 Hz', (outcome) => {
    expect(share(earconSamples(outcome, RATE), 500, 3000)).toBeGreaterThanOrEqual(0.7)
  })

  it('differ in the first half second: one note, two rising, two equal, three falling', () => {
    const tunes = CLASSES.map((outcome) => EARCONS[outcome].notes.filter((note) => note.from_ms < 500).map((n) => n.hz))
    expect(tunes).toEqual([[1047], [784, 1175], [880, 880], [784, 587, 440]])
  })
})

const KINDS = outcomeKindSchema.options
const samplesOf = (kind: OutcomeKind): Float32Array => earconSamples(KIND_TABLE[kind].outcome, RATE, kind)

/** When it sounds and when it is still, in steps of 20 ms: what an ear tells as rhythm. */
function rhythm(samples: Float32Array): string {
  const step = RATE / 50
  const steps = Array.from({ length: Math.ceil(samples.length / step) }, (_none, at) => {
    const part = samples.subarray(at * step, (at + 1) * step)
    return part.filter((value) => Math.abs(value) > 0.01).length > part.length / 2 ? '=' : '.'
  })
  return steps.join('')
}

describe('the sound of a kind of outcome', () => {
  it.each(KINDS)('%s begins with the whole sound of its class', (kind) => {
    const { outcome } = KIND_TABLE[kind]
    const lead = earconNotes(outcome)
    expect(earconNotes(outcome, kind).slice(0, lead.length)).toEqual(lead)
    expect(earconNotes(outcome, kind).length).toBeGreaterThan(lead.length)
  })

  it('is like that of no other kind, and of no class: each has its own rhythm or its own steps', () => {
    const sounds = [
      ...CLASSES.map((outcome) => [outcome, earconNotes(outcome)] as const),
      ...KINDS.map((kind) => [kind, earconNotes(KIND_TABLE[kind].outcome, kind)] as const),
    ]
    const seen = new Map<string, string>()
    for (const [name, notes] of sounds) {
      const steps = notes.map((note, at) => Math.sign(note.hz - (notes[at - 1] ?? note).hz)).join()
      const lengths = notes.map((note) => Math.round(note.length_ms / 40)).join()
      const likeness = `${notes.length} ${steps} ${lengths}`
      expect(seen.get(likeness), `${name} sounds like`).toBeUndefined()
      seen.set(likeness, name)
    }
  })

  it('is measured as another rhythm than that of every other kind of its class', () => {
    for (const outcome of CLASSES) {
      const rhythms = KINDS.filter((kind) => KIND_TABLE[kind].outcome === outcome).map((kind) =>
        rhythm(samplesOf(kind)),
      )
      expect(new Set(rhythms).size, rhythms.join(' ')).toBe(rhythms.length)
    }
  })

  it('lies within 8 dB of all others, never clips, and is over within a second', () => {
    const levels = [
      ...CLASSES.map((outcome) => level(earconSamples(outcome, RATE))),
      ...KINDS.map((kind) => level(samplesOf(kind))),
    ]
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(8)
    for (const kind of KINDS) {
      expect(Math.max(...samplesOf(kind).map(Math.abs))).toBeLessThan(1)
      expect(earconLength_ms(KIND_TABLE[kind].outcome, kind)).toBeLessThan(1000)
    }
  })

  it.each(KINDS)('%s has most of its energy between 500 and 3000 Hz', (kind) => {
    expect(share(samplesOf(kind), 500, 3000)).toBeGreaterThanOrEqual(0.7)
  })
})
