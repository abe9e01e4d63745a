/** A bitmap as a PNG file, for eyes and for zbarimg. */
import { crc32, deflateSync } from 'node:zlib'
import { strideOf, type Bitmap } from '../../shared/devices/printer/bitmap.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function chunk(kind: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(content.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

/** One bit a dot; 0 is black in a PNG. */
export function pngOf({ width_dots, height_dots, bytes }: Bitmap): Buffer {
  const stride = strideOf(width_dots)
  const rows = Array.from({ length: height_dots }, (_, row) => {
    const dots = bytes.subarray(row * stride, (row + 1) * stride)
    return Uint8Array.of(0, ...dots.map((byte) => byte ^ 0xff))
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width_dots, 0)
  header.writeUInt32BE(height_dots, 4)
  header[8] = 1
  const content = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.of())]
  return Buffer.concat([Buffer.from(SIGNATURE), ...content])
}
