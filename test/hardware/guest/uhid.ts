/**
 * A scanner of the HID POS class that the kernel believes to be plugged in, made by writing to /dev/uhid. The records
 * are those of linux/uhid.h, packed: what happens as four bytes, then the fields of that kind.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { DESCRIPTOR, MADE_SCANNER } from '../../support/devices/hid-made.ts'

const DESTROY = 1
const CREATE2 = 11
const INPUT2 = 12

const NAME_BYTES = 128
const PHYS_BYTES = 64
const UNIQ_BYTES = 64
const BUS_USB = 3

function createRecord(serial_number: string): Buffer {
  const { vendor_id, product_id } = MADE_SCANNER
  const names = Buffer.alloc(4 + NAME_BYTES + PHYS_BYTES + UNIQ_BYTES)
  names.writeUInt32LE(CREATE2, 0)
  names.write('Made-up scanner', 4)
  names.write('virt/input0', 4 + NAME_BYTES)
  names.write(serial_number, 4 + NAME_BYTES + PHYS_BYTES, UNIQ_BYTES - 1)
  const numbers = Buffer.alloc(20)
  numbers.writeUInt16LE(DESCRIPTOR.length, 0)
  numbers.writeUInt16LE(BUS_USB, 2)
  numbers.writeUInt32LE(vendor_id, 4)
  numbers.writeUInt32LE(product_id, 8)
  return Buffer.concat([names, numbers, DESCRIPTOR])
}

export class UhidScanner {
  readonly #fd = openSync('/dev/uhid', 'r+')

  /** Plugs it in. */
  constructor(serial_number: string) {
    writeSync(this.#fd, createRecord(serial_number))
  }

  send(report: Uint8Array): void {
    const head = Buffer.alloc(6)
    head.writeUInt32LE(INPUT2, 0)
    head.writeUInt16LE(report.length, 4)
    writeSync(this.#fd, Buffer.concat([head, report]))
  }

  unplug(): void {
    const record = Buffer.alloc(4)
    record.writeUInt32LE(DESTROY, 0)
    writeSync(this.#fd, record)
    closeSync(this.#fd)
  }
}
