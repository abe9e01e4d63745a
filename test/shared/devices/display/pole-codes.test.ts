/** The bytes that pole displays get, as their makers document them; and nothing else, whatever is to be shown. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBegin, encodeShow, POLE_LANGUAGES } from '../../../../shared/devices/display/pole-codes.ts'

const TWO = ['Given         $20.00', 'Change         $7.50']
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const ascii = (text: string): string => Buffer.from(text, 'latin1').toString('hex')

describe('golden bytes', () => {
  test.each([
    ['cd5220', '0c1b401b6641'],
    ['esc-pos', '1b401b52000c1f011f4300'],
  ] as const)('%s begins', (language, bytes) => {
    expect(hex(encodeBegin(language))).toBe(bytes)
  })

  test.each([
    ['cd5220', `1b5141${ascii(TWO[0] ?? '')}0d1b5142${ascii(TWO[1] ?? '')}0d`],
    ['esc-pos', `1f240101${ascii(TWO[0] ?? '')}1f240102${ascii(TWO[1] ?? '')}`],
  ] as const)('%s shows what was given and the change', (language, bytes) => {
    expect(hex(encodeShow(language, TWO))).toBe(bytes)
  })
})

test.each(POLE_LANGUAGES)(
  '%s: whatever is shown, a command has only our bytes, and each line twenty letters',
  (language) => {
    const frame = encodeShow(language, ['', '']).length
    const control = (bytes: Uint8Array): number => bytes.filter((byte) => byte < 0x20 || byte > 0x7e).length
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (lines) => {
        const bytes = encodeShow(language, lines)
        expect([bytes.length, control(bytes)]).toEqual([frame, control(encodeShow(language, ['', '']))])
      }),
    )
  },
)
