/** A pole display's setup from what a person chose for it. Pure. */
import type { PoleLanguage } from './display/pole-codes.ts'
import { SERIAL_FORMS, SERIAL_SPEEDS, type DeviceSetup, type SerialForm, type SerialSpeed } from './setup.ts'
import { formOf, lineOf } from './setup-scanner.ts'

type Display = Extract<DeviceSetup, { role: 'display' }>

/** Undefined: as it is, or as usual. */
export type DisplayChoice = {
  readonly language: PoleLanguage
  readonly speed?: SerialSpeed | undefined
  readonly form?: SerialForm | undefined
}

export function newDisplay(device_code: string, place: Display['place'], choice: DisplayChoice): Display {
  return changedDisplay({ device_code, role: 'display', place, language: choice.language }, choice)
}

export function changedDisplay(display: Display, choice: DisplayChoice): Display {
  const place = { ...display.place, line: lineOf(choice, display.place.line) }
  return { ...display, place, language: choice.language }
}

/** What a person would have chosen for this display, for a form to begin with. */
export function displayChoiceOf({ language, place }: Display): Required<DisplayChoice> {
  const speed = SERIAL_SPEEDS.find((one) => Number(one) === place.line.baud_count)
  const form = SERIAL_FORMS.find((one) => one === formOf(place.line))
  return { language, speed: speed ?? '9600', form: form ?? '8N1' }
}
