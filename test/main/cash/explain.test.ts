/** Why a drawer is over or short, at a real desk: each mishap leaves its trace in the entries, and is named for it. */
import { describe, expect, test } from 'vitest'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { safeDesk } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { answer, approve, BEN, benAtDesk, comes, WEI } from '../support/staff.ts'

const ALSO = [
  `INSERT INTO product VALUES ('COPY', 'Copies', 'C', 10, 'sale', 'copies', NULL, 0, 10, 1)`,
  `INSERT INTO product VALUES ('GIFT', 'Donation', 'G', NULL, 'donation', 'gifts', NULL, 0, 20, 1)`,
]
const FLOAT = [
  { denomination_cents: 2000, pieces_count: 1 },
  { denomination_cents: 500, pieces_count: 8 },
  { denomination_cents: 100, pieces_count: 40 },
]

type Sale = { readonly copies?: number; readonly gift?: number; readonly tendered: number; readonly paper?: string }

async function make(desk: TestDesk, { copies, gift, tendered, paper }: Sale) {
  const product =
    copies === undefined
      ? { product_code: 'GIFT', quantity_count: 1, price_cents: gift ?? 0 }
      : { product_code: 'COPY', quantity_count: copies, price_cents: null }
  const { done } = await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [product],
    tenders: [{ tender: 'cash', tendered_cents: tendered }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: paper === undefined ? null : { paper_number: paper, written_on: '2026-11-24', written_minute: null },
  })
  return { receipt_ref: done?.entry_ref ?? '', number: done?.full_receipt_number ?? '' }
}

/** @returns its number */
const take = async (desk: TestDesk, sale: Sale) => (await make(desk, sale)).number

const open = (desk: TestDesk) =>
  desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: FLOAT, total_cents: null })

type Count = { readonly total_cents: number } | { readonly pieces: typeof FLOAT }
type Asked = Partial<Input<'drawer.explain'>>
const asked = (more: Asked): Input<'drawer.explain'> => {
  return { session_ref: '', drawer_code: '', papers: [], ...more }
}

type Cause = Output<'drawer.explain'>['candidates'][number]['causes'][number]
/** A day and what went wrong in it: what was counted, and the cause that has to be named first. */
type Mishap = (desk: TestDesk) => Promise<{
  readonly counted: Count
  readonly more?: Asked
  readonly checks_cents?: number
  readonly first: Partial<Cause>
}>

const MISHAPS: readonly (readonly [string, number, Mishap])[] = [
  [
    'a receipt that was printed and not stored: it is on paper, and the money in the drawer',
    600,
    async (desk) => {
      const stored = await take(desk, { copies: 3, tendered: 30 })
      const papers = [
        { number: stored, amount_cents: 30 },
        { number: 'A-17', amount_cents: 600 },
      ]
      return { counted: { total_cents: 10_630 }, more: { papers }, first: { code: 'printed-only', receipts: ['A-17'] } }
    },
  ],
  [
    'a void and its entry again, where nothing was given back',
    180,
    async (desk) => {
      const { receipt_ref, number } = await make(desk, { copies: 18, tendered: 180 })
      await desk.ok('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
      const followed_by = await take(desk, { copies: 8, tendered: 80 })
      return {
        counted: { total_cents: 10_260 },
        first: { code: 'void-not-given-back', receipts: [number], followed_by },
      }
    },
  ],
  [
    'a twenty was entered, and a five lay in the hand',
    -1500,
    async (desk) => {
      const number = await take(desk, { copies: 5, tendered: 2000 })
      await take(desk, { copies: 2, tendered: 20 })
      return {
        counted: { total_cents: 8570 },
        first: { code: 'wrong-note', receipts: [number], note_cents: 500 },
      }
    },
  ],
  [
    'a ten was given for a one as change',
    -900,
    async (desk) => {
      const number = await take(desk, { copies: 25, tendered: 400 })
      return {
        counted: { total_cents: 9350 },
        first: { code: 'change-wrong-note', receipts: [number], note_cents: 1000, meant_cents: 100 },
      }
    },
  ],
  [
    'a donation of 5.40 was typed as 4.50',
    90,
    async (desk) => {
      const number = await take(desk, { gift: 450, tendered: 450 })
      return { counted: { total_cents: 10_540 }, first: { code: 'mistyped', receipts: [number] } }
    },
  ],
  [
    'a roll of quarters was not counted',
    -1000,
    async (desk) => {
      await take(desk, { copies: 5, tendered: 50 })
      const pieces = [...FLOAT.slice(0, 2), { denomination_cents: 100, pieces_count: 30 }]
      const counted = { pieces: [...pieces, { denomination_cents: 25, pieces_count: 2 }] }
      return { counted, first: { code: 'pieces-miscounted', piece_cents: 25, by_count: 40 } }
    },
  ],
  [
    'copies were paid by check and entered as cash',
    -730,
    async (desk) => {
      const number = await take(desk, { copies: 73, tendered: 730 })
      return {
        counted: { total_cents: 10_000 },
        checks_cents: 730,
        first: { code: 'other-tender', receipts: [number] },
      }
    },
  ],
  [
    'a drop of which the safe counted five less',
    500,
    async (desk) => {
      await desk.ok('drawer.place', {
        commandId: desk.id(),
        drawer_code: '',
        way: 'out',
        place: 'safe',
        pieces: null,
        total_cents: 4000,
        bag_number: '',
        receiver_code: 'WZ-1',
        receiver_cents: 3500,
      })
      await answer(desk, '1')
      await approve(desk, WEI)
      return {
        counted: { total_cents: 6500 },
        first: { code: 'moved-otherwise', event_refs: [expect.stringMatching(/\.\d+$/) as string] },
      }
    },
  ],
  [
    'a fine that was paid and let off in the books, beside one whose waiver was taken back',
    175,
    async (desk) => {
      const newest = async () => (await desk.ok('journal.recent', { limit: 1 })).events[0]?.event ?? ''
      const waive = async (amount_cents: number) => {
        await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents, note: '' })
        const waived = { charge_ref: await newest(), amount_cents, reason: 'first-time' }
        await desk.ok('charge.waive', { commandId: desk.id(), ...waived })
        return newest()
      }
      await desk.scan(CARDS.owing)
      const waived = await waive(175)
      await waive(175)
      await desk.ok('desk.undo', { commandId: desk.id() })
      return { counted: { total_cents: 10_175 }, first: { code: 'let-off-and-paid', event_refs: [waived] } }
    },
  ],
]

