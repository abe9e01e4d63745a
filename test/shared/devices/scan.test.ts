/** Bytes of scanners, and what the desk reads in them: HID POS reports, serial lines, identifiers. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { HID_POS_AT_REST, hidPosStep } from '../../../shared/devices/scan/hid-pos.ts'
import {
  afterSilence,
  FRAME_AT_REST,
  frameSilence,
  frameStep,
  USUAL_FRAMING,
  type Framing,
} from '../../../shared/devices/scan/framing.ts'
import { SCAN_BYTES_MAX, withoutIdentifier, type ScannerSaid } from '../../../shared/devices/scan/scanned.ts'
import { posReports } from '../../support/devices/hid-reports.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const scan = (text: string): ScannerSaid => ({ kind: 'scan', text })
const CARD = '21234500001234'

describe('the identifier before a barcode', () => {
  it.each([
    ['Codabar with its letters', ']F0A31234500012348B', '31234500012348'],
    ['Codabar without them', ']F031234500012348', '31234500012348'],
    ['Code 39 that begins and ends with letters', ']A0A1234B', 'A1234B'],
    ['no identifier: the letters may be part of it', 'A1234B', 'A1234B'],
    ['Code 128', ']C0X100', 'X100'],
    ['a QR code', ']Q3https://example.org', 'https://example.org'],
    ['a bracket that is no identifier', ']x', ']x'],
  ])('%s', (_what, sent, read) => {
    expect(withoutIdentifier(sent)).toBe(read)
  })

  test('sent apart from the text', () => {
    expect(withoutIdentifier('A31234500012348B', ']F0')).toBe('31234500012348')
    expect(withoutIdentifier('A31234500012348B', ']A0')).toBe('A31234500012348B')
  })
})

function readReports(reports: readonly Uint8Array[]): readonly ScannerSaid[] {
  let state = HID_POS_AT_REST
  return reports.flatMap((report) => {
    const [next, said] = hidPosStep(state, report)
    state = next
    return said ? [said] : []
  })
}

describe('HID POS reports', () => {
  test('one scan in one report', () => {
    expect(readReports(posReports(CARD, ']F0'))).toEqual([scan(CARD)])
  })

  test('the identifier one byte later, as some scanners have it', () => {
    const [report = new Uint8Array()] = posReports(CARD, ']F0')
    report.set([0, 0x5d, 0x46], 2)
    expect(readReports([report])).toEqual([scan(CARD)])
  })

  test('a QR code in many reports', () => {
    const text = `https://example.org/${'patron/'.repeat(40)}`
    expect(posReports(text, ']Q1').length).toBeGreaterThan(4)
    expect(readReports(posReports(text, ']Q1'))).toEqual([scan(text)])
  })

  test('any text, in as many reports as it takes, and the next scan after it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 400, unit: fc.constantFrom(...'0123456789AZaz$/.+é漢'.split('')) }),
        (text) => {
          expect(readReports([...posReports(text, ']C0'), ...posReports(CARD, ']F0')])).toEqual([
            scan(text),
            scan(CARD),
          ])
        },
      ),
    )
  })

  test.each([
    ['half a report', posReports(CARD, ']F0')[0]?.subarray(0, 30)],
    ['more bytes than a report has room for', Uint8Array.from([2, 200, ...Array<number>(62).fill(0x31)])],
  ])('%s is no scan, and the next one is', (_what, report) => {
    const said = readReports([report ?? new Uint8Array(), ...posReports(CARD, ']F0')])
    expect(said).toEqual([{ kind: 'fault', fault: 'half-report' }, scan(CARD)])
  })

  test('controls in the text are no scan', () => {
    expect(readReports(posReports('1234\u001bp0', ']C0'))).toEqual([{ kind: 'fault', fault: 'not-text' }])
  })

  test('a scan of 2 MB is told once, kept nowhere, and the next one is read', () => {
    const said = readReports([...posReports('9'.repeat(2_000_000), ']Q1'), ...posReports(CARD, ']F0')])
    expect(said).toEqual([{ kind: 'fault', fault: 'too-long' }, scan(CARD)])
  })

  test('reports of anything else say nothing', () => {
    expect(readReports([Uint8Array.from([4, 1, 2]), new Uint8Array(64)])).toEqual([])
  })
})

/** Feeds chunks, each so long after the one before, then a silence. */
function readLine(
  chunks: readonly (readonly [Uint8Array, number])[],
  framing: Framing = USUAL_FRAMING,
): readonly ScannerSaid[] {
  let state = FRAME_AT_REST
  const said: (ScannerSaid | null)[] = []
  for (const [chunk, gap_ms] of chunks) {
    if (gap_ms > framing.silence_ms) {
      said.push(frameSilence(framing, state))
      state = afterSilence(framing, state)
    }
    const [next, now] = frameStep(framing, state, chunk)
    state = next
    said.push(...now)
  }
  return [...said, frameSilence(framing, state)].filter((one) => one !== null)
}

