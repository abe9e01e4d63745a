/**
 * The library's logo: pictures of every kind and filter read as grays, made into dots for each width of paper, printed
 * at the head of what patrons are given and of nothing else; and what a bad file gets.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPng, PNG_SIDE_MAX } from '../../../../main/desk/upkeep/devices/logo/read-png.ts'
import { isBlack } from '../../../../shared/devices/printer/bitmap.ts'
import { LOGO_ROWS_MAX, logoBitmap, unpacked, type PackedBitmap } from '../../../../shared/devices/printer/logo.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { testFolder } from '../../support/folders.ts'
import { printerDesk, type Do, type PrinterDesk } from '../../support/printer-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { filtered, pngFile, type PngHead } from '../../../support/png.ts'

const W = 9
const H = 6
/** A picture of the kind, with these values one after another, each row filtered in its own way. */
function png(head: Pick<PngHead, 'depth' | 'color'>, values: readonly number[], more = {}): Buffer {
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[head.color] ?? 1
  const stride = Math.ceil((W * channels * head.depth) / 8)
  const rows = Buffer.from(Array.from({ length: stride * H }, (_, at) => values[at % values.length] ?? 0))
  const pixel_bytes = Math.max(1, (channels * head.depth) >> 3)
  return pngFile({ width: W, height: H, ...head }, filtered(rows, stride, pixel_bytes), more)
}
const grays = (file: Buffer): readonly number[] => {
  const read = readPng(file)
  return typeof read === 'string' ? [] : [...read.grays]
}

test('grays of every depth, colors, palettes and transparency come out as they went in', () => {
  const ramp = Array.from({ length: W * H }, (_, at) => (at * 5) % 256)
  expect(grays(png({ depth: 8, color: 0 }, ramp))).toEqual(ramp)
  expect(
    grays(
      png(
        { depth: 16, color: 0 },
        ramp.flatMap((value) => [value, 7]),
      ),
    ),
  ).toEqual(ramp)
  // One bit each: 10101010 1… in every row.
  const bits = Array.from({ length: H }, () => [0b10101010, 0b10000000]).flat()
  const row = [255, 0, 255, 0, 255, 0, 255, 0, 255]
  expect(grays(png({ depth: 1, color: 0 }, bits))).toEqual(Array.from({ length: H }, () => row).flat())
  const red = ramp.map((value) => Math.round(0.299 * value))
  expect(
    grays(
      png(
        { depth: 8, color: 2 },
        ramp.flatMap((value) => [value, 0, 0]),
      ),
    ),
  ).toEqual(red)
  // Black that is half there is gray on white paper, and what is not there is white.
  const half = ramp.map((value) => 255 - value)
  expect(
    grays(
      png(
        { depth: 8, color: 4 },
        ramp.flatMap((value) => [0, value]),
      ),
    ),
  ).toEqual(half)
  expect(
    grays(
      png(
        { depth: 8, color: 6 },
        ramp.flatMap((value) => [0, 0, 0, value]),
      ),
    ),
  ).toEqual(half)
  const palette = { palette: Buffer.from([0, 0, 0, 255, 255, 255, 9, 9, 9]), alphas: Buffer.from([255, 255, 0]) }
  const indexes = Array.from({ length: W * H }, (_, at) => at % 3)
  expect(grays(png({ depth: 8, color: 3 }, indexes, palette))).toEqual(indexes.map((one) => (one === 0 ? 0 : 255)))
})

test('no bytes whatever make it throw', () => {
  const whole = png({ depth: 8, color: 2 }, [0, 90, 255])
  fc.assert(
    fc.property(
      fc.nat({ max: whole.length - 1 }),
      fc.nat({ max: 255 }),
      fc.nat({ max: whole.length }),
      (at, by, end) => {
        const file = Buffer.from(whole.subarray(0, end))
        if (at < file.length) file[at] = by
        expect(() => readPng(file)).not.toThrow()
        expect(() => readPng(Buffer.from([by, at & 0xff]))).not.toThrow()
      },
    ),
    { numRuns: 300 },
  )
})

