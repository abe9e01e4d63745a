/** English for the devices at this desk. */
import type { DEVICE_REFUSALS } from '../../../refusals/device.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const DEVICE: WordsFor<typeof DEVICE_REFUSALS> = {
  'practice-only': {
    short: 'For practice only',
    says: 'Only a practice desk has training devices.',
    way_out: 'Close Datestamp and start it for practice.',
  },
  'training-devices-only': {
    short: 'Training devices only',
    says: 'A practice desk uses its training devices, and never a real one.',
    way_out: 'Set up real devices at a desk at work.',
  },
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
  'printer-model-unknown': {
    short: 'Unknown model',
    says: ({ model }) => `Datestamp knows no printer model called ${model}.`,
    way_out: 'Choose a model from the list.',
  },
  'prefix-too-long': {
    short: 'Prefix too long',
    says: ({ max }) => `A prefix has at most ${max} characters.`,
    way_out: 'Type only what the scanner sends before each barcode, or leave it blank.',
  },
  'logo-not-found': {
    short: 'No such file',
    says: 'No file of this name can be read.',
    way_out: 'Check its name, with its folder, and that this computer may read it.',
  },
  'logo-not-png': {
    short: 'No picture',
    says: 'This is no PNG picture, or a damaged one.',
    way_out: 'Save the logo as PNG, not interlaced, and choose that file.',
  },
  'logo-too-large': {
    short: 'Picture too large',
    says: ({ max }) => `A logo is at most ${max} pixels wide and high, and 2 MB.`,
    way_out: 'Save it smaller. A receipt has room for 576 dots by 160.',
  },
  'logo-blank': {
    short: 'Nothing dark in it',
    says: 'Nothing in this picture is dark enough to print.',
    way_out: 'Choose a dark logo on white.',
  },
  'scans-do-not-agree': {
    short: 'Scans do not agree',
    says: 'Three scans that agree are needed, and there are none.',
    way_out: 'Scan three times on the page of the keyboard scanner.',
  },
  'no-beeper': {
    short: 'No beeper',
    says: 'This device is not ready, or has no beeper that Datestamp can sound.',
    way_out: 'Scan a barcode: whether a scanner beeps at that is a setting of its own.',
  },
  'no-receipt-printer': {
    short: 'No receipt printer',
    says: 'No receipt printer is set up at this desk.',
    way_out: 'Print with this computer’s own printer, or set one up on the devices page.',
  },
  'job-over': {
    short: 'Too late for that',
    says: 'A printer has this job, or it is over.',
    way_out: 'Look at its status in the list.',
  },
  'too-many-devices': {
    short: 'Too many devices',
    says: ({ max }) => `A desk has at most ${max} devices.`,
    way_out: 'Remove one first.',
  },
  'drawer-without-device': {
    short: 'Nothing opens it',
    says: ({ drawer }) => `No device of this desk opens the drawer${drawer === '' ? '' : ` ${drawer}`}.`,
    way_out: 'Open it with its key, or set it up on the page of the devices.',
  },
  'drawer-level-unknown': {
    short: 'Not known',
    says: 'The device does not say whether its drawer is open.',
    way_out: 'Check that it is ready, and that the cable of the drawer is plugged in.',
  },
  'drawer-level-same': {
    short: 'No difference',
    says: 'The device says the same of the open drawer and of the shut one.',
    way_out: 'Open the drawer and say so, then shut it and say so. If it stays the same, this drawer has no sensor.',
  },
  'pulse-settled': {
    short: 'Settled already',
    says: 'It is known already whether the drawer opened.',
    way_out: 'There is nothing left to do.',
  },
}
