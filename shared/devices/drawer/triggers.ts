/**
 * What opens a cash drawer without a printer, as data: the bytes that open it, how it is asked whether it is open, and
 * what it answers. Pure. Sources: Glancetron 8005-U user manual, page 6; IBM SurePOS 500/600 reference, page 65
 * (drawers at the port of the display); Acode AT10U3 product page; the posiflex-hidcd project for Posiflex CR-4000.
 */
import { USUAL_LINE, type SerialLine } from '../setup.ts'

/** A byte of an answer: the bits that count, and what they are. */
type ByteMatch = readonly [mask: number, value: number]
type Pattern = readonly ByteMatch[]

export type Trigger = {
  readonly trigger_code: string
  /** Maker and model, as they are printed on it. Empty: any other; the page says it in words. */
  readonly name: string
  /** A USB device of the HID class is found by its vendor and product. */
  readonly at:
    | { readonly via: 'serial'; readonly line: SerialLine }
    | { readonly via: 'hid'; readonly vendor_id: number; readonly product_id: number }
  /** What opens it. Of a HID device the report, with its number first. */
  readonly open: readonly number[]
  /** What asks it whether it is open; null: nothing does. */
  readonly ask: readonly number[] | null
  /** How it tells; null: it does not. `shut` null: it is shut when `silence_ms` went by without `open`. */
  readonly tells: { readonly open: Pattern; readonly shut: Pattern | null; readonly silence_ms: number } | null
  /** Whether its maker published these bytes, or somebody who has one did. Else they were never tried. */
  readonly is_published: boolean
}

const [ESC, BEL, ACK, NUL] = [0x1b, 0x07, 0x06, 0x00]
const ALL = 0xff

const exactly = (...bytes: readonly number[]): Pattern => bytes.map((byte) => [ALL, byte] as const)

/** Nothing is heard of a drawer that was asked for this long: it is not known whether it is open. */
const UNANSWERED_MS = 2_000

const SERIAL = { via: 'serial', line: USUAL_LINE } as const

/** One of the two drawers of a Glancetron box: each has its own command, question and answer. */
function glancetron(drawer: 1 | 2): Trigger {
  const [open, ask] = drawer === 1 ? [0x34, 0x3a] : [0x35, 0x3b]
  return {
    trigger_code: `glancetron-8005u-${drawer}`,
    name: `Glancetron 8005-U, CD${drawer}`,
    at: SERIAL,
    open: [ESC, open],
    ask: [ESC, ask],
    tells: { open: exactly(ESC, open, 0x42), shut: exactly(ESC, open, 0x41), silence_ms: UNANSWERED_MS },
    is_published: true,
  }
}

/** The number of the drawer is the last digit of the product, and set by switches on its back; 7 from the factory. */
function posiflex(drawer: number): Trigger {
  const REPORT_BYTES = 120
  const report = (command: number): readonly number[] => {
    return [NUL, drawer, command, ...Array.from({ length: REPORT_BYTES - 2 }, () => NUL)]
  }
  const told = drawer << 4
  return {
    trigger_code: `posiflex-${drawer}`,
    name: `Posiflex CR-4000, ${drawer}`,
    at: { via: 'hid', vendor_id: 0x0d3a, product_id: 0x0200 + drawer },
    open: report(drawer),
    ask: report(drawer + 1),
    tells: { open: [[0xf1, told]], shut: [[0xf1, told | 1]], silence_ms: UNANSWERED_MS },
    is_published: true,
  }
}

export const TRIGGERS: readonly Trigger[] = [
  {
    trigger_code: 'any-character',
    name: '',
    at: SERIAL,
    // A carriage return opens all of them, and the kind that takes a character of its own takes any by default.
    open: [0x0d],
    ask: null,
    tells: null,
    is_published: true,
  },
  glancetron(1),
  glancetron(2),
  {
    trigger_code: 'acode-at10u3',
    name: 'Acode AT10U3',
    at: SERIAL,
    // Its maker says that any code opens it, and sells it with a code that the buyer chose, too.
    open: [0x0d],
    ask: null,
    // It sends zeros for as long as the drawer is open.
    tells: { open: exactly(NUL), shut: null, silence_ms: 1_000 },
    is_published: false,
  },
  {
    trigger_code: 'ibm-display-port',
    name: 'IBM / Toshiba SurePOS',
    at: SERIAL,
    open: [BEL],
    ask: [ACK],
    // Bit 7 is always zero, bit 6 is the sensor of the first drawer.
    tells: { open: [[0xc0, 0x40]], shut: [[0xc0, 0x00]], silence_ms: UNANSWERED_MS },
    is_published: true,
  },
  {
    trigger_code: 'apg-554',
    name: 'APG 554 USBPro',
    at: { via: 'hid', vendor_id: 0x07c5, product_id: 0x0500 },
    open: [NUL, 0x01, 0x01],
    ask: null,
    tells: null,
    is_published: false,
  },
  ...Array.from({ length: 8 }, (_, drawer) => posiflex(drawer)),
]

export function triggerCalled(trigger_code: string): Trigger | null {
  return TRIGGERS.find((one) => one.trigger_code === trigger_code) ?? null
}

/** The trigger that a HID device is, by what it says of itself. */
export function triggerOfHid(usb: { readonly vendor_id: number; readonly product_id: number }): Trigger | null {
  const isIt = ({ at }: Trigger): boolean =>
    at.via === 'hid' && at.vendor_id === usb.vendor_id && at.product_id === usb.product_id
  return TRIGGERS.find(isIt) ?? null
}

/** The triggers at a serial port, which tells nothing of what is plugged in: a person chooses. */
export const SERIAL_TRIGGERS: readonly Trigger[] = TRIGGERS.filter(({ at }) => at.via === 'serial')
