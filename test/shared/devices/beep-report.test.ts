/** How a scanner is told to beep, read from what it says of its reports. */
import { describe, expect, test } from 'vitest'
import { beepReport } from '../../../shared/devices/scan/beep-report.ts'
import { BEEPING_DESCRIPTOR, DESCRIPTOR } from '../../support/devices/hid-made.ts'

const from = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
/** A scanner whose collection has these items. */
const scanner = (items: string): Uint8Array => from(`05 8c 09 02 a1 01 ${items} c0`)
/** Eight switches of one bit each, of these usages, sent to the scanner. */
const switches = (usages: string, flags = '02'): string => `75 01 95 08 ${usages} 91 ${flags}`

describe('the report that sounds the beeper', () => {
  test.each<[string, Uint8Array, readonly number[] | null]>([
    ['a scanner with a trigger report that has it', BEEPING_DESCRIPTOR, [4, 0b100]],
    ['a scanner that has none', DESCRIPTOR, null],
    ['the beep of a good read, before that of an error', scanner(`85 04 ${switches('09 85 09 86')}`), [4, 0b10]],
    ['the beep of an error, where there is no other', scanner(`85 04 ${switches('09 60 09 85')}`), [4, 0b10]],
    ['reports without numbers', scanner(switches('09 86')), [0, 1]],
    ['a range of usages', scanner(`85 07 ${switches('19 80 29 87')}`), [7, 0b0100_0000]],
    ['a usage with its page', scanner(`85 04 05 01 ${switches('0b 86 00 8c 00')}`), [4, 1]],
    [
      'behind another field of the same report',
      scanner(`85 04 75 08 95 01 09 10 91 02 ${switches('09 86')}`),
      [4, 0, 1],
    ],
    ['beside another report', scanner(`85 03 75 08 95 02 09 10 91 02 85 04 ${switches('09 86')}`), [4, 1]],
    ['after a page that was put aside', scanner(`85 04 a4 05 01 b4 ${switches('09 86')}`), [4, 1]],
    ['the same usage of another page', scanner(`85 04 05 08 ${switches('09 86')}`), null],
    ['a report that it sends', scanner('85 04 75 01 95 08 09 86 81 02'), null],
    ['a setting that stays', scanner('85 04 75 01 95 08 09 86 b1 02'), null],
    ['a constant', scanner(`85 04 ${switches('09 86', '03')}`), null],
    ['an array of usages', scanner(`85 04 ${switches('09 86', '00')}`), null],
    ['more than a switch', scanner('85 04 75 08 95 01 09 86 91 02'), null],
    ['fewer bits than usages', scanner('85 04 75 01 95 01 09 60 09 86 91 02'), null],
    ['a long item between', scanner(`85 04 fe 02 10 09 86 ${switches('09 86')}`), [4, 1]],
    ['nothing', from(''), null],
  ])('%s', (_what, descriptor, report) => {
    expect(beepReport(descriptor)).toEqual(report)
  })

  test('a report that is longer than any scanner has is not sent', () => {
    expect(beepReport(scanner(`85 04 75 08 97 ff ff ff ff 09 10 91 02 ${switches('09 86')}`))).toBeNull()
    expect(beepReport(scanner('85 04 75 01 97 ff ff ff ff 1b 00 00 8c 00 2b ff ff 8c 00 91 02'))).toBeNull()
  })

  test('cut off anywhere it is read as far as it goes, and never fails', () => {
    const whole = BEEPING_DESCRIPTOR
    for (let length = 0; length < whole.length; length += 1) {
      const report = beepReport(whole.subarray(0, length))
      expect(report === null || report[0] === 4).toBe(true)
    }
  })
})
