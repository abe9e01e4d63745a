/** A serial port, or a USB device that looks like one. The driver is loaded when a port is first asked for. */
import type { SerialPort } from 'serialport'
import { USUAL_LINE, type SerialLine } from '../../../shared/devices/setup.ts'
import { openedInTime } from './hanging.ts'
import { linuxPorts, type ListedPort } from './linux-ports-edge.ts'
import {
  inPieces,
  notOpen,
  untilEnded,
  usbIdentity,
  within,
  type Line,
  type LineEvents,
  type Open,
  type Opening,
  type Seen,
} from './line.ts'

const CLOSE_LIMIT_MS = 2_000

/** Null where the system gives no number. */
function hexOf(text: string | undefined): number | null {
  const value = Number.parseInt(text ?? '', 16)
  return Number.isNaN(value) ? null : value
}

async function listed(): Promise<readonly ListedPort[]> {
  if (process.platform === 'linux') return linuxPorts()
  const { SerialPort: Port } = await import('serialport')
  return (await Port.list()).map(
    ({ path, vendorId, productId, serialNumber, manufacturer, locationId }): ListedPort => {
      const [vendor_id, product_id] = [hexOf(vendorId), hexOf(productId)]
      const isUsb = vendor_id !== null && product_id !== null
      const usb = isUsb ? { vendor_id, product_id, serial_number: serialNumber ?? '', port: locationId ?? '' } : null
      return { path, usb, maker: manufacturer ?? '' }
    },
  )
}

/** The ports that are there; those of USB devices say which. */
export async function portsSeen(): Promise<readonly Seen[]> {
  return (await listed()).map(({ path, usb, maker }): Seen => {
    const identity = usb && usbIdentity(usb.vendor_id, usb.product_id, usb.serial_number, usb.port)
    const place = { via: 'serial', usb: identity, path, line: USUAL_LINE } as const
    return { place, name: maker.slice(0, 200), looks_like: 'port', path }
  })
}

function optionsOf(path: string, line: SerialLine): ConstructorParameters<typeof SerialPort>[0] {
  return {
    path,
    baudRate: line.baud_count,
    dataBits: line.data_bits_count,
    parity: line.parity,
    stopBits: line.stop_bits_count,
    rtscts: line.flow === 'rts-cts',
    xon: line.flow === 'xon-xoff',
    xoff: line.flow === 'xon-xoff',
    autoOpen: false,
  }
}

function opened(port: SerialPort): Promise<void> {
  return new Promise((resolve, reject) => {
    port.open((fault) => (fault ? reject(fault) : resolve()))
  })
}

function closed(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    // A port that is closed already says so by a fault, which is what was wanted.
    if (port.isOpen) port.close(() => resolve())
    else resolve()
  })
}

/**
 * Settles when the system has the bytes. Not when they have left it: to wait for that holds a thread of this process,
 * for good when the device does not read.
 */
function written(port: SerialPort, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    // It would wait until the port is opened again.
    if (!port.isOpen) return reject(new Error('the port is closed'))
    port.write(Buffer.from(bytes), (fault) => (fault ? reject(fault) : resolve()))
  })
}

export const openSerial: Open = async (place, path, events) => {
  if (place.via !== 'serial') throw new Error('a serial port')
  const { SerialPort: Port } = await import('serialport')
  return openPort(new Port(optionsOf(path, place.line)), events)
}

async function openPort(port: SerialPort, events: LineEvents): Promise<Opening> {
  const heard = untilEnded(events)
  port.on('data', (bytes: Buffer) => heard.onBytes(bytes))
  port.on('error', (fault) => heard.onLost(fault.message))
  // It comes twice when a write was under way.
  port.on('close', (fault: Error | null) => heard.onLost(fault?.message ?? 'the port closed'))
  const close = async (): Promise<void> => {
    heard.end()
    await within(CLOSE_LIMIT_MS, 'closing the port', closed(port)).catch(() => port.destroy())
  }
  try {
    await openedInTime(port.path, () => opened(port), close)
    const write: Line['write'] = async (bytes, limit_ms, isHeldUp) => {
      const end = await inPieces(bytes, limit_ms, (piece) => written(port, piece), { isHeldUp })
      // Closing is what ends a write to a device that does not read.
      if (end.kind === 'short') setImmediate(() => heard.onLost(end.detail))
      return end
    }
    return { kind: 'open', line: { write, close } }
  } catch (fault) {
    await close()
    return notOpen(fault)
  }
}
