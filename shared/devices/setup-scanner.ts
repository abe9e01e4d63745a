/** A scanner's setup from what a person chose for it. Pure. */
import { PREFIX_BYTES_MAX, USUAL_FRAMING, type Framing } from './scan/framing.ts'
import {
  SERIAL_FORMS,
  SERIAL_SPEEDS,
  USUAL_LINE,
  type DeviceSetup,
  type PlainPlace,
  type SerialForm,
  type SerialLine,
  type SerialSpeed,
} from './setup.ts'

type Scanner = Extract<DeviceSetup, { role: 'scanner' }>

/** Undefined: as it is, or as usual. */
export type ScannerChoice = {
  readonly side: Scanner['side']
  readonly speed?: SerialSpeed | undefined
  readonly form?: SerialForm | undefined
  readonly ends?: 'enter' | 'silence' | undefined
  readonly prefix?: string | undefined
}

const PARITY_OF = { N: 'none', E: 'even', O: 'odd' } as const

/** "7E1": seven data bits, even parity, one stop bit. */
export function lineOf({ speed, form }: Pick<ScannerChoice, 'speed' | 'form'>, before: SerialLine): SerialLine {
  const baud_count = speed === undefined ? before.baud_count : Number(speed)
  if (form === undefined) return { ...before, baud_count }
  const [, bits, letter, stops] = /^([78])([NEO])([12])$/.exec(form) ?? []
  return {
    ...before,
    baud_count,
    data_bits_count: bits === '7' ? 7 : 8,
    parity: PARITY_OF[letter === 'E' || letter === 'O' ? letter : 'N'],
    stop_bits_count: stops === '2' ? 2 : 1,
  }
}

const prefixBytes = (prefix: string): readonly number[] => [...new TextEncoder().encode(prefix)]

export function isPrefixTooLong({ prefix = '' }: Pick<ScannerChoice, 'prefix'>): boolean {
  return prefixBytes(prefix).length > PREFIX_BYTES_MAX
}

function framingOf({ ends, prefix }: ScannerChoice, before: Framing): Framing {
  return {
    ...before,
    ...(ends === undefined ? {} : { ends: ends === 'silence' ? [] : USUAL_FRAMING.ends }),
    ...(prefix === undefined ? {} : { prefix: [...prefixBytes(prefix)] }),
  }
}

function placeWith(place: PlainPlace, choice: ScannerChoice): PlainPlace {
  return place.via === 'serial' ? { ...place, line: lineOf(choice, place.line) } : place
}

export function newScanner(device_code: string, place: PlainPlace, choice: ScannerChoice): Scanner {
  const found = place.via === 'serial' ? { ...place, line: USUAL_LINE } : place
  const { side } = choice
  return {
    device_code,
    role: 'scanner',
    side,
    framing: framingOf(choice, USUAL_FRAMING),
    place: placeWith(found, choice),
  }
}

export function changedScanner(scanner: Scanner, choice: ScannerChoice): Scanner {
  const { side } = choice
  return { ...scanner, side, framing: framingOf(choice, scanner.framing), place: placeWith(scanner.place, choice) }
}

/** "7E1" of a line; not every line has a form that a person could choose. */
export function formOf(line: SerialLine): string {
  const letter = line.parity === 'even' ? 'E' : line.parity === 'odd' ? 'O' : 'N'
  return `${line.data_bits_count}${letter}${line.stop_bits_count}`
}

/** What a person would have chosen for this scanner, for a form to begin with. */
export function choiceOf({
  side,
  framing,
  place,
}: Scanner): Required<Omit<ScannerChoice, 'side'>> & Pick<Scanner, 'side'> {
  const line = place.via === 'serial' ? place.line : USUAL_LINE
  const speed = SERIAL_SPEEDS.find((one) => Number(one) === line.baud_count)
  const form = SERIAL_FORMS.find((one) => one === formOf(line))
  return {
    side,
    speed: speed ?? '9600',
    form: form ?? '8N1',
    ends: framing.ends.length === 0 ? 'silence' : 'enter',
    prefix: String.fromCharCode(...framing.prefix),
  }
}
