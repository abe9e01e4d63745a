/**
 * Counts as evidence: each is kept with what was expected then, a close goes by kept counts alone, and nobody is told
 * what a drawer should hold, or what another counted, before their own count is kept.
 */
import { describe, expect, test } from 'vitest'
import { closing, countAll, countBesides, receiving } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { BEN, benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'

const GIFT = `INSERT INTO product VALUES ('GIFT', 'Donation', 'G', NULL, 'donation', 'gifts', NULL, 0, 10, 1)`
/** A second clerk, who may see no more than Ben. */
const AMY = { name: 'Amy Lund', initials: 'AL', badge_barcode: '29999000000042' }
const STAFF = `INSERT INTO staff VALUES ('AL-1', 'Amy Lund', 'AL', 'staff', '${AMY.badge_barcode}', x'00', x'00', 1)`

/** Ben opens with $100.00 and takes $35.50 in cash and a check of $40.00: $135.50 and $40.00 should be there. */
async function worked(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [GIFT, STAFF] })
  await benAtDesk(desk)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'GIFT', quantity_count: 1, price_cents: 7550 }],
    tenders: [
      { tender: 'check', amount_cents: 4000, check_number: '77' },
      { tender: 'cash', tendered_cents: 3550 },
    ],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  return desk
}

const amyComes = (desk: TestDesk) => comes(desk, AMY as unknown as typeof BEN)
const said = (result: Awaited<ReturnType<TestDesk['call']>>) => (result.kind === 'refused' ? result.code : result.kind)
const drawer = (desk: TestDesk, about = '') => pageOf(desk, 'drawer', about)
const wei = async (desk: TestDesk) => (await comes(desk, WEI), desk)

describe('every count is kept', () => {
  test('a correction of checks and card is one more, with what was expected then', async () => {
    const desk = await worked()
    await countAll(desk, 13_550, { checks_count: 1, checks_cents: 400 })
    await countBesides(desk, { checks_count: 1, checks_cents: 4000, card_total_cents: 0 })
    const { report } = await desk.ok('drawer.x', { drawer_code: '' })
    expect(report.kept_counts.map((one) => [one.tender, one.counted_cents, one.expected_cents])).toEqual([
      ['cash', 10_000, 10_000],
      ['cash', 13_550, 13_550],
      ['check', 400, 4000],
      ['check', 4000, 4000],
      ['card', 0, 0],
    ])
    await desk.ok('drawer.close', closing(desk))
    await wei(desk)
    const { sessions } = await desk.ok('drawer.list', { limit: 1 })
    const z = await drawer(desk, `z ${sessions[0]?.session_ref}`)
    const papers = z.sections.flatMap((one) => (one.kind === 'paper' ? [JSON.stringify(one.document)] : []))
    expect(papers[0]).toContain('Counts: 5')
    await expectRebuilt(desk)
    expect(await recorded(desk, 'tenders-counted')).toHaveLength(2)
  })

  test('on the page of the drawer: amounts for who made them, more for who may see cash', async () => {
    const desk = await worked()
    await countAll(desk, 13_450, { checks_count: 1, checks_cents: 400 })
    const entries = async () => JSON.stringify(tableOf(await drawer(desk, 'open DRAWER-1'), 'entries'))
    const seen = async () => {
      const text = await entries()
      return ['$134.50', '$4.00', '$135.50', '$40.00'].map((amount) => text.includes(amount))
    }
    expect(await seen()).toEqual([true, true, false, false])
    await amyComes(desk)
    expect(await seen()).toEqual([false, false, false, false])
    await wei(desk)
    expect(await seen()).toEqual([true, true, true, true])
  })
})

describe('a close goes by kept counts alone', () => {
  test('it needs both: the cash, and the checks with the card terminal', async () => {
    const desk = await worked()
    const close = async () => said(await desk.call('drawer.close', closing(desk)))
    expect(await close()).toBe('count-first')
    const cash = { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 13_550 }
    await desk.ok('drawer.count', { ...cash, reason: 'closing' })
    expect(await close()).toBe('count-first')
    await countBesides(desk, { checks_count: 1, checks_cents: 4000 })
    expect(await close()).toBe('ok')
  })

  test('a total that comes with it is bad input, so nobody tries one', async () => {
    const desk = await worked()
    for (const guess of [{ total_cents: 13_550 }, { checks_cents: 4000 }, { card_total_cents: 0 }]) {
      const close = { ...closing(desk), ...guess } as never
      expect(await desk.call('drawer.close', close)).toMatchObject({ kind: 'bad-input' })
    }
  })

  test('what another counted is told to nobody but who had the drawer, and who may see cash', async () => {
    const desk = await worked()
    await countAll(desk, 13_450, { checks_count: 1, checks_cents: 4000 })
    await amyComes(desk)
    const preview = { drawer_code: '', leave_cents: null }
    expect(said(await desk.call('drawer.close', closing(desk)))).toBe('count-own')
    expect(said(await desk.call('drawer.close-preview', preview))).toBe('count-own')
    const reason = { commandId: desk.id(), drawer_code: '', reason: 'NOT-KNOWN', note: '' }
    expect(said(await desk.call('closing.explain', reason))).toBe('count-own')
    const besides = { commandId: desk.id(), drawer_code: '', checks_count: 0, checks_cents: 0, card_total_cents: null }
    expect(said(await desk.call('closing.found', besides))).toBe('count-own')
    await wei(desk)
    expect(await desk.ok('drawer.close-preview', preview)).toMatchObject({ cash_by_cents: -100 })
  })
})

