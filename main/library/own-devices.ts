/** The devices that this desk was set up with, as its settings keep them. Reads only. */
import { z } from 'zod'
import { drawerOf } from '../../shared/devices/drawer/drawer-of.ts'
import { deviceSetupSchema, DEVICES_MAX, type DeviceSetup } from '../../shared/devices/setup.ts'
import { isTrainingPlace } from '../../shared/devices/training/places.ts'
import { ownDocument, readOwn } from '../journal/own-values.ts'
import type { ReadHandle } from '../store/sql.ts'
import { OWN_PRACTICE } from './sample.ts'

/**
 * A setup of another version of this program that cannot be read is left out, and set up again. A practice desk has
 * its training devices and no other.
 */
export function ownDevices(db: ReadHandle): readonly DeviceSetup[] {
  const text = readOwn(db, 'devices')
  if (text === '') return []
  const is_practice = readOwn(db, OWN_PRACTICE) !== ''
  const devices = z.array(z.unknown()).catch([]).parse(ownDocument(text)['devices'])
  return devices
    .flatMap((one): DeviceSetup[] => {
      const read = deviceSetupSchema.safeParse(one)
      return read.success && (!is_practice || isTrainingPlace(read.data.place)) ? [read.data] : []
    })
    .slice(0, DEVICES_MAX)
}

/** The cash drawers that one of them opens. */
export function drawersOpened(db: ReadHandle): ReadonlySet<string> {
  return new Set(ownDevices(db).flatMap((one) => drawerOf(one) ?? []))
}
