/** What stands under the rows of a session: every loan once. */
import { expect, test } from 'vitest'
import { alreadyOut, isSameList } from '../../../shared/desk/session/already-out.ts'

const loan = (barcode: string, due_text = 'Tue, Dec 15') => {
  return { barcode, title: 'Emma', due_text, due_at_ms: 0, is_overdue: false, renewals: '' }
}
const LOANS = [loan('31'), loan('32')]

test('a loan that a row shows is not shown again; one whose row was undone is', () => {
  expect(alreadyOut(LOANS, [{ barcode: '31', is_undone: false }])).toEqual([loan('32')])
  expect(alreadyOut(LOANS, [{ barcode: '31', is_undone: true }])).toEqual(LOANS)
})

test('a list that came again is the same; another due date, one more or one less is not', () => {
  expect(isSameList(LOANS, structuredClone(LOANS))).toBe(true)
  expect(isSameList(LOANS, [loan('32')])).toBe(false)
  expect(isSameList([loan('32')], LOANS)).toBe(false)
  expect(isSameList(LOANS, [loan('31'), loan('32', 'Mon, Jan 4')])).toBe(false)
})
