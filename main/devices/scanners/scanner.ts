/** A scanner that is no keyboard: its bytes become scans. Nonsense is told once, until it scans again. */
import { hidPosStep, HID_POS_AT_REST } from '../../../shared/devices/scan/hid-pos.ts'
import { FRAME_AT_REST, frameSilence, frameStep, isMidScan } from '../../../shared/devices/scan/framing.ts'
import type { ScanFault, ScannerSaid } from '../../../shared/devices/scan/scanned.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import { DOES_NOTHING, type Driver } from '../driver.ts'

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
  const reader = setup.place.via === 'hid' ? hidReader(say) : serialReader(setup, ports, say)
  return { ...DOES_NOTHING, ...reader }
}

function hidReader(say: (said: ScannerSaid) => void): Reader {
  let state = HID_POS_AT_REST
  return {
    take: (report) => {
      const [next, said] = hidPosStep(state, report)
      state = next
      if (said) say(said)
    },
    end: () => {
      state = HID_POS_AT_REST
    },
  }
}

function serialReader({ framing }: Scanner, ports: ScannerPorts, say: (said: ScannerSaid) => void): Reader {
  let state = FRAME_AT_REST
  let timer: NodeJS.Timeout | undefined
  const silence = (): void => {
    const [next, said] = frameSilence(framing, state)
    state = next
    if (said) say(said)
  }
  return {
    take: (bytes) => {
      clearTimeout(timer)
      const [next, said] = frameStep(framing, state, bytes, ports.monotonic_ms())
      state = next
      said.forEach(say)
      if (isMidScan(state)) timer = setTimeout(silence, framing.silence_ms)
    },
    end: () => {
      clearTimeout(timer)
      state = FRAME_AT_REST
    },
  }
}