describe('is named first', () => {
  test.each(MISHAPS)('%s', async (_what, variance_cents, happen) => {
    const desk = await safeDesk({ also: ALSO })
    await benAtDesk(desk)
    await rosaAt(desk)
    await open(desk)
    const { counted, more = {}, checks_cents = 0, first } = await happen(desk)
    await countAll(desk, counted, { checks_cents })
    const explained = await desk.ok('drawer.explain', asked(more))
    expect(explained.variance_cents).toBe(variance_cents)
    expect(explained.candidates[0]?.causes).toMatchObject([first])
  })
})

test.each(['P-017', 'p 17', 'P.17'])('a paper that was keyed in as P-017 is not missing as %s', async (number) => {
  const desk = await safeDesk({ also: ALSO })
  await open(desk)
  await make(desk, { copies: 60, tendered: 600, paper: 'P-017' })
  await countAll(desk, { total_cents: 11_200 })
  const { candidates } = await desk.ok('drawer.explain', asked({ papers: [{ number, amount_cents: 600 }] }))
  expect(candidates.flatMap(({ causes }) => causes.map(({ code }) => code))).not.toContain('printed-only')
})

test('nothing is named where the count agrees', async () => {
  const desk = await safeDesk({ also: ALSO })
  await open(desk)
  await countAll(desk, { total_cents: 10_000 })
  expect(await desk.ok('drawer.explain', asked({}))).toEqual({ variance_cents: 0, candidates: [] })
})

test('who counted learns it after the count, and who may see cash, also of a closed drawer', async () => {
  const desk = await safeDesk({ also: ALSO })
  await benAtDesk(desk)
  await open(desk)
  await take(desk, { copies: 18, tendered: 180 })
  const explain = (more: Asked = {}) => desk.call('drawer.explain', asked(more))
  expect(await explain()).toMatchObject({ kind: 'refused', code: 'count-first' })
  await countAll(desk, { total_cents: 10_000 })
  const own = await explain()
  expect(own).toMatchObject({ kind: 'ok', output: { variance_cents: -180 } })
  await desk.ok('drawer.close', closing(desk, { reason: 'NOT-KNOWN' }))
  const { sessions } = await desk.ok('drawer.list', { limit: 1 })
  const session_ref = sessions[0]?.session_ref ?? ''
  expect(await explain({ session_ref })).toEqual(own)
  await comes(desk, WEI)
  expect(await explain({ session_ref })).toEqual(own)
  expect(await explain({ session_ref: 'D.1.1' })).toMatchObject({ kind: 'refused', code: 'session-unknown' })
})

test('a colleague who may not see cash learns nothing of it', async () => {
  const desk = await safeDesk({ also: ALSO })
  await benAtDesk(desk)
  await comes(desk, WEI)
  await open(desk)
  await countAll(desk, { total_cents: 9000 })
  await comes(desk, BEN)
  const refused = await desk.call('drawer.explain', asked({}))
  expect(refused).toMatchObject({ kind: 'refused', code: 'not-permitted' })
})
