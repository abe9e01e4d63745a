/**
 * What is plugged in, and where the system has it now. Each driver is asked by itself: one that fails, or that this
 * computer lacks, hides nothing of the other.
 */
import { existsSync } from 'node:fs'
import type { DevicePlace } from '../../../shared/devices/setup.ts'
import { cleanLine } from '../../../shared/kernel/clean-text.ts'
import { oneAtATime } from './hanging.ts'
import { hidSeen } from './hid-edge.ts'
import { lanPrintersSeen } from './lan-search.ts'
import { within, type Seen } from './line.ts'
import { portsSeen } from './serial-edge.ts'
import { OWN_QUEUES } from './own-queues.ts'
import { queuesSeen, seenAs } from './queue.ts'
import { networkSeen } from './tcp.ts'
import { usbPrintersSeen } from './usb-printer.ts'

/** `faults`: the drivers that could not look, in their own words. */
export type Look = { readonly seen: readonly Seen[]; readonly faults: readonly string[] }

const LOOK_LIMIT_MS = 5_000

type Looks = Readonly<Record<DevicePlace['via'], () => Promise<readonly Seen[]>>>
const LOOKS: Looks = {
  hid: oneAtATime(hidSeen),
  serial: oneAtATime(portsSeen),
  'usb-printer': oneAtATime(() => usbPrintersSeen()),
  queue: oneAtATime(() => queuesSeen(OWN_QUEUES)),
  tcp: oneAtATime(() => lanPrintersSeen()),
}

/** Ports of the computer itself that the system lists nowhere, but that are there by their path. */
function unlisted(places: readonly DevicePlace[], seen: readonly Seen[]): readonly Seen[] {
  return places.flatMap((place): Seen[] => {
    if (place.via !== 'serial' || place.usb !== null || seen.some(({ path }) => path === place.path)) return []
    return existsSync(place.path) ? [{ place, name: '', looks_like: 'port', path: place.path }] : []
  })
}

/** A queue that was set up is always worth a try: on Windows it takes a second to list them. */
function queuesOf(places: readonly DevicePlace[]): readonly Seen[] {
  return places.flatMap((place) => (place.via === 'queue' ? [seenAs(place)] : []))
}

/**
 * Looks for devices of these kinds.
 * @param places those that were set up
 * @param by how each kind is looked for
 */
export async function lookAround(
  kinds: ReadonlySet<DevicePlace['via']>,
  places: readonly DevicePlace[] = [],
  by: Looks = LOOKS,
): Promise<Look> {
  const looks = (['hid', 'serial', 'usb-printer', 'queue', 'tcp'] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => by[kind])
  const results = await Promise.allSettled(looks.map((look) => within(LOOK_LIMIT_MS, 'looking for devices', look())))
  const found = results.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  // A device can call itself anything, and a page shows it.
  const seen = found.map((one) => ({ ...one, name: cleanLine(one.name) }))
  return {
    seen: [...seen, ...unlisted(places, seen), ...networkSeen(places), ...queuesOf(places)],
    faults: results.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])),
  }
}
