/**
 * Plays the sounds of outcomes. A new one cuts off the old. Silent, without an error, when there is no sound device.
 */
import type { Band } from '../../shared/desk/screen.ts'
import type { Settings } from '../../shared/ipc/settings.ts'
import { earconSamples } from './earcons.ts'

export type Sounding = Pick<Band, 'outcome' | 'kind'>

/** What is heard of it: done with money over or short sounds like the question that it is drawn as. */
export function soundingOf({ outcome, kind, is_off }: Pick<Band, 'outcome' | 'kind' | 'is_off'>): Sounding {
  return { outcome: is_off === true ? 'decide' : outcome, kind }
}

export type SoundSettings = Pick<Settings, 'sound_volume' | 'muted_outcomes'>
export type Player = { readonly play: (sounding: Sounding, settings: SoundSettings) => void }

const CUT_SECONDS = 0.005

function createPlayer(): Player {
  let context: AudioContext | null = null
  const buffers = new Map<string, AudioBuffer>()
  let last: { source: AudioBufferSourceNode; gain: GainNode } | null = null

  const bufferOf = (at: AudioContext, { outcome, kind }: Sounding): AudioBuffer => {
    const name = `${outcome} ${kind ?? ''}`
    const made = buffers.get(name)
    if (made) return made
    const samples = earconSamples(outcome, at.sampleRate, kind)
    const buffer = at.createBuffer(1, samples.length, at.sampleRate)
    buffer.copyToChannel(samples, 0)
    buffers.set(name, buffer)
    return buffer
  }

  return {
    play: (sounding, settings) => {
      if (settings.sound_volume === 0 || settings.muted_outcomes.includes(sounding.outcome)) return
      if (typeof AudioContext === 'undefined') return
      context ??= new AudioContext({ latencyHint: 'interactive' })
      if (context.state === 'suspended') void context.resume().catch(() => undefined)
      if (last) {
        last.gain.gain.setTargetAtTime(0, context.currentTime, CUT_SECONDS / 3)
        last.source.stop(context.currentTime + CUT_SECONDS)
      }
      const source = context.createBufferSource()
      source.buffer = bufferOf(context, sounding)
      const gain = context.createGain()
      gain.gain.value = settings.sound_volume / 100
      source.connect(gain).connect(context.destination)
      source.start()
      last = { source, gain }
    },
  }
}

/** The desk's one player. */
export const player = createPlayer()
