/** A printer's setup from what a person chose for it. Pure. */
import { DEFAULT_PROFILE_CODE, profileNamed, profileOf } from './printer/profiles.ts'
import { formOf, lineOf } from './setup-scanner.ts'
import {
  SERIAL_FORMS,
  SERIAL_SPEEDS,
  USUAL_LINE,
  type DevicePlace,
  type DeviceSetup,
  type PrinterPlace,
  type SerialForm,
  type SerialLine,
  type SerialSpeed,
} from './setup.ts'

type Printer = Extract<DeviceSetup, { role: 'printer' }>

/** Undefined: as it is, or as usual. */
export type PrinterChoice = {
  readonly profile_code?: string | undefined
  readonly speed?: SerialSpeed | undefined
  readonly form?: SerialForm | undefined
  readonly flow?: SerialLine['flow'] | undefined
}

function placeWith(place: PrinterPlace, choice: PrinterChoice): PrinterPlace {
  if (place.via !== 'serial') return place
  const line = lineOf(choice, place.line)
  return { ...place, line: choice.flow === undefined ? line : { ...line, flow: choice.flow } }
}

export function newPrinter(device_code: string, place: PrinterPlace, choice: PrinterChoice): Printer {
  const found = place.via === 'serial' ? { ...place, line: USUAL_LINE } : place
  const profile_code = choice.profile_code ?? DEFAULT_PROFILE_CODE
  return { device_code, role: 'printer', place: placeWith(found, choice), profile_code, drawer: null }
}

export function changedPrinter(printer: Printer, choice: PrinterChoice): Printer {
  const profile_code = choice.profile_code ?? printer.profile_code
  return { ...printer, profile_code, place: placeWith(printer.place, choice) }
}

/** What a form for a printer begins with. */
export type PrinterForm = { readonly [Name in keyof PrinterChoice]-?: NonNullable<PrinterChoice[Name]> }

export function printerChoiceOf({ place, profile_code }: Pick<Printer, 'place' | 'profile_code'>): PrinterForm {
  const line = place.via === 'serial' ? place.line : USUAL_LINE
  const speed = SERIAL_SPEEDS.find((one) => Number(one) === line.baud_count) ?? '9600'
  const form = SERIAL_FORMS.find((one) => one === formOf(line)) ?? '8N1'
  return { profile_code, speed, form, flow: line.flow }
}

/** Whether nothing is ever heard of this printer, so that nobody knows whether it printed. */
export function isMute({ place, profile_code }: Pick<Printer, 'place' | 'profile_code'>): boolean {
  return place.via === 'queue' || profileOf(profile_code)?.status.length === 0
}

/** Star Micronics, as the USB knows it. */
const STAR_VENDOR_ID = 0x0519

/**
 * The model that a printer which says this of itself seems to be; empty: a Star that no profile knows. Most of those do
 * not speak what other printers do, so a person has to say what this one speaks.
 */
export function guessedProfile(name: string, place?: DevicePlace): string {
  const named = profileNamed(name)
  if (named !== null) return named.code
  const isStar = /^star\b/i.test(name) || (place?.via === 'usb-printer' && place.usb.vendor_id === STAR_VENDOR_ID)
  return isStar ? '' : DEFAULT_PROFILE_CODE
}
