/**
 * A printer of the USB printer class on Linux, by the file that the kernel gives it. The file is opened so that it
 * never waits: a write to a printer that does not read would hold a thread of this process for good, and four of those
 * stop it. What the printer does not take yet is offered again by a timer.
 */
import { constants } from 'node:fs'
import { open, readdir, readFile, realpath, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { openedInTime } from './hanging.ts'
import { errorCodeOf, inPieces, notOpen, untilEnded, usbIdentity, within, type Open, type Seen } from './line.ts'

const CLASS_FOLDER = '/sys/class/usbmisc'
const NAME = /^lp\d+$/
const CLOSE_LIMIT_MS = 2_000
const AGAIN_MS = 20
const READ_EVERY_MS = 50
const READ_BYTES = 1_024
/** What the kernel's driver takes at once. */
const PIECE_BYTES = 8_192

const hexIn = (text: string): number => Number.parseInt(text, 16)

async function textOf(folder: string, name: string): Promise<string> {
  return (await readFile(join(folder, name), 'utf8').catch(() => '')).trim()
}

/** The printers that are plugged in. `class_folder`: where the system lists them. */
export async function usbPrintersSeen(class_folder = CLASS_FOLDER): Promise<readonly Seen[]> {
  const names = await readdir(class_folder).catch(() => [])
  const found = await Promise.all(names.filter((name) => NAME.test(name)).map((name) => seenAs(class_folder, name)))
  return found.filter((one) => one !== null)
}

async function seenAs(class_folder: string, name: string): Promise<Seen | null> {
  // The interface of the printer; the USB device that has it is the folder above.
  const part = await realpath(join(class_folder, name, 'device')).catch(() => null)
  if (part === null) return null
  const device = dirname(part)
  const [vendor, product, serial, maker, model] = await Promise.all(
    ['idVendor', 'idProduct', 'serial', 'manufacturer', 'product'].map((one) => textOf(device, one)),
  )
  const [vendor_id, product_id] = [hexIn(vendor ?? ''), hexIn(product ?? '')]
  if (Number.isNaN(vendor_id) || Number.isNaN(product_id)) return null
  return {
    place: { via: 'usb-printer', usb: usbIdentity(vendor_id, product_id, serial, basename(device)) },
    name: [maker, model].filter(Boolean).join(' ').slice(0, 200),
    looks_like: 'printer',
    path: `/dev/usb/${basename(name)}`,
  }
}

const isNotYet = (fault: unknown): boolean => ['EAGAIN', 'EBUSY', 'EINTR'].includes(errorCodeOf(fault))
const pause = (wait_ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, wait_ms))

class PrinterFile {
  readonly #file: FileHandle
  readonly #heard: ReturnType<typeof untilEnded>
  readonly #room = Buffer.alloc(READ_BYTES)
  #isClosed = false
  #reading: Promise<void>

  constructor(file: FileHandle, heard: ReturnType<typeof untilEnded>) {
    this.#file = file
    this.#heard = heard
    this.#reading = this.#read()
  }

  /** Offers it again until it is taken whole, or nobody wants that any more. */
  async take(piece: Uint8Array): Promise<void> {
    let at = 0
    while (at < piece.length) {
      if (this.#isClosed) throw new Error('the file is closed')
      const taken_count = await this.#offer(piece.subarray(at))
      at += taken_count
      if (taken_count === 0) await pause(AGAIN_MS)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    // A read that hangs would keep it open for good.
    const closing = this.#reading.then(() => this.#file.close())
    await within(CLOSE_LIMIT_MS, 'closing the printer', closing).catch(() => undefined)
  }

  async #offer(piece: Uint8Array): Promise<number> {
    try {
      return (await this.#file.write(piece)).bytesWritten
    } catch (fault) {
      if (isNotYet(fault)) return 0
      throw fault
    }
  }

  async #read(): Promise<void> {
    while (!this.#isClosed) {
      try {
        const { bytesRead: count } = await this.#file.read(this.#room, 0, READ_BYTES, null)
        if (count > 0 && !this.#isClosed) this.#heard.onBytes(Uint8Array.from(this.#room.subarray(0, count)))
        else await pause(READ_EVERY_MS)
      } catch (fault) {
        // One that has no way to answer.
        if (errorCodeOf(fault) === 'EINVAL') return
        if (!isNotYet(fault)) return this.#heard.onLost(String(fault))
        await pause(READ_EVERY_MS)
      }
    }
  }
}

export const openUsbPrinter: Open = async (_place, path, events) => {
  const heard = untilEnded(events)
  const opening = (): Promise<FileHandle> => open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY)
  try {
    const file = new PrinterFile(await openedInTime(path, opening, (late) => late.close()), heard)
    return {
      kind: 'open',
      line: {
        write: async (bytes, limit_ms, isHeldUp) => {
          const options = { isHeldUp, piece_bytes: PIECE_BYTES }
          const end = await inPieces(bytes, limit_ms, (piece) => file.take(piece), options)
          if (end.kind === 'short') setImmediate(() => heard.onLost(end.detail))
          return end
        },
        close: async () => {
          heard.end()
          await file.close()
        },
      },
    }
  } catch (fault) {
    return notOpen(fault)
  }
}