describe('a scanner on a serial line', () => {
  test.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['Tab', '\t'],
  ])('a scan that ends with %s, cut at every byte', (_what, end) => {
    const sent = bytesOf(`${CARD}${end}31234500012348${end}`)
    for (let cut = 0; cut <= sent.length; cut += 1) {
      const chunks = [sent.subarray(0, cut), sent.subarray(cut)].map((chunk) => [chunk, 1] as const)
      expect(readLine(chunks), `cut at ${cut}`).toEqual([scan(CARD), scan('31234500012348')])
    }
  })

  test('a prefix is left off, and where it is missing the scan is whole', () => {
    const framing = { ...USUAL_FRAMING, prefix: [0x02, 0x7e] }
    expect(readLine([[bytesOf(`\u0002~${CARD}\r${CARD}\r`), 0]], framing)).toEqual([scan(CARD), scan(CARD)])
  })

  test('without a suffix, a silence ends the scan', () => {
    const framing = { ...USUAL_FRAMING, ends: [], silence_ms: 50 }
    const chunks = [
      [bytesOf('2123450'), 0],
      [bytesOf('0001234'), 40],
      [bytesOf('31234500012348'), 51],
    ] as const
    expect(readLine(chunks, framing)).toEqual([scan(CARD), scan('31234500012348')])
  })

  test('half a number whose end was lost is no scan: it could be that of another item', () => {
    const chunks = [
      [bytesOf('2123450'), 0],
      [bytesOf(`${CARD}\r`), 201],
    ] as const
    expect(readLine(chunks)).toEqual([{ kind: 'fault', fault: 'half-report' }, scan(CARD)])
  })

  test('two megabytes without an end are told once', () => {
    const chunk = new Uint8Array(64_000).fill(0x39)
    const said = readLine([...Array.from({ length: 32 }, () => [chunk, 1] as const), [bytesOf(`\r${CARD}\r`), 1]])
    expect(said).toEqual([{ kind: 'fault', fault: 'too-long' }, scan(CARD)])
  })

  test('what comes after a pause of a scan that is too long is no scan', () => {
    const said = readLine([
      [new Uint8Array(5_000).fill(0x39), 0],
      [bytesOf(`${CARD}\r`), 500],
      [bytesOf(`${CARD}\r`), 500],
    ])
    expect(said).toEqual([{ kind: 'fault', fault: 'too-long' }, scan(CARD)])
  })

  test('a line of just the longest scan is read', () => {
    const text = '7'.repeat(SCAN_BYTES_MAX)
    expect(readLine([[bytesOf(`${text}\r`), 0]])).toEqual([scan(text)])
  })

  test('what is not UTF-8 is read as Latin-1, which old scanners send', () => {
    expect(readLine([[Uint8Array.from([0x4a, 0xe9, 0x0d]), 0]])).toEqual([scan('Jé')])
  })

  test('chunks in any cut say the same as all at once', () => {
    const text = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'0123456789ABcd$'.split('')) })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.array(fc.nat(20), { maxLength: 40 }), (texts, cuts) => {
        const sent = bytesOf(texts.map((one) => `${one}\r\n`).join(''))
        const chunks: (readonly [Uint8Array, number])[] = []
        let at = 0
        for (const size of cuts) {
          chunks.push([sent.subarray(at, at + size), 1])
          at += size
        }
        chunks.push([sent.subarray(at), 1])
        expect(readLine(chunks)).toEqual(readLine([[sent, 0]]))
      }),
    )
  })
})