describe('a hand-over', () => {
  /** What a person at the desk can read of it: the page, and what the desk answers. */
  const leaks = (told: unknown) => ['134.5', '13450', '135.5', '13550', '$1.00'].filter((it) => text(told).includes(it))
  const text = (told: unknown): string => JSON.stringify(told)

  test.each<[string, (desk: TestDesk) => Promise<unknown>]>([
    ['a clerk', amyComes],
    ['a supervisor', wei],
  ])('tells %s nothing of the first count until the second is kept', async (_, receiverComes) => {
    const desk = await worked()
    await countAll(desk, 13_450, { checks_count: 1, checks_cents: 4000 })
    await receiverComes(desk)
    const reason = { drawer_code: '', reason: '', note: '' }
    const early = await desk.call('drawer.hand-over', { commandId: desk.id(), ...reason })
    expect(said(early)).toBe('count-first')
    const before = await drawer(desk)
    expect(before.enter?.call.method).toBe('drawer.receive')
    expect(leaks([early, before])).toEqual([])
    const received = await desk.ok('drawer.receive', receiving(desk, 13_400, { checks_count: 1, checks_cents: 4000 }))
    expect(leaks([received.snapshot.band, received.done])).toEqual([])
    const after = await drawer(desk)
    expect(tableOf(after, 'differences')[0]?.slice(1)).toEqual(['$135.50', '$134.50', '-$1.00'])
    expect(after.enter?.call.method).toBe('drawer.hand-over')
    const asked = { commandId: desk.id(), ...reason, reason: 'WRONG-CHANGE' }
    await desk.ok('drawer.hand-over', asked)
    await expectRebuilt(desk)
  })

  test('keeps both counts, also those that were corrected, in the session that ends', async () => {
    const desk = await worked()
    await countAll(desk, 13_550, { checks_count: 1, checks_cents: 4000 })
    await wei(desk)
    await desk.ok('drawer.receive', receiving(desk, 13_500, { checks_count: 1, checks_cents: 4000 }))
    await desk.ok('drawer.receive', receiving(desk, 13_540, { checks_count: 1, checks_cents: 4000 }))
    await desk.ok('drawer.hand-over', { commandId: desk.id(), drawer_code: '', reason: 'WRONG-CHANGE', note: '' })
    const { sessions } = await desk.ok('drawer.list', { limit: 2 })
    const ref = (status: string) => sessions.find((one) => one.status === status)?.session_ref ?? ''
    const { report } = await desk.ok('drawer.z', { session_ref: ref('closed') })
    const cash = report.kept_counts.filter((one) => one.tender === 'cash')
    expect(cash.map((one) => [one.reason, one.counted_by_initials, one.counted_cents])).toEqual([
      ['opening', 'BC', 10_000],
      ['closing', 'BC', 13_550],
      ['taking-over', 'WZ', 13_500],
      ['taking-over', 'WZ', 13_540],
    ])
    expect((await desk.ok('drawer.x', { drawer_code: '' })).report.float_cents).toBe(13_540)
  })

  test('is refused until the giver has counted all of it, and when money moved since', async () => {
    const desk = await worked()
    const receive = async () => said(await desk.call('drawer.receive', receiving(desk, 13_550)))
    await amyComes(desk)
    expect(await receive()).toBe('count-first')
    await comes(desk, BEN)
    await desk.ok('drawer.count', {
      commandId: desk.id(),
      drawer_code: '',
      reason: 'closing',
      pieces: null,
      total_cents: 13_550,
    })
    await amyComes(desk)
    expect(await receive()).toBe('count-first')
    await comes(desk, BEN)
    await countBesides(desk, { checks_count: 1, checks_cents: 4000 })
    expect(await receive()).toBe('hand-over-to-self')
    await amyComes(desk)
    expect(await receive()).toBe('ok')
    await desk.ok('drawer.pay', {
      commandId: desk.id(),
      drawer_code: '',
      way: 'in',
      reason: 'COIN-BOX',
      amount_cents: 5,
    })
    const over = { commandId: desk.id(), drawer_code: '', reason: '', note: '' }
    expect(said(await desk.call('drawer.hand-over', over))).toBe('count-first')
  })

  test('passes the checks on as the receiver counted them, with what that is short', async () => {
    const desk = await worked()
    await countAll(desk, 13_550, { checks_count: 1, checks_cents: 4000 })
    await wei(desk)
    await desk.ok('drawer.receive', receiving(desk, 13_550))
    const over = { drawer_code: '', reason: 'NOT-KNOWN', note: 'The check is not in the drawer.' }
    const asks = await desk.call('drawer.hand-over', { commandId: desk.id(), ...over, reason: '' })
    expect(said(asks)).toBe('variance-reason-needed')
    await desk.ok('drawer.hand-over', { commandId: desk.id(), ...over })
    const { sessions } = await desk.ok('drawer.list', { limit: 2 })
    expect(sessions.find((one) => one.status === 'closed')?.left_checks_cents).toBe(0)
    await expectRebuilt(desk)
  })
})
