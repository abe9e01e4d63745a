/**
 * A closed Z is kept as the sealed entries before its close, and is made from them each time it is read. So the way in
 * which they are read must never change for an entry that exists: these two Zs stay as test/golden/z has them. A wanted
 * change of a Z is a new version of the entry that closes, beside the old one.
 */
import { safeCounted } from '../../support/money-desk.ts'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { CARDS } from '../../support/small-library.ts'
import { benAtDesk, comes, WEI } from '../../support/staff.ts'
import { closed, opened, openWith, sell, selling, zOf } from './closes.ts'

const FOLDER = path.join(import.meta.dirname, '../../../golden/z')
const CARD = { tender: 'card', amount_cents: 120, authorization: '08812A', last_four: '4242' } as const
const CHECK = { tender: 'check', amount_cents: 200, check_number: '1041' } as const
const HOUR = 3_600_000

const done = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })

/** A charge, of which a part is waived. */
async function waived(desk: TestDesk, amount_cents: number): Promise<void> {
  const newest = async () => (await desk.ok('journal.recent', { limit: 1 })).events[0]?.event ?? ''
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 500, note: '' })
  const charge = { charge_ref: await newest(), amount_cents, reason: 'first-time' }
  await desk.ok('charge.waive', { commandId: desk.id(), ...charge })
}

/** Tuesday with all that a session can have, and Wednesday with what came late. */
async function twoDays(): Promise<{ readonly desk: TestDesk; readonly refs: readonly [string, string] }> {
  const desk = await opened()
  await safeCounted(desk)
  await sell(desk, 30)
  await sell(desk, 12, [CARD])
  await sell(desk, 25, [CHECK])
  await sell(desk, 7)
  const number = await sell(desk, 9)
  await desk.ok('payment.void', { commandId: desk.id(), receipt_ref: number, reason: 'WRONG-AMOUNT' })
  await desk.scan(CARDS.owing)
  await waived(desk, 150)
  await waived(desk, 50)
  await desk.ok('desk.undo', { commandId: desk.id() })
  const kept = { ...selling(desk, 3), tenders: [{ tender: 'cash' as const, tendered_cents: 100 }], keeps_change: true }
  await desk.ok('payment.take', kept)
  await desk.ok('drawer.pay', { ...done(desk), way: 'out', reason: 'POSTAGE', amount_cents: 40 })
  const none = { pieces: null, bag_number: '', receiver_code: '', receiver_cents: null }
  await desk.ok('drawer.place', { ...done(desk), ...none, way: 'out', place: 'safe', total_cents: 60 })
  const checked = { checks_count: 1, checks_cents: 200, card_total_cents: 120 }
  const tuesday = await closed(desk, 10_400, { ...checked, reason: 'NOT-KNOWN', bag_number: 'B-1' })
  await waived(desk, 75)
  desk.clock.pass(24 * HOUR)
  await benAtDesk(desk)
  await comes(desk, WEI)
  const [bag] = (await desk.ok('deposit.list', { limit: 5 })).deposits
  const banked = { bag_ref: bag?.bag_ref ?? '', banked_cents: 590, banked_on: '2026-11-25' }
  await desk.ok('deposit.bank', { commandId: desk.id(), ...banked, is_difference_meant: true })
  await desk.ok('close.review', { commandId: desk.id(), session_ref: tuesday, is_agreed: true, found: '' })
  await openWith(desk, 10_000)
  await sell(desk, 10)
  const wednesday = await closed(desk, 10_100, { bag_number: 'B-2' })
  return { desk, refs: [tuesday, wednesday] }
}

test('reads as it did when it was made, whatever this program has become since', async () => {
  const { desk, refs } = await twoDays()
  for (const [at, ref] of refs.entries()) {
    const { head, ...z } = await zOf(desk, ref)
    expect(head.entries_count).toBeGreaterThan(0)
    const [terminal = ''] = z.session_ref.split('.')
    const text = `${JSON.stringify(z, null, 2)}\n`.replaceAll(terminal, 'K4N7QW')
    await expect(text).toMatchFileSnapshot(path.join(FOLDER, `z-${at + 1}.txt`))
  }
})
