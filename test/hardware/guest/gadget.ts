/**
 * A USB device that is this same kernel, on a bus that is not there (dummy_hcd): what it says of itself is written as
 * files below configfs, and it is plugged in by giving it a port.
 */
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { DESCRIPTOR } from '../../support/devices/hid-made.ts'

const ROOT = '/sys/kernel/config/usb_gadget'
/** The strings of a device in American English. */
const ENGLISH = 'strings/0x409'

type Kind = 'scanner' | 'serial-port' | 'printer'
type Function = readonly [name: string, settings: Readonly<Record<string, string | Uint8Array>>]

/** How many pieces of 8 kB a printer takes in before it has printed any: few, as the small ones have it. */
const PRINTER_PIECES = '2'

/** What a device can be, each with the settings of its function. */
const FUNCTIONS: Readonly<Record<Kind, Function>> = {
  scanner: ['hid.usb0', { protocol: '0', subclass: '0', report_length: '64', report_desc: DESCRIPTOR }],
  'serial-port': ['acm.usb0', {}],
  printer: ['printer.usb0', { pnp_string: 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;', q_len: PRINTER_PIECES }],
}

export type GadgetSpec = {
  readonly is: Kind
  readonly vendor_id: number
  readonly product_id: number
  readonly serial_number: string
}

let made_count = 0

export class Gadget {
  readonly #folder: string
  readonly #port: string
  #isPlugged = false

  constructor(spec: GadgetSpec) {
    this.#port = readdirSync('/sys/class/udc').toSorted()[made_count] ?? ''
    this.#folder = `${ROOT}/gadget-${made_count}`
    made_count += 1
    this.#write('idVendor', String(spec.vendor_id))
    this.#write('idProduct', String(spec.product_id))
    this.#write(`${ENGLISH}/serialnumber`, spec.serial_number)
    this.#write(`${ENGLISH}/manufacturer`, 'Made-up')
    this.#write(`${ENGLISH}/product`, spec.is)
    const [name, settings] = FUNCTIONS[spec.is]
    mkdirSync(`${this.#folder}/functions/${name}`)
    for (const [key, value] of Object.entries(settings)) this.#write(`functions/${name}/${key}`, value)
    mkdirSync(`${this.#folder}/configs/c.1`)
    symlinkSync(`${this.#folder}/functions/${name}`, `${this.#folder}/configs/c.1/${name}`)
  }

  plug(): void {
    this.#write('UDC', this.#port)
    this.#isPlugged = true
  }

  unplug(): void {
    if (this.#isPlugged) this.#write('UDC', '\n')
    this.#isPlugged = false
  }

  #write(path: string, value: string | Uint8Array): void {
    const file = `${this.#folder}/${path}`
    mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true })
    writeFileSync(file, value)
  }
}
