/**
 * A pole display: two lines at a time. It never answers, so lines that left the computer count as shown. One that does
 * not take its bytes is begun anew with the next lines, because nobody knows what of the last ones it has.
 */
import { encodeBegin, encodeShow } from '../../../shared/devices/display/pole-codes.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { WorkEnd } from '../../../shared/devices/wire.ts'
import type { Driver } from '../driver.ts'
import type { Line } from '../transports/line.ts'

/** 52 bytes at 1,200 baud take half a second. */
const SHOW_LIMIT_MS = 2_000

export function poleDriver({ language }: Extract<DeviceSetup, { role: 'display' }>): Driver {
  let line: Line | null = null
  let isBegun = false
  let clearing: Promise<void> = Promise.resolve()
  /** The lines before a start are of a patron who left, and those at an end of one who leaves. */
  const clear = async (): Promise<void> => {
    const written = await line?.write(encodeBegin(language), SHOW_LIMIT_MS)
    isBegun = written?.kind === 'taken'
  }
  const show = async (lines: readonly string[]): Promise<WorkEnd> => {
    await clearing
    if (line === null) return { end: 'not-done', detail: 'not-ready' }
    const begin = isBegun ? [] : encodeBegin(language)
    const written = await line.write(Uint8Array.of(...begin, ...encodeShow(language, lines)), SHOW_LIMIT_MS)
    isBegun = written.kind === 'taken'
    return isBegun ? { end: 'done', detail: '' } : { end: 'may-be-done', detail: 'not-taken' }
  }
  return {
    opened: (opened) => {
      line = opened
      isBegun = false
      clearing = clear()
    },
    leave: clear,
    take: () => undefined,
    do: (work) =>
      work.kind === 'show' ? show(work.lines) : Promise.resolve({ end: 'not-done', detail: 'wrong-work' }),
    cancel: () => undefined,
    tellAgain: () => undefined,
    end: () => {
      line = null
    },
  }
}
