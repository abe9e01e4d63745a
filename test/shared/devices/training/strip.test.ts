/** The strip of paper, and the other training devices that are pure: each against the codec of its real kin. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBegin, encodeShow, POLE_LANGUAGES } from '../../../../shared/devices/display/pole-codes.ts'
import { asPoleLines } from '../../../../shared/devices/display/pole-lines.ts'
import { DARK_POLE, poleStep } from '../../../../shared/devices/display/pole-screen.ts'
import { SimulatedPrinter } from '../../../../shared/devices/printer/interpreter/simulated-printer.ts'
import { HID_POS_AT_REST, hidPosStep } from '../../../../shared/devices/scan/hid-pos.ts'
import { posReports } from '../../../../shared/devices/training/reports.ts'
import { PaperStrip } from '../../../../shared/devices/training/strip.ts'
import { SHEETS_MAX } from '../../../../shared/devices/training/wire.ts'
import { profile } from '../../../support/devices/printer-setup.ts'

const CUT = [0x1d, 0x56, 0x01]
const text = (said: string): readonly number[] => [...Buffer.from(said, 'latin1')]

function printed(strip: PaperStrip, bytes: readonly number[]): void {
  const printer = new SimulatedPrinter(profile('training-58'))
  const { happened } = printer.receive(bytes)
  strip.add('desk', printer.tear(), happened)
}

describe('the strip', () => {
  test('has a sheet from cut to cut, and one that is not cut yet', () => {
    const strip = new PaperStrip(384)
    printed(strip, [...text('One\n'), ...CUT, ...text('Two\nThree\n'), ...CUT, ...text('Four\n')])
    expect(strip.sheets.map(({ texts, is_cut }) => [texts, is_cut])).toEqual([
      [['One'], true],
      [['Two', 'Three'], true],
      [['Four'], false],
    ])
  })

  test('keeps the newest sheets, and none that was torn off', () => {
    const strip = new PaperStrip(384)
    for (let sheet = 1; sheet <= SHEETS_MAX + 3; sheet += 1) printed(strip, [...text(`${sheet}\n`), ...CUT])
    expect(strip.sheets).toHaveLength(SHEETS_MAX)
    expect(strip.sheets.at(-1)?.texts).toEqual([`${SHEETS_MAX + 3}`])
    strip.clear()
    expect(strip.sheets).toEqual([])
    printed(strip, text('New\n'))
    expect(strip.sheets.map(({ sheet_number }) => sheet_number)).toEqual([SHEETS_MAX + 4])
  })

  test('a printer that takes its time prints the same dots as one that does not', () => {
    const bytes = [...text('One\nTwo\nThree\n'), ...CUT]
    const quick = new SimulatedPrinter(profile('training-58'))
    quick.receive(bytes)
    const slow = new SimulatedPrinter(profile('training-58'), 24)
    slow.receive(bytes)
    expect(slow.paper().height_dots).toBe(0)
    while (slow.isPrinting) slow.step()
    expect(slow.paper()).toEqual(quick.paper())
  })
})

test.each(POLE_LANGUAGES)('the pole display reads back what is encoded in %s, in any chunks', (language) => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 3 }), fc.nat(30), (lines, cut) => {
      const bytes = [...encodeBegin(language), ...encodeShow(language, lines)]
      const screen = poleStep(poleStep(DARK_POLE, bytes.slice(0, cut)), bytes.slice(cut))
      expect(screen.lines).toEqual(asPoleLines(lines))
    }),
  )
})

test('the scanner’s reports are read as the barcode that was picked', () => {
  const barcode = fc.oneof(fc.stringMatching(/^\d{4,20}$/), fc.stringMatching(/^[A-Z0-9][A-Za-z0-9 -]{0,200}$/))
  fc.assert(
    fc.property(barcode, (picked) => {
      let state = HID_POS_AT_REST
      const said = posReports(picked).flatMap((report) => {
        const [next, one] = hidPosStep(state, report)
        state = next
        return one ?? []
      })
      expect(said).toEqual([{ kind: 'scan', text: picked }])
    }),
  )
})
