/** A station for a program of its own: the tests' key and fakes, with its log on standard error. */
import { writeSync } from 'node:fs'
import { openStation } from '../../../main/app.ts'
import type { SigningPorts } from '../../../main/journal/signing.ts'
import type { Station } from '../../../main/station-ports.ts'
import { KEY, QUICK_PIN_COST, seededRandom, type FakeClock } from './fakes.ts'

export function openChildStation(
  dataFolder: string,
  clock: FakeClock,
  seed = 1,
  signing: SigningPorts | null = null,
): Promise<Station> {
  return openStation({
    dataFolder,
    key: KEY,
    key_kept: 'sealed',
    clock,
    monotonic_ms: clock.monotonic_ms,
    random: seededRandom(seed),
    measurePinCost: () => QUICK_PIN_COST,
    log: (line) => writeSync(2, `${line}\n`),
    push: () => {},
    // There are devices: what is to be printed waits for a printer.
    askDevices: () => {},
    keepKey: async () => {},
    signing,
    version: 'test',
  })
}
