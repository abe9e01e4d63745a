/** Which of the devices that are plugged in is which of those that were set up. Pure. */
import type { DevicePlace, DeviceSetup, UsbIdentity } from './setup.ts'

type Seen = { readonly place: DevicePlace; readonly path: string }

const isSameUsb = (one: UsbIdentity, other: UsbIdentity): boolean =>
  one.vendor_id === other.vendor_id && one.product_id === other.product_id && one.serial_number === other.serial_number

/** Whether a place that was set up is this one. Two devices of one model without serial numbers are the same to it. */
export function isSamePlace(setup: DevicePlace, seen: DevicePlace): boolean {
  switch (setup.via) {
    case 'hid':
      return (
        seen.via === 'hid' &&
        isSameUsb(setup.usb, seen.usb) &&
        setup.usage_page === seen.usage_page &&
        setup.usage === seen.usage
      )
    case 'serial':
      if (seen.via !== 'serial') return false
      // A port of the computer itself keeps its path.
      return setup.usb === null ? setup.path === seen.path : seen.usb !== null && isSameUsb(setup.usb, seen.usb)
    case 'tcp':
      return seen.via === 'tcp' && setup.host === seen.host && setup.port_number === seen.port_number
    case 'queue':
      return seen.via === 'queue' && setup.name === seen.name
    case 'usb-printer':
      return seen.via === 'usb-printer' && isSameUsb(setup.usb, seen.usb)
  }
}

const portOf = (place: DevicePlace): string => ('usb' in place ? (place.usb?.port ?? '') : '')

/** Whether both are known to be plugged into one and the same place. */
function isSamePort(one: DevicePlace, other: DevicePlace): boolean {
  return portOf(one) !== '' && portOf(one) === portOf(other)
}

/**
 * Whether a setup has this place already: as many that say the same of themselves can be set up as are plugged in.
 * @param seen what was found plugged in
 */
export function takenAt(own: readonly DeviceSetup[], at: DevicePlace, seen: readonly { place: DevicePlace }[]): string {
  const alike = own.filter(({ place }) => isSamePlace(place, at))
  const there_count = seen.filter(({ place }) => isSamePlace(place, at)).length
  const here = alike.find(({ place }) => isSamePort(place, at))
  return (here ?? (alike.length < Math.max(1, there_count) ? undefined : alike[0]))?.device_code ?? ''
}

/**
 * The path of each device that is there. Each seen device goes to one setup: two of one model without serial numbers go
 * to two setups by the ports that they were set up at, and else in the order of their paths, which stays as long as
 * they stay plugged in.
 * @param held the paths that are in use, which are never given to another
 */
export function pathsOf(
  setups: readonly DeviceSetup[],
  seen: readonly Seen[],
  held: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const left = new Map([...seen].sort((one, other) => one.path.localeCompare(other.path)).map((one) => [one.path, one]))
  const found = new Map<string, string>()
  const give = (code: string, path: string): void => {
    found.set(code, path)
    left.delete(path)
  }
  for (const { device_code, place } of setups) {
    const path = held.get(device_code)
    const there = path === undefined ? undefined : left.get(path)
    if (there && isSamePlace(place, there.place)) give(device_code, there.path)
  }
  for (const isWanted of [isSamePort, () => true])
    for (const { device_code, place } of setups) {
      if (found.has(device_code)) continue
      const there = [...left.values()].find((one) => isSamePlace(place, one.place) && isWanted(place, one.place))
      if (there) give(device_code, there.path)
    }
  return found
}

/**
 * The setups of which nothing tells which device is meant: more that say the same are there than were set up, or two
 * that were set up are plugged in elsewhere.
 */
export function twins(setups: readonly DeviceSetup[], seen: readonly Seen[]): readonly string[] {
  return setups
    .filter(({ place }) => {
      const alike_count = setups.filter((one) => isSamePlace(place, one.place)).length
      const there = seen.filter((one) => isSamePlace(place, one.place))
      if (there.some((one) => isSamePort(place, one.place))) return false
      return there.length > alike_count || (alike_count > 1 && there.length > 0 && portOf(place) !== '')
    })
    .map(({ device_code }) => device_code)
}
