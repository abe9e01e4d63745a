/** The devices host of a desk with one receipt printer, and what it says. */
import { expect, type ExpectStatic } from 'vitest'
import { DevicesHost } from '../../../main/devices/host.ts'
import type { Patience } from '../../../main/devices/printers/printer.ts'
import type { FromDevicesHost, PrinterNow } from '../../../shared/devices/wire.ts'

/** A computer that has much else to do answers late. */
const PATIENT: Patience = { answer_ms: 30_000, job_ms: 30_000, look_ms: 150 }
/** For a printer that tells nothing by itself: it is asked once a job should be done. */
export const ASKS_SOON: Patience = { answer_ms: 30_000, job_ms: 3_000, look_ms: 150 }
/** For a printer that never answers. */
export const IMPATIENT: Patience = { answer_ms: 3_000, job_ms: 1_500, look_ms: 150 }

export type PrintingHost = {
  readonly host: DevicesHost
  readonly said: readonly FromDevicesHost[]
  readonly states: (code?: string) => readonly string[]
  readonly ready: (code?: string) => Promise<void>
  /** "R1 done", one a line, in the order in which they came. */
  readonly ends: () => readonly string[]
  /** How the printer said it is, last. */
  readonly now: (code?: string) => PrinterNow | undefined
}

/** @param asked a test that runs beside others has its own */
export function printingHost(patience = PATIENT, asked: Pick<ExpectStatic, 'poll'> = expect): PrintingHost {
  const said: FromDevicesHost[] = []
  const host = new DevicesHost({
    monotonic_ms: () => performance.now(),
    say: (one) => said.push(one),
    scan: () => undefined,
    log: () => undefined,
    patience,
  })
  const states = (code = 'PRINTER-1'): readonly string[] =>
    said.flatMap((one) => (one.kind === 'now' && one.device.device_code === code ? [one.device.state] : []))
  return {
    host,
    said,
    states,
    ready: (code) => asked.poll(() => states(code).at(-1)).toBe('ready'),
    ends: () =>
      said.flatMap((one) =>
        one.kind === 'ended' ? [[one.work_ref, one.end, one.detail].filter(Boolean).join(' ')] : [],
      ),
    now: (code = 'PRINTER-1') =>
      said.flatMap((one) => (one.kind === 'printer' && one.device_code === code ? [one.printer] : [])).at(-1),
  }
}
