/**
 * A check whose number, or a card whose approval, was taken before in the session is asked about, and taken once a
 * person means it.
 */
import { expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { recorded } from '../../support/staff.ts'
import { closed, opened, openWith, selling } from '../closing/closes.ts'

const check = (check_number: string, amount_cents = 100) => ({ tender: 'check', amount_cents, check_number }) as const

type More = Parameters<typeof selling>[2]

async function paid(desk: TestDesk, tenders: NonNullable<More>, is_check_meant?: boolean): Promise<string> {
  const quantity = tenders.length * 10
  const result = await desk.call('payment.take', { ...selling(desk, quantity, tenders), is_check_meant })
  return result.kind === 'refused' ? result.code : result.kind
}

test.each([
  ['another number', '1043', 'ok'],
  ['the same number', '1042', 'check-number-again'],
  ['the same with a zero before it', '01042', 'check-number-again'],
  ['a number that has it in it', '11042', 'ok'],
])('after 1042: %s', async (_, number, wanted) => {
  const desk = await opened()
  expect(await paid(desk, [check('1042')])).toBe('ok')
  expect(await paid(desk, [check(number)])).toBe(wanted)
  expect(await paid(desk, [check(number)], true)).toBe('ok')
  expect(await recorded(desk, 'receipt-made')).toHaveLength(wanted === 'ok' ? 3 : 2)
})

test('twice on one receipt, too', async () => {
  const desk = await opened()
  expect(await paid(desk, [check('7'), check('007')])).toBe('check-number-again')
  expect(await paid(desk, [check('7'), check('8')])).toBe('ok')
})

test('says when it was taken; not after a void, which gives it back, and not in another session', async () => {
  const desk = await opened()
  const { done } = await desk.ok('payment.take', selling(desk, 10, [check('1042')]))
  desk.clock.pass(3_600_000)
  const again = await desk.call('payment.take', selling(desk, 10, [check('1042')]))
  expect('says' in again && again.says).toMatch(/\d:\d\d/)
  expect(JSON.stringify(again)).not.toContain('1042')
  await desk.ok('payment.void', { commandId: desk.id(), receipt_ref: done?.entry_ref ?? '', reason: 'WRONG-TENDER' })
  expect(await paid(desk, [check('1042')])).toBe('ok')
  await closed(desk, 10_000, { checks_count: 1, checks_cents: 100 })
  await openWith(desk, 10_000)
  expect(await paid(desk, [check('1042')])).toBe('ok')
})

const card = (authorization: string, last_four = '4242') =>
  ({ tender: 'card', amount_cents: 100, authorization, last_four }) as const

test.each([
  ['another code', card('004713'), 'ok'],
  ['the same code of another card', card('004712', '1111'), 'ok'],
  ['the same code of the same card', card('004712'), 'card-code-again'],
  ['the same in small letters', card('a4712'), 'card-code-again'],
])('after an approval of a card: %s', async (_, again, wanted) => {
  const desk = await opened()
  expect(await paid(desk, [card('004712'), card('A4712')])).toBe('ok')
  expect(await paid(desk, [again])).toBe(wanted)
  expect(await paid(desk, [again], true)).toBe('ok')
  expect(await paid(desk, [card('7'), card('7')])).toBe('card-code-again')
})
