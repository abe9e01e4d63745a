/** What drawers at a box of their own are told, and what they answer: one line a box. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerOfSilence, NO_ANSWER, readAnswers } from '../../../../shared/devices/drawer/trigger-answers.ts'
import { SERIAL_TRIGGERS, triggerCalled, triggerOfHid, TRIGGERS } from '../../../../shared/devices/drawer/triggers.ts'
import { must } from '../../../../shared/kernel/assert.ts'

const trigger = (code: string) => must(triggerCalled(code), code)
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const hex = (some: readonly number[]): string => Buffer.from(some.slice(0, 4)).toString('hex')

/** The box, what opens it, what asks it, what it says of an open drawer and of a shut one. */
const BOXES: readonly (readonly [string, string, string, string, string])[] = [
  ['any-character', '0d', '', '', ''],
  ['glancetron-8005u-1', '1b34', '1b3a', '1b3442', '1b3441'],
  ['glancetron-8005u-2', '1b35', '1b3b', '1b3542', '1b3541'],
  ['acode-at10u3', '0d', '', '00', ''],
  ['ibm-display-port', '07', '06', '40', '00'],
  ['apg-554', '000101', '', '', ''],
  ['posiflex-7', '00070700', '00070800', '70', '71'],
]

test.each(BOXES)('%s opens with %s, is asked with %s, is open with "%s" and shut with "%s"', (code, ...said) => {
  const [opens, asks, open, shut] = said
  const box = trigger(code)
  expect([hex(box.open), hex(box.ask ?? [])]).toEqual([opens, asks])
  const answer = (text: string) => readAnswers(box, NO_ANSWER, bytes(text))[1]
  if (open !== '') expect(answer(open)).toEqual([{ is_open: true }])
  if (shut !== '') expect(answer(shut)).toEqual([{ is_open: false }])
})

test('silence says of one box alone that the drawer is shut', () => {
  expect(TRIGGERS.filter((one) => answerOfSilence(one) === false).map((one) => one.trigger_code)).toEqual([
    'acode-at10u3',
  ])
})

test('a drawer of the HID class is known by vendor and product, and a port by nothing', () => {
  expect(triggerOfHid({ vendor_id: 0x0d3a, product_id: 0x0203 })?.trigger_code).toBe('posiflex-3')
  expect(triggerOfHid({ vendor_id: 0x0d3a, product_id: 0x0c23 })).toBeNull()
  expect(SERIAL_TRIGGERS).toHaveLength(5)
})

test('the commands of two boxes are never the same report of one device', () => {
  const places = TRIGGERS.flatMap(({ at }) => (at.via === 'hid' ? [`${at.vendor_id}:${at.product_id}`] : []))
  expect(new Set(places).size).toBe(places.length)
  expect(new Set(TRIGGERS.map((one) => one.trigger_code)).size).toBe(TRIGGERS.length)
})

test('the answers are the same however the bytes are cut', () => {
  const some = fc.array(fc.oneof(fc.constantFrom(0x1b, 0x34, 0x41, 0x42, 0x35), fc.integer({ min: 0, max: 255 })))
  fc.assert(
    fc.property(fc.constantFrom(...SERIAL_TRIGGERS), some, fc.array(fc.nat(20)), (box, all, cuts) => {
      const [, whole] = readAnswers(box, NO_ANSWER, Uint8Array.from(all))
      let state = NO_ANSWER
      const found: { readonly is_open: boolean }[] = []
      const places = [0, ...cuts.map((cut) => Math.min(cut, all.length)), all.length].sort((a, b) => a - b)
      for (const [index, place] of places.slice(1).entries()) {
        const [next, answers] = readAnswers(box, state, Uint8Array.from(all.slice(places[index], place)))
        state = next
        found.push(...answers)
      }
      expect(found).toEqual(whole)
    }),
  )
})

test('noise between answers is no answer', () => {
  const [, answers] = readAnswers(trigger('glancetron-8005u-1'), NO_ANSWER, bytes('ff1b1b34411b34001b3442'))
  expect(answers).toEqual([{ is_open: false }, { is_open: true }])
})

test('a HID report is read from its first byte, whatever follows', () => {
  const box = trigger('posiflex-7')
  expect(readAnswers(box, NO_ANSWER, bytes('0070'))[1]).toEqual([])
  expect(readAnswers(box, NO_ANSWER, bytes('7171'))[1]).toEqual([{ is_open: false }])
  expect(readAnswers(box, NO_ANSWER, new Uint8Array())[1]).toEqual([])
})
