/** English for the devices at this desk. */
import type { DEVICE_REFUSALS } from '../../../refusals/device.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const DEVICE: WordsFor<typeof DEVICE_REFUSALS> = {
  'no-devices-here': {
    short: 'No devices here',
    says: 'The part of Datestamp that talks to devices is not running.',
    way_out: 'Try again in a moment. If it stays so, restart Datestamp.',
  },
  'no-such-device': {
    short: 'No such device',
    says: ({ device }) => `No device is called ${device} at this desk.`,
    way_out: 'Choose one from the list.',
  },
  'device-known': {
    short: 'In use already',
    says: ({ device }) => `This device is in use already, as ${device}.`,
    way_out: 'Change that one, or remove it first.',
  },
  'prefix-too-long': {
    short: 'Prefix too long',
    says: ({ max }) => `A prefix has at most ${max} characters.`,
    way_out: 'Type only what the scanner sends before each barcode, or leave it blank.',
  },
  'too-many-devices': {
    short: 'Too many devices',
    says: ({ max }) => `A desk has at most ${max} devices.`,
    way_out: 'Remove one first.',
  },
}
