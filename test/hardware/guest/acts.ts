/** All that a test can have done inside the guest, by name. What comes in and goes out is plain JSON. */
import { closeSync, constants, existsSync, openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { posReports } from '../../support/devices/hid-reports.ts'
import type { ToDevices } from '../../../main/ipc/wire.ts'
import { DevicesProcess, type Hear } from './devices-process.ts'
import { readSome, writeWhole } from './files.ts'
import { Gadget, type GadgetSpec } from './gadget.ts'
import { GadgetPrinter, type CameOut } from './gadget-printer.ts'
import { startUdev } from './udev.ts'
import { UhidScanner } from './uhid.ts'

/**
 * The kernel keeps 64 reports for each reader, and drops what comes after: a scanner that is faster than the reader for
 * longer loses scans whatever the desk does. A burst stays below it.
 */
const REPORTS_AHEAD_MAX = 48

/** What can be plugged in, by the name that the test gave it. */
const hids = new Map<string, UhidScanner>()
const gadgets = new Map<string, Gadget>()
/** The insides of printers that are plugged in, by the paths of their files. */
const printers = new Map<string, GadgetPrinter>()
/** Files of devices that the test has open, by their paths. */
const files = new Map<string, number>()
let devices: DevicesProcess | null = null
let hear: Hear = () => undefined

/** Calls this with each message of the devices process. */
export function hearDevices(heard: Hear): void {
  hear = heard
}

function must<Thing>(thing: Thing | undefined | null, what: string): Thing {
  if (thing === undefined || thing === null) throw new Error(`there is no ${what}`)
  return thing
}

/** Sends scans, each in one report, as fast as the kernel can keep them. */
async function burst(texts: readonly string[], send: (report: Uint8Array) => void | Promise<void>): Promise<void> {
  const started = must(devices, 'devices process')
  const before_count = started.scans_count
  for (const [at, text] of texts.entries()) {
    while (at - (started.scans_count - before_count) >= REPORTS_AHEAD_MAX) await wait(1)
    for (const report of posReports(text, ']F0')) await send(report)
  }
}

function unplug(name: string): void {
  gadgets.get(name)?.unplug()
  hids.get(name)?.unplug()
  hids.delete(name)
}

const numberOf = (path: string): number => must(files.get(path), `open file ${path}`)

export const ACTS = {
  /** Starts the devices process as this user, 0 for root, and waits until it says that it is open. */
  startDevices: async (bundle: string, user: number): Promise<void> => {
    devices = new DevicesProcess(bundle, user, (message) => hear(message))
    await devices.opened
  },
  tellDevices: (message: ToDevices): void => must(devices, 'devices process').tell(message),
  /** @returns its exit code */
  endDevices: async (): Promise<number | null> => {
    const code = await must(devices, 'devices process').end()
    devices = null
    return code
  },

  /** @returns when, by the guest's clock, in ms */
  plugHid: (name: string, serial_number: string): number => {
    hids.set(name, new UhidScanner(serial_number))
    return performance.now()
  },
  scanHid: (name: string, texts: readonly string[]): Promise<void> => {
    const scanner = must(hids.get(name), name)
    return burst(texts, (report) => scanner.send(report))
  },
  /** Has a scanner come and go so many times, each in this time; it is gone afterwards. */
  flapHid: async (serial_number: string, each_ms: number, times_count: number): Promise<void> => {
    for (let n = 0; n < times_count; n += 1) {
      const scanner = new UhidScanner(serial_number)
      await wait(each_ms / 2)
      scanner.unplug()
      await wait(each_ms / 2)
    }
  },

  /** Makes a USB device, which is not plugged in yet. */
  makeUsb: (name: string, spec: GadgetSpec): void => void gadgets.set(name, new Gadget(spec)),
  /** @returns when, by the guest's clock, in ms */
  plugUsb: (name: string): number => {
    must(gadgets.get(name), name).plug()
    return performance.now()
  },
  unplug,
  /** Takes its power: what it had is gone. */
  endPrinter: (path: string): void => {
    must(printers.get(path), `printer ${path}`).end()
    printers.delete(path)
  },
  /** Unplugs everything, and closes every file. */
  unplugAll: (): void => {
    for (const printer of printers.values()) printer.end()
    printers.clear()
    for (const fd of files.values()) closeSync(fd)
    files.clear()
    ;[...hids.keys(), ...gadgets.keys()].forEach(unplug)
  },
  /** Scans with a USB scanner, whose own end this file is. */
  scanUsb: (path: string, texts: readonly string[]): Promise<void> =>
    burst(texts, (report) => writeWhole(numberOf(path), report)),

  isThere: (path: string): boolean => existsSync(path),
  open: (path: string): void =>
    void files.set(path, openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)),
  close: (path: string): void => {
    closeSync(numberOf(path))
    files.delete(path)
  },
  write: (path: string, hex: string): Promise<void> => writeWhole(numberOf(path), Buffer.from(hex, 'hex')),
  /** @returns what has come, as hex; empty when nothing has */
  read: (path: string): string => readSome(numberOf(path)).toString('hex'),

  /**
   * Has a printer that is plugged in print, by the file of its own end.
   * @param reads_max_count how many bytes of jobs it reads before it stands still; null: all
   */
  startPrinter: (path: string, profile_code: string, reads_max_count: number | null): void =>
    void printers.set(path, new GadgetPrinter(path, profile_code, reads_max_count)),
  isPrinterStopped: (path: string): boolean => must(printers.get(path), `printer ${path}`).isStopped,
  /** @returns what came out of it */
  papersOf: (path: string): readonly CameOut[] => must(printers.get(path), `printer ${path}`).papers,

  startUdev,
} as const
