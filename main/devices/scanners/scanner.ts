/** A scanner that is no keyboard: its bytes become scans. Nonsense is told once, until it scans again. */
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
import { DOES_NOTHING, type Driver } from '../driver.ts'
import { Silence } from './silence.ts'

/** The reports of one scan are some milliseconds apart. */
const REPORTS_SILENCE_MS = 500

export type ScannerPorts = {
  readonly scanned: (text: string) => void
  readonly misread: (fault: ScanFault) => void
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
  return { ...DOES_NOTHING, ...reader }
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
