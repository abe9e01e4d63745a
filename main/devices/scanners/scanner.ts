/**
 * A scanner that is no keyboard: its bytes become scans. Nonsense is told once, until it scans again. One that says of
 * itself that it can be told to beep does so.
 */
import { beepReport } from '../../../shared/devices/scan/beep-report.ts'
import { hidPosSilence, hidPosStep, HID_POS_AT_REST } from '../../../shared/devices/scan/hid-pos.ts'
import {
  afterSilence,
  FRAME_AT_REST,
  frameSilence,
  frameStep,
  isMidScan,
} from '../../../shared/devices/scan/framing.ts'
import type { ScanFault, ScannerSaid } from '../../../shared/devices/scan/scanned.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { WorkEnd } from '../../../shared/devices/wire.ts'
import type { Driver } from '../driver.ts'
import type { Line } from '../transports/line.ts'
import { Silence } from './silence.ts'

/** The reports of one scan are some milliseconds apart. */
const REPORTS_SILENCE_MS = 500
const BEEP_LIMIT_MS = 1_000

export type ScannerPorts = {
  readonly scanned: (text: string) => void
  readonly misread: (fault: ScanFault) => void
  /** It can be told to beep. */
  readonly beeper: () => void
  readonly monotonic_ms: () => number
}

type Reader = { readonly take: (bytes: Uint8Array) => void; readonly end: () => void }

type Scanner = Extract<DeviceSetup, { role: 'scanner' }>

export function scannerDriver(setup: Scanner, ports: ScannerPorts): Driver {
  let isMisreadTold = false
  const say = (said: ScannerSaid): void => {
    if (said.kind === 'scan') {
      isMisreadTold = false
      ports.scanned(said.text)
    } else if (!isMisreadTold) {
      isMisreadTold = true
      ports.misread(said.fault)
    }
  }
  const reader = setup.place.via === 'hid' ? hidReader(ports, say) : serialReader(setup, ports, say)
  const beeper = new Beeper(ports)
  return {
    opened: (line) => beeper.opened(line),
    take: reader.take,
    do: ({ kind }) => (kind === 'beep' ? beeper.beep() : Promise.resolve({ end: 'not-done', detail: 'wrong-work' })),
    cancel: () => undefined,
    tellAgain: () => beeper.tell(),
    end: () => {
      reader.end()
      beeper.end()
    },
  }
}

class Beeper {
  readonly #ports: ScannerPorts
  #line: Line | null = null
  #report: readonly number[] | null = null

  constructor(ports: ScannerPorts) {
    this.#ports = ports
  }

  opened(line: Line): void {
    this.#line = line
    this.#report = line.descriptor ? beepReport(line.descriptor) : null
    this.tell()
  }

  tell(): void {
    if (this.#report) this.#ports.beeper()
  }

  async beep(): Promise<WorkEnd> {
    const [line, report] = [this.#line, this.#report]
    if (line === null || report === null) return { end: 'not-done', detail: 'wrong-work' }
    const written = await line.write(Uint8Array.from(report), BEEP_LIMIT_MS)
    if (written.kind === 'taken') return { end: 'done', detail: '' }
    return { end: 'may-be-done', detail: this.#line ? 'not-taken' : 'lost' }
  }

  end(): void {
    this.#line = null
    this.#report = null
  }
}

function hidReader({ monotonic_ms }: ScannerPorts, say: (said: ScannerSaid) => void): Reader {
  let state = HID_POS_AT_REST
  const silence = new Silence(REPORTS_SILENCE_MS, monotonic_ms, () => {
    const said = hidPosSilence(state)
    state = HID_POS_AT_REST
    if (said) say(said)
  })
  return {
    take: (report) => {
      const [next, said] = hidPosStep(state, report)
      state = next
      if (said) say(said)
      if (state === HID_POS_AT_REST) silence.end()
      else silence.begin()
    },
    end: () => {
      silence.end()
      state = HID_POS_AT_REST
    },
  }
}

function serialReader({ framing }: Scanner, { monotonic_ms }: ScannerPorts, say: (said: ScannerSaid) => void): Reader {
  let state = FRAME_AT_REST
  const silence = new Silence(framing.silence_ms, monotonic_ms, () => {
    const said = frameSilence(framing, state)
    state = afterSilence(framing, state)
    if (said) say(said)
  })
  return {
    take: (bytes) => {
      const [next, said] = frameStep(framing, state, bytes)
      state = next
      said.forEach(say)
      if (isMidScan(state)) silence.begin()
      else silence.end()
    },
    end: () => {
      silence.end()
      state = FRAME_AT_REST
    },
  }
}