test('a logo is never larger than it is, nor than its paper, and black stays black', () => {
  const black = (width: number, height: number) => ({ width, height, grays: new Uint8Array(width * height) })
  const small = logoBitmap(black(100, 40), 384)
  expect([small.width_dots, small.height_dots]).toEqual([384, 40])
  expect([141, 142, 241, 242].map((x) => isBlack(small, x, 20))).toEqual([false, true, true, false])
  const wide = logoBitmap(black(1000, 250), 384)
  expect([wide.width_dots, wide.height_dots]).toEqual([384, 96])
  expect(wide.bytes.every((byte) => byte === 0xff)).toBe(true)
  expect(logoBitmap(black(100, 1000), 576).height_dots).toBe(LOGO_ROWS_MAX)
  // A middle gray is about half of its dots.
  const gray = logoBitmap({ width: 64, height: 64, grays: new Uint8Array(64 * 64).fill(128) }, 64)
  const dots = gray.bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
  expect(dots / (64 * 64)).toBeGreaterThan(0.4)
  expect(dots / (64 * 64)).toBeLessThan(0.6)
})

async function choose({ desk }: PrinterDesk, file: string) {
  return desk.call('device.set-logo', { commandId: desk.id(), file })
}
const logoIn = (work: Do | undefined): PackedBitmap | null => (work?.work.kind === 'print' ? work.work.logo : null)

function fileOf(content: Buffer, name = 'logo.png'): string {
  const path = join(testFolder(), name)
  writeFileSync(path, content)
  return path
}

test('it is at the head of what a patron is given, as wide as the paper, also when its file is gone', async () => {
  const wire = await printerDesk()
  expect(await choose(wire, fileOf(png({ depth: 8, color: 0 }, [0])))).not.toMatchObject({ kind: 'refused' })
  wire.ready()
  await wire.desk.scan(CARDS.dana)
  await wire.desk.scan(ITEMS.educated)
  await wire.desk.ok('desk.finish', {})
  const [work] = await wire.begun()
  const logo = must(logoIn(work), 'a logo')
  expect(logo).toMatchObject({ width_dots: 504, height_dots: H })
  expect(isBlack(must(unpacked(logo), 'dots'), 252, 3)).toBe(true)
  wire.ends(work, 'done')
  await choose(wire, '')
  await wire.desk.scan(CARDS.dana)
  await wire.desk.scan(ITEMS.becoming)
  await wire.desk.ok('desk.finish', {})
  const [, second] = await wire.begun()
  expect(second?.work).toMatchObject({ kind: 'print', logo: null })
})

test('the paper on the screen, which the system prints, has it, and other screens do not', async () => {
  const wire = await printerDesk([])
  expect(await choose(wire, fileOf(png({ depth: 8, color: 0 }, [0])))).not.toMatchObject({ kind: 'refused' })
  await wire.desk.scan(CARDS.dana)
  await wire.desk.scan(ITEMS.educated)
  expect((await wire.desk.ok('desk.snapshot', {})).snapshot.logo).toBeNull()
  const finished = await wire.desk.ok('desk.finish', {})
  expect(finished.snapshot.papers.map(({ kind }) => kind)).toEqual(['check-out'])
  expect(finished.snapshot.logo).toMatchObject({ width_dots: 576, height_dots: H })
  const page = await wire.desk.ok('paper.again', { paper_id: '' })
  expect(page.snapshot.page?.sections[0]?.kind).toBe('paper')
  expect(page.snapshot.logo).toMatchObject({ width_dots: 576 })
  await choose(wire, '')
  expect((await wire.desk.ok('desk.snapshot', {})).snapshot.logo).toBeNull()
})

test('a bad file gets words, and the logo stays as it was', async () => {
  const wire = await printerDesk()
  await choose(wire, fileOf(png({ depth: 8, color: 0 }, [0])))
  const large = { width: PNG_SIDE_MAX + 1, height: 1, depth: 8, color: 0 }
  const folder = testFolder()
  mkdirSync(join(folder, 'a.png'))
  for (const [file, code] of [
    [join(folder, 'none.png'), 'logo-not-found'],
    [join(folder, 'a.png'), 'logo-not-found'],
    [fileOf(Buffer.from('GIF89a')), 'logo-not-png'],
    [fileOf(png({ depth: 8, color: 0 }, [0]).subarray(0, 40)), 'logo-not-png'],
    [fileOf(pngFile(large, Buffer.alloc(large.width + 1))), 'logo-too-large'],
    [fileOf(Buffer.alloc(2_000_001)), 'logo-too-large'],
    [fileOf(pngFile({ width: 2, height: 2, depth: 8, color: 0 }, Buffer.alloc(900)), 'more.png'), 'logo-not-png'],
    [fileOf(png({ depth: 8, color: 0 }, [255])), 'logo-blank'],
  ] as const) {
    expect(await choose(wire, file)).toMatchObject({ kind: 'refused', code })
  }
  wire.ready()
  await wire.desk.ok('device.test-printer', { device_code: 'PRINTER-1' })
  expect(logoIn((await wire.begun())[0])).toMatchObject({ width_dots: 504 })
})
